"""One piece of a larger document."""

from __future__ import annotations

from typing import Generic, Never, TypeVar

from graphsync._core.state.named_items import NamedItems
from graphsync_client.types import Model

D = TypeVar("D", bound=Model)


class NamedItem(Generic[D]):
    """Hold an item of a list in a document, and find it again by its name when the document was read anew."""

    def __init__(self, data: D, siblings: NamedItems[NamedItem[D], D]) -> None:
        self._data = data
        self._siblings = siblings

    @property
    def data(self) -> D:
        """Return the plain data, that of the document as it is now; raises `NoMatch` where it has no such item any more."""
        self._data = self._siblings.current(self._data)
        return self._data

    def __reduce__(self) -> Never:
        # A copy would find its way back to the original and edit that.
        raise TypeError(f"{self!r} is a part of a document and is neither copied nor pickled; its data can be")
