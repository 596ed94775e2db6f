"""A table of documents that remembers what changed."""

from graphsync.emulator.document import Document


class Table(dict[str, Document]):
    """Documents by key. What was set, removed or touched since the last flush is in `changed`."""

    __slots__ = ("changed",)

    def __init__(self) -> None:
        super().__init__()
        self.changed: dict[str, None] = {}  # in the order in which they changed first

    def __setitem__(self, key: str, value: Document) -> None:
        super().__setitem__(key, value)
        self.changed[key] = None

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        self.changed[key] = None

    def touch(self, key: str) -> None:
        """Note that the document behind a key was changed in place."""
        self.changed[key] = None

    def load(self, key: str, value: Document) -> None:
        """Put in a document that is stored already."""
        super().__setitem__(key, value)

    def discard(self, key: str) -> Document | None:
        """Remove a key if it is there, and return what it held."""
        value = self.get(key)
        if value is not None:
            del self[key]
        return value

    def empty(self) -> None:
        """Remove every key."""
        for key in list(self):
            del self[key]
