"""The full document as text: parts are found by indentation, and only those are parsed that are
asked for.
"""

import re
from collections.abc import Collection

from generator.cut.scope import Scope
from generator.errors import GeneratorError
from generator.yaml.block_parts import BlockParts, Parts
from generator.yaml.parse import parse
from generator.yaml.plain_lines import prove
from generator.yaml.plain_text import NotPlainError, plain_text
from generator.yaml.values import Json, Repeated

# A line that looks like the key of a path, wherever it stands.
_PATH_KEY = re.compile(rb" *(?:[-?] +)*+['\"]?/[^\n]*:(?: |\n|\Z)")


class TextLibrary:
    """A document in the block style that Graph publishes.

    Raises `NotPlainError` for any other, whenever that shows. What nobody asks for is read only as
    far as it could move where a part begins or ends.
    """

    def __init__(self, data: bytes) -> None:
        self.repeated = Repeated()
        self.most = None
        self._data = plain_text(data)
        prove(self._data)
        self._blocks = BlockParts(self._data)
        self._top = self._blocks.top()
        self._paths = self._blocks.below(self._top, b"paths")
        self._components = self._blocks.below(self._top, b"components")
        self._groups: dict[str, Parts] = {}

    def top(self, names: Collection[str]) -> dict[str, Json]:
        """Parse these members of the top level, as far as they exist."""
        return self._parsed(self._top, names)

    def select(self, scope: Scope, lacking: list[str]) -> list[str]:
        """Return the paths that the scope keeps.

        None may stand anywhere else than where paths do.
        """
        selected = scope.select([name.decode() for name in self._paths], lacking)
        starts = {start for start, _ in self._paths.values()}
        for landmark in {rule.landmark().encode() for rule in scope.paths}:
            at = self._data.find(landmark)
            while at >= 0:
                start = self._data.rfind(b"\n", 0, at) + 1
                if start not in starts and _PATH_KEY.match(self._data, start):
                    raise NotPlainError
                at = self._data.find(landmark, at + 1)
        return selected

    def path_items(self, names: Collection[str]) -> dict[str, Json]:
        """Parse these paths."""
        return self._parsed(self._paths, names)

    def components(self, group: str, names: Collection[str]) -> dict[str, Json]:
        """Parse these components, as far as they exist."""
        if group.encode() not in self._components:
            return {}
        if group not in self._groups:
            self._groups[group] = self._blocks.below(self._components, group.encode())
        return self._parsed(self._groups[group], names)

    def _parsed(self, parts: Parts, names: Collection[str]) -> dict[str, Json]:
        wanted = {name: parts[name.encode()] for name in names if name.encode() in parts}
        if not wanted:
            return {}
        try:
            parsed = parse(
                b"".join(self._data[start:end] for start, end in sorted(wanted.values()))
            )
        except GeneratorError:
            raise NotPlainError from None
        value = parsed.value
        if (
            parsed.aliased
            or parsed.repeated
            or not isinstance(value, dict)
            or value.keys() != wanted.keys()
        ):
            raise NotPlainError
        return value
