"""A value of a hand-written YAML file that knows where it stands, so that every complaint names
the place.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

from generator.errors import GeneratorError


class _UniqueKeys(yaml.CSafeLoader):
    """Loads plain data.

    Of two equal keys YAML would silently keep the last one, here that is an error.
    """

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Hashable, Any]:  # Any: as the base class says
        seen: set[str] = set()
        for key, _ in cast("list[tuple[yaml.Node, yaml.Node]]", node.value):
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {key.value!r} twice", key.start_mark
                    )
                seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and its place."""

    place: str
    value: object

    @classmethod
    def read(cls, path: Path) -> Entry:
        """Read a file; its root is the entry."""
        place = path.as_posix()
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise GeneratorError(
                place=place, found=_line(str(error)), expected="a readable UTF-8 file"
            ) from error
        try:
            # The loader is a safe one: it builds plain data only.
            value: object = yaml.load(text, _UniqueKeys)
        except yaml.MarkedYAMLError as error:
            line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
            found = _line(error.problem or str(error))
            raise GeneratorError(
                place=f"{place}{line}", found=found, expected="YAML with unique keys"
            ) from error
        except yaml.YAMLError as error:
            raise GeneratorError(place=place, found=_line(str(error)), expected="YAML") from error
        return cls(f"{place}#", value)

    def wrong(self, expected: str) -> GeneratorError:
        """Make the error that says what should stand here."""
        return GeneratorError(place=self.place, found=_line(repr(self.value)), expected=expected)

    def members(
        self, *, known: Collection[str] | None = None, required: Collection[str] = ()
    ) -> dict[str, Entry]:
        """Return the members of a mapping by key; with `known`, no other key may occur."""
        given = self.value
        if not isinstance(given, dict):
            raise self.wrong("a mapping")
        found: dict[str, Entry] = {}
        for key, value in cast("dict[object, object]", given).items():
            if not isinstance(key, str):
                raise Entry(self.place, key).wrong("keys that are text (quote it)")
            entry = Entry(f"{self.place}/{key.replace('~', '~0').replace('/', '~1')}", value)
            if known is not None and key not in known:
                raise Entry(entry.place, key).wrong(f"one of the keys {', '.join(sorted(known))}")
            found[key] = entry
        for key in required:
            if key not in found:
                raise self.wrong(f"the key {key!r}")
        return found

    def items(self) -> list[Entry]:
        """Return the items of a list."""
        given = self.value
        if not isinstance(given, list):
            raise self.wrong("a list")
        return [
            Entry(f"{self.place}/{n}", value) for n, value in enumerate(cast("list[object]", given))
        ]

    def text(self) -> str:
        """Return a text that is not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.wrong("text")
        return self.value


def _line(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 80 else f"{shown[:77]}..."
