"""What an unquoted scalar means: YAML 1.2's core schema, which OpenAPI prescribes.

YAML 1.1 (PyYAML's own reading) would make booleans of the enum values `on` and `no`, and dates of
versions.
"""

import re
from functools import lru_cache

_TYPED = re.compile(
    r"(?P<null>null|Null|NULL|~|)"
    r"|(?P<true>true|True|TRUE)"
    r"|(?P<false>false|False|FALSE)"
    r"|(?P<int>[-+]?[0-9]+)"
    r"|(?P<octal>0o[0-7]+)"
    r"|(?P<hex>0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<inf>[-+]?)\.(?:inf|Inf|INF)"
    r"|(?P<nan>\.(?:nan|NaN|NAN))"
)
# Longer numbers Python refuses, for the time that they take.
_MOST_DIGITS = 4000
_PREFIX = "tag:yaml.org,2002:"
_TEXT = ("!", f"{_PREFIX}str")
_TAGS: dict[str, tuple[type, ...]] = {
    "!": (str,),
    f"{_PREFIX}str": (str,),
    f"{_PREFIX}null": (type(None),),
    f"{_PREFIX}bool": (bool,),
    f"{_PREFIX}int": (int,),
    f"{_PREFIX}float": (int, float),
}


@lru_cache(maxsize=8192)
def resolve_plain(text: str) -> bool | int | float | str | None:
    """Read an unquoted scalar; `ValueError` for a number that no program could mean."""
    typed = _TYPED.fullmatch(text)
    if typed and len(text) > _MOST_DIGITS:
        raise ValueError(f"a number of {len(text)} digits")
    match typed and typed.lastgroup:
        case None:
            return text
        case "null":
            return None
        case "true" | "false" as word:
            return word == "true"
        case "int":
            return int(text)
        case "octal" | "hex":
            return int(text, 0)
        case "inf":
            return float(text.replace(".", ""))
        case "nan":
            return float("nan")
        case _:
            return float(text)


def resolve_tagged(tag: str, text: str) -> bool | int | float | str | None:
    """Read a scalar that says what it is, such as `!!str 204`.

    `ValueError` where it is not, or is no JSON.
    """
    value = text if tag in _TEXT else resolve_plain(text)
    if tag not in _TAGS:
        raise ValueError(f"the tag {tag}, which OpenAPI does not know")
    fits = isinstance(value, _TAGS[tag])
    if not fits:
        raise ValueError(f"{text!r} with the tag {tag}")
    return value
