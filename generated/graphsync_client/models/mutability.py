"""Graph's `mutability`."""

from __future__ import annotations

from ..types import OpenEnum


class Mutability(OpenEnum):
    """Whether an attribute can be read and written.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinition
    """

    READ_WRITE = "ReadWrite"
    """Read and written; what is assumed when nothing is said."""
    READ_ONLY = "ReadOnly"
    """Read, never written."""
    IMMUTABLE = "Immutable"
    """Written when the object is created, then never again."""
    WRITE_ONLY = "WriteOnly"
    """Written, never read back, as a password."""
