"""Graph's `attributeDefinitionMetadata`."""

from __future__ import annotations

from ..types import OpenEnum


class AttributeDefinitionMetadata(OpenEnum):
    """Keys of further facts about an attribute.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinitionmetadataentry
    """

    BASE_ATTRIBUTE_NAME = "BaseAttributeName"
    """Attribute that this one builds on."""
    COMPLEX_OBJECT_DEFINITION = "ComplexObjectDefinition"
    """Definitions and mappings that make up a complex attribute, JSON text."""
    IS_CONTAINER = "IsContainer"
    """Whether the attribute holds other objects, as a group does."""
    IS_CUSTOMER_DEFINED = "IsCustomerDefined"
    """Whether the tenant added this attribute."""
    IS_DOMAIN_QUALIFIED = "IsDomainQualified"
    """Whether values end in a domain, as userPrincipalName does."""
    LINK_PROPERTY_NAMES = "LinkPropertyNames"
    """Attributes to fetch from a linked object."""
    LINK_TYPE_NAME = "LinkTypeName"
    """Kind of the linked object to fetch attributes from."""
    MAXIMUM_LENGTH = "MaximumLength"
    """Longest value that the target takes, in characters."""
    REFERENCED_PROPERTY = "ReferencedProperty"
    """Attribute of the other object that a reference means."""
