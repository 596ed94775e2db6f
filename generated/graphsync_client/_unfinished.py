"""What is still to be written: models whose JSON objects have their place already and no members yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ._json import MOST_LEVELS, Json

if TYPE_CHECKING:
    from ._writable import Writable


class Unfinished:
    """Hand out models to write, one after the other, so that nesting costs no stack."""

    def __init__(self) -> None:
        self._left: list[tuple[Writable, dict[str, Json], int]] = []
        self._level = 0

    def begin(self, model: Writable) -> dict[str, Json]:
        """Return the object that stands for `model`; it gets its members when its turn comes."""
        if self._level > MOST_LEVELS:
            raise ValueError(f"a {type(model).__name__} is nested deeper than {MOST_LEVELS} levels, or contains itself")
        document: dict[str, Json] = {}
        self._left.append((model, document, self._level + 1))
        return document

    def __iter__(self) -> Iterator[tuple[Writable, dict[str, Json]]]:
        while self._left:
            model, document, self._level = self._left.pop()
            yield model, document
