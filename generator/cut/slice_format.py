"""Write and read the slice: the same facts are the same bytes."""

from typing import Any

import yaml

from generator.cut.members import members
from generator.errors import GeneratorError
from generator.yaml.parse import parse
from generator.yaml.scalars import resolve_plain

_HEADER = """\
# What Microsoft Graph's OpenAPI document says about the kept paths, without its prose. `make generate SPEC=…` writes
# this file, from the document that upstream.toml names under [source]; corrections belong into overlay.yaml.
"""
WITHDRAWN_HEADER = """\
# What the facade still uses and the document no longer has, as an earlier document described it. `make generate SPEC=…`
# writes this file, and removes it once the facade or the document no longer calls for it.
"""


class _Dumper(yaml.CSafeDumper):
    """Writes what YAML 1.1 and YAML 1.2 read alike, and everything where it belongs instead of
    aliases.
    """

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the base class names it
        return True


def _text(_: _Dumper, text: str) -> yaml.ScalarNode:
    # PyYAML quotes what YAML 1.1 would not read as text; the two agree on anything that only 1.2
    # would not.
    style = None if resolve_plain(text) == text else "'"
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def dump(document: dict[str, Any], header: str = _HEADER) -> bytes:
    """Write a slice; the order is that of `document`, as the cut made it."""
    body = yaml.dump(
        document,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=100_000,
        encoding="utf-8",
    )
    return header.encode() + body


def load(data: bytes) -> dict[str, Any]:
    """Read a slice, or any other document of that size."""
    parsed = parse(data)
    key = parsed.repeated.any()
    if key is not None:
        raise GeneratorError(
            "the slice", f"the key {key!r} twice in one mapping", "cut it again: SPEC=…"
        )
    return members(parsed.value, (), parsed.repeated)
