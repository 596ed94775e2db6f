"""Graph's `objectMapping`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, TEXT, FlagsOf, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .attribute_mapping import AttributeMapping
    from .filter import Filter
    from .object_flow_types import ObjectFlowTypes
    from .object_mapping_metadata_entry import ObjectMappingMetadataEntry


class ObjectMapping(Model):
    """How one kind of source object becomes one kind of target object.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectmapping
    """

    attribute_mappings: list[AttributeMapping] | None = member(
        "attributeMappings", ListOf(ModelOf("attribute_mapping", "AttributeMapping"))
    )
    """How each target attribute gets its value; the service keeps them sorted."""

    enabled: bool | None = member("enabled", BOOLEAN)
    """False skips this kind of object."""

    flow_types: ObjectFlowTypes | None = member("flowTypes", FlagsOf("object_flow_types", "ObjectFlowTypes"))
    """Flags: what may be done in the target, on the wire `Add,Update,Delete` without blanks."""

    metadata: list[ObjectMappingMetadataEntry] | None = member(
        "metadata", ListOf(ModelOf("object_mapping_metadata_entry", "ObjectMappingMetadataEntry"))
    )
    """Further facts with JSON values as text; leave them alone unless told to."""

    name: str | None = member("name", TEXT)
    """Name for humans."""

    scope: Filter | None = member("scope", ModelOf("filter", "Filter"))
    """Which objects are provisioned; None for all."""

    source_object_name: str | None = member("sourceObjectName", TEXT)
    """Kind of object in the source directory, such as `User`."""

    target_object_name: str | None = member("targetObjectName", TEXT)
    """Kind of object in the target, often a SCIM URN."""
