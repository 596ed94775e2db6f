"""Graph's `objectMapping`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, FlagsOf, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .attribute_mapping import AttributeMapping
    from .filter import Filter
    from .object_flow_types import ObjectFlowTypes
    from .object_mapping_metadata_entry import ObjectMappingMetadataEntry


@model
class ObjectMapping(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    attribute_mappings: list[AttributeMapping] | None = field(
        default=ABSENT, metadata=member("attributeMappings", ListOf(ModelOf("attribute_mapping", "AttributeMapping")))
    )
    """As the Graph reference describes it."""

    enabled: bool | None = field(default=ABSENT, metadata=member("enabled", BOOLEAN))
    """As the Graph reference describes it."""

    flow_types: ObjectFlowTypes | None = field(
        default=ABSENT, metadata=member("flowTypes", FlagsOf("object_flow_types", "ObjectFlowTypes"))
    )
    """As the Graph reference describes it."""

    metadata: list[ObjectMappingMetadataEntry] | None = field(
        default=ABSENT,
        metadata=member("metadata", ListOf(ModelOf("object_mapping_metadata_entry", "ObjectMappingMetadataEntry"))),
    )
    """As the Graph reference describes it."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""

    scope: Filter | None = field(default=ABSENT, metadata=member("scope", ModelOf("filter", "Filter")))
    """As the Graph reference describes it."""

    source_object_name: str | None = field(default=ABSENT, metadata=member("sourceObjectName", TEXT))
    """As the Graph reference describes it."""

    target_object_name: str | None = field(default=ABSENT, metadata=member("targetObjectName", TEXT))
    """As the Graph reference describes it."""
