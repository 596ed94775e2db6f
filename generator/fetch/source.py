"""A full document as it was given."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Source:
    """The unpacked bytes of a document, and what identifies them."""

    name: str
    """The file's name or the address, without credentials, query and packing: two ways to the
    same file agree.
    """
    data: bytes
    place: str = field(default="", compare=False)
    """What errors call it: the path as it was given, or the address without credentials."""

    @property
    def size(self) -> int:
        """Count the bytes."""
        return len(self.data)

    @cached_property
    def sha256(self) -> str:
        """Hash the bytes."""
        return hashlib.sha256(self.data).hexdigest()
