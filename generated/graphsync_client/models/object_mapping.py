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
    """How one kind of source object becomes one kind of target object.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectmapping
    """

    attribute_mappings: list[AttributeMapping] | None = field(
        default=ABSENT, metadata=member("attributeMappings", ListOf(ModelOf("attribute_mapping", "AttributeMapping")))
    )
    """How each target attribute gets its value; the service keeps them sorted."""

    enabled: bool | None = field(default=ABSENT, metadata=member("enabled", BOOLEAN))
    """False skips this kind of object."""

    flow_types: ObjectFlowTypes | None = field(
        default=ABSENT, metadata=member("flowTypes", FlagsOf("object_flow_types", "ObjectFlowTypes"))
    )
    """Flags: what may be done in the target, on the wire `Add,Update,Delete` without blanks."""

    metadata: list[ObjectMappingMetadataEntry] | None = field(
        default=ABSENT,
        metadata=member("metadata", ListOf(ModelOf("object_mapping_metadata_entry", "ObjectMappingMetadataEntry"))),
    )
    """Further facts with JSON values as text; leave them alone unless told to."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """Name for humans."""

    scope: Filter | None = field(default=ABSENT, metadata=member("scope", ModelOf("filter", "Filter")))
    """Which objects are provisioned; None for all."""

    source_object_name: str | None = field(default=ABSENT, metadata=member("sourceObjectName", TEXT))
    """Kind of object in the source directory, such as `User`."""

    target_object_name: str | None = field(default=ABSENT, metadata=member("targetObjectName", TEXT))
    """Kind of object in the target, often a SCIM URN."""
