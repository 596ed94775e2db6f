"""A table of documents that remembers what changed."""

from graphsync.emulator.document import Document


class Table(dict[str, Document]):
    """Documents by key.

    What was set, removed or touched since the last flush is in `changed`, and whether everything
    was replaced in `replaced`; `version` is another number after each change.
    """

    __slots__ = ("changed", "replaced", "version")

    def __init__(self) -> None:
        super().__init__()
        self.changed: dict[str, None] = {}  # in the order in which they changed first
        self.replaced = False
        self.version = 0

    def __setitem__(self, key: str, value: Document) -> None:
        super().__setitem__(key, value)
        self.touch(key)

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        self.touch(key)

    def touch(self, key: str) -> None:
        """Note that the document behind a key was changed in place."""
        self.changed[key] = None
        self.version += 1

    def load(self, key: str, value: Document) -> None:
        """Put in a document that is stored already."""
        super().__setitem__(key, value)

    def discard(self, key: str) -> Document | None:
        """Remove a key if it is there, and return what it held."""
        value = self.get(key)
        if value is not None:
            del self[key]
        return value

    def replace(self, documents: dict[str, Document]) -> None:
        """Hold these documents in place of those that are here, in their order."""
        gone = [key for key in self if key not in documents]
        self.clear()
        self.update(documents)
        self.changed = dict.fromkeys([*documents, *self.changed, *gone])
        self.replaced = True
        self.version += 1

    def empty(self) -> None:
        """Remove every key."""
        for key in list(self):
            del self[key]
