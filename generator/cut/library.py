"""What the cut asks a full document for, and the document that was parsed as a whole."""

from collections.abc import Collection
from typing import Protocol

from generator.cut.members import members
from generator.cut.scope import Scope
from generator.yaml.parse import parse
from generator.yaml.values import Json, Repeated


class Library(Protocol):
    """A full document to take parts from; `GeneratorError` for a part that has another shape."""

    @property
    def repeated(self) -> Repeated:
        """The mappings among the parts that give a key twice."""
        ...

    @property
    def most(self) -> int | None:
        """How many characters and values the parts can have, where aliases make that a question."""
        ...

    def top(self, names: Collection[str]) -> dict[str, Json]:
        """Return these members of the top level, as far as they exist."""
        ...

    def select(self, scope: Scope, lacking: list[str]) -> list[str]:
        """Return the paths that the scope keeps.

        `lacking` gets a line for each rule that may match none and does.
        """
        ...

    def path_items(self, names: Collection[str]) -> dict[str, Json]:
        """Return these paths."""
        ...

    def components(self, group: str, names: Collection[str]) -> dict[str, Json]:
        """Return these components, as far as they exist."""
        ...


class ParsedLibrary:
    """A document of any shape: whatever YAML and JSON allow."""

    def __init__(self, data: bytes) -> None:
        parsed = parse(data)
        self.repeated = parsed.repeated
        self.most = len(data) if parsed.aliased else None
        self._root = parsed.value

    def top(self, names: Collection[str]) -> dict[str, Json]:
        """Return these members of the top level, as far as they exist."""
        root = self._members()
        return {name: root[name] for name in names if name in root}

    def select(self, scope: Scope, lacking: list[str]) -> list[str]:
        """Return the paths that the scope keeps.

        `lacking` gets a line for each rule that may match none and does.
        """
        return scope.select(self._members("paths"), lacking)

    def path_items(self, names: Collection[str]) -> dict[str, Json]:
        """Return these paths."""
        items = self._members("paths")
        return {name: items[name] for name in names}

    def components(self, group: str, names: Collection[str]) -> dict[str, Json]:
        """Return these components, as far as they exist."""
        root = self._members()
        if "components" not in root or group not in self._members("components"):
            return {}
        held = self._members("components", group)
        return {name: held[name] for name in names if name in held}

    def _members(self, *place: str) -> dict[str, Json]:
        node = members(self._root, (), self.repeated)
        for depth, key in enumerate(place, start=1):
            node = members(node.get(key), place[:depth], self.repeated)
        return node
