"""Graph's `attributeMapping`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, INTEGER, TEXT, EnumOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .attribute_flow_behavior import AttributeFlowBehavior
    from .attribute_flow_type import AttributeFlowType
    from .attribute_mapping_source import AttributeMappingSource


@model
class AttributeMapping(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    default_value: str | None = field(default=ABSENT, metadata=member("defaultValue", TEXT))
    """As the Graph reference describes it."""

    export_missing_references: bool | None = field(default=ABSENT, metadata=member("exportMissingReferences", BOOLEAN))
    """As the Graph reference describes it."""

    flow_behavior: AttributeFlowBehavior | None = field(
        default=ABSENT, metadata=member("flowBehavior", EnumOf("attribute_flow_behavior", "AttributeFlowBehavior"))
    )
    """As the Graph reference describes it."""

    flow_type: AttributeFlowType | None = field(
        default=ABSENT, metadata=member("flowType", EnumOf("attribute_flow_type", "AttributeFlowType"))
    )
    """As the Graph reference describes it."""

    matching_priority: int | None = field(default=ABSENT, metadata=member("matchingPriority", INTEGER))
    """As the Graph reference describes it."""

    source: AttributeMappingSource | None = field(
        default=ABSENT, metadata=member("source", ModelOf("attribute_mapping_source", "AttributeMappingSource"))
    )
    """As the Graph reference describes it."""

    target_attribute_name: str | None = field(default=ABSENT, metadata=member("targetAttributeName", TEXT))
    """As the Graph reference describes it."""
