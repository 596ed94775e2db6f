"""Graph's `scopeOperatorMultiValuedComparisonType`."""

from __future__ import annotations

from ..types import OpenEnum


class ScopeOperatorMultiValuedComparisonType(OpenEnum):
    """How many values of a multivalued attribute must satisfy a condition.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-filteroperatorschema
    """

    ALL = "All"
    """Every value; what all operators seen so far use."""
    ANY = "Any"
    """At least one value."""
