"""Graph's `attributeMapping`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, INTEGER, TEXT, EnumOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_flow_behavior import AttributeFlowBehavior
    from .attribute_flow_type import AttributeFlowType
    from .attribute_mapping_source import AttributeMappingSource


class AttributeMapping(Model):
    """How one attribute of the target gets its value.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-attributemapping
    """

    default_value: str | None = member("defaultValue", TEXT)
    """Value when the source gives none; with a None source, a constant."""

    export_missing_references: bool | None = member("exportMissingReferences", BOOLEAN)
    """Internal to the service; leave it as it came."""

    flow_behavior: AttributeFlowBehavior | None = member(
        "flowBehavior", EnumOf("attribute_flow_behavior", "AttributeFlowBehavior")
    )
    """Whether the value is written on changes only or in every export."""

    flow_type: AttributeFlowType | None = member("flowType", EnumOf("attribute_flow_type", "AttributeFlowType"))
    """In which situations the value may be written."""

    matching_priority: int | None = member("matchingPriority", INTEGER)
    """0: not for matching; from 1 on the order in which pairs are matched, lower first."""

    source: AttributeMappingSource | None = member(
        "source", ModelOf("attribute_mapping_source", "AttributeMappingSource")
    )
    """Attribute, constant or function that gives the value; None takes the default value."""

    target_attribute_name: str | None = member("targetAttributeName", TEXT)
    """Target attribute, for SCIM a path such as `emails[type eq "work"].value`."""
