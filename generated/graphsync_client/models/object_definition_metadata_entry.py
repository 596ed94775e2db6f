"""Graph's `objectDefinitionMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .object_definition_metadata import ObjectDefinitionMetadata


@model
class ObjectDefinitionMetadataEntry(Model):
    """A further fact about a kind of object.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectdefinitionmetadataentry
    """

    key: ObjectDefinitionMetadata | None = field(
        default=ABSENT, metadata=member("key", EnumOf("object_definition_metadata", "ObjectDefinitionMetadata"))
    )
    """What the fact is about; case as the service spells it."""

    value: str | None = field(default=ABSENT, metadata=member("value", TEXT))
    """The fact as text, for some keys JSON."""
