"""How Graph's names become Python's."""

from __future__ import annotations

import re
from keyword import iskeyword

from generator.errors import GeneratorError

# Words that hump splitting would tear apart.
_ONE_WORD = {"OAuth": "Oauth", "OData": "Odata"}
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+[0-9]*|[0-9]+")
TAKEN_ARGUMENTS = frozenset(
    {"owner", "body", "operation", "query", "segment", "str", "int", "bool"}
)
"""What the code of an operation calls itself; an argument of that name would hide it."""

_IRREGULAR = {
    "entries": "entry",
    "directories": "directory",
    "policies": "policy",
    "addresses": "address",
}


def words(name: str) -> list[str]:
    """Split a Graph name at its humps and at everything that is not a letter or digit."""
    for whole, written in _ONE_WORD.items():
        name = name.replace(whole, written)
        # Versions of Graph spell the first letter in either case.
        name = re.sub(f"^{whole[:1].lower()}{whole[1:]}", written, name)
    return _WORD.findall(name)


def snake(name: str, place: str) -> str:
    """Return the snake_case identifier of a Graph name; a keyword gets a trailing underscore."""
    made = "_".join(words(name)).lower()
    if made and made[0].isdigit():
        made = f"n{made}"
    return identifier(f"{made}_" if iskeyword(made) else made, name, place)


def module(class_name: str, place: str) -> str:
    """Return the module a class lives in."""
    return snake(class_name, place)


def upper_snake(name: str, place: str) -> str:
    """Return the constant's name of an enumeration value."""
    return snake(name, place).rstrip("_").upper()


def pascal(name: str, place: str) -> str:
    """Return the class name of a schema's last name part: only its first letter changes."""
    last = name.rsplit(".", 1)[-1]
    return identifier(last[:1].upper() + last[1:], name, place)


def singular(noun: str) -> str:
    """Return the singular of one of Graph's collection names, in snake_case."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def identifier(made: str, name: str, place: str) -> str:
    """Return `made` if it is a plain ASCII identifier.

    What else came in a document must not become code.
    """
    if not (made.isascii() and made.isidentifier()) or iskeyword(made):
        raise GeneratorError(
            place=place,
            found=f"the name {name[:80]!r}",
            expected="letters, digits and dots, so that it can name Python code",
        )
    return made
