"""Graph's `attributeFlowType`."""

from __future__ import annotations

from ..types import OpenEnum


class AttributeFlowType(OpenEnum):
    """In which situations a mapped value may be written.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemapping
    """

    ALWAYS = "Always"
    """When the object is created and when it changes; the usual choice."""
    OBJECT_ADD_ONLY = "ObjectAddOnly"
    """Only when the object is created in the target."""
    MULTI_VALUE_ADD_ONLY = "MultiValueAddOnly"
    """Only to add values to an attribute that holds several."""
    VALUE_ADD_ONLY = "ValueAddOnly"
    """Adds values, never takes one away; absent from the USNat cloud."""
    ATTRIBUTE_ADD_ONLY = "AttributeAddOnly"
    """Only while the target attribute is empty; absent from the USNat cloud."""
