"""Graph's `attributeFlowType`."""

from __future__ import annotations

from ..types import OpenEnum


class AttributeFlowType(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    ALWAYS = "Always"
    """As the Graph reference describes it."""
    OBJECT_ADD_ONLY = "ObjectAddOnly"
    """As the Graph reference describes it."""
    MULTI_VALUE_ADD_ONLY = "MultiValueAddOnly"
    """As the Graph reference describes it."""
    VALUE_ADD_ONLY = "ValueAddOnly"
    """As the Graph reference describes it."""
    ATTRIBUTE_ADD_ONLY = "AttributeAddOnly"
    """As the Graph reference describes it."""
