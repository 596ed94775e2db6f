"""Graph's `synchronizationRule`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, INTEGER, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .container_filter import ContainerFilter
    from .group_filter import GroupFilter
    from .object_mapping import ObjectMapping
    from .string_key_string_value_pair import StringKeyStringValuePair


@model
class SynchronizationRule(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    container_filter: ContainerFilter | None = field(
        default=ABSENT, metadata=member("containerFilter", ModelOf("container_filter", "ContainerFilter"))
    )
    """As the Graph reference describes it."""

    editable: bool | None = field(default=ABSENT, metadata=member("editable", BOOLEAN))
    """As the Graph reference describes it."""

    group_filter: GroupFilter | None = field(
        default=ABSENT, metadata=member("groupFilter", ModelOf("group_filter", "GroupFilter"))
    )
    """As the Graph reference describes it."""

    id: str | None = field(default=ABSENT, metadata=member("id", TEXT))
    """As the Graph reference describes it."""

    metadata: list[StringKeyStringValuePair] | None = field(
        default=ABSENT,
        metadata=member("metadata", ListOf(ModelOf("string_key_string_value_pair", "StringKeyStringValuePair"))),
    )
    """As the Graph reference describes it."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""

    object_mappings: list[ObjectMapping] | None = field(
        default=ABSENT, metadata=member("objectMappings", ListOf(ModelOf("object_mapping", "ObjectMapping")))
    )
    """As the Graph reference describes it."""

    priority: int | None = field(default=ABSENT, metadata=member("priority", INTEGER))
    """As the Graph reference describes it."""

    source_directory_name: str | None = field(default=ABSENT, metadata=member("sourceDirectoryName", TEXT))
    """As the Graph reference describes it."""

    target_directory_name: str | None = field(default=ABSENT, metadata=member("targetDirectoryName", TEXT))
    """As the Graph reference describes it."""
