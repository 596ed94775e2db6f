"""Graph's `scopeOperatorType`."""

from __future__ import annotations

from ..types import OpenEnum


class ScopeOperatorType(OpenEnum):
    """Whether a filter operator takes values.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filteroperatorschema
    """

    BINARY = "Binary"
    """Compares the attribute with values."""
    UNARY = "Unary"
    """Looks at the attribute alone, as `IS NULL` does."""
