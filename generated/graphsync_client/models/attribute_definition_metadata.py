"""Graph's `attributeDefinitionMetadata`."""

from __future__ import annotations

from ..types import OpenEnum


class AttributeDefinitionMetadata(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    BASE_ATTRIBUTE_NAME = "BaseAttributeName"
    """As the Graph reference describes it."""
    COMPLEX_OBJECT_DEFINITION = "ComplexObjectDefinition"
    """As the Graph reference describes it."""
    IS_CONTAINER = "IsContainer"
    """As the Graph reference describes it."""
    IS_CUSTOMER_DEFINED = "IsCustomerDefined"
    """As the Graph reference describes it."""
    IS_DOMAIN_QUALIFIED = "IsDomainQualified"
    """As the Graph reference describes it."""
    LINK_PROPERTY_NAMES = "LinkPropertyNames"
    """As the Graph reference describes it."""
    LINK_TYPE_NAME = "LinkTypeName"
    """As the Graph reference describes it."""
    MAXIMUM_LENGTH = "MaximumLength"
    """As the Graph reference describes it."""
    REFERENCED_PROPERTY = "ReferencedProperty"
    """As the Graph reference describes it."""
