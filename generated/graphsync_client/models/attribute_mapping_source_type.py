"""Graph's `attributeMappingSourceType`."""

from __future__ import annotations

from ..types import OpenEnum


class AttributeMappingSourceType(OpenEnum):
    """What kind of source a mapped value has.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingsource
    """

    ATTRIBUTE = "Attribute"
    """An attribute of the source object."""
    CONSTANT = "Constant"
    """A fixed text."""
    FUNCTION = "Function"
    """A function of further sources."""
