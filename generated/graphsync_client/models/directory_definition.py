"""Graph's `directoryDefinition`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, TIMESTAMP, FlagsOf, ListOf, ModelOf, member, model
from .entity import Entity

if TYPE_CHECKING:
    from .directory_definition_discoverabilities import DirectoryDefinitionDiscoverabilities
    from .object_definition import ObjectDefinition


@model
class DirectoryDefinition(Entity):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    discoverabilities: DirectoryDefinitionDiscoverabilities | None = field(
        default=ABSENT,
        metadata=member(
            "discoverabilities",
            FlagsOf("directory_definition_discoverabilities", "DirectoryDefinitionDiscoverabilities"),
        ),
    )
    """As the Graph reference describes it."""

    discovery_date_time: datetime | None = field(default=ABSENT, metadata=member("discoveryDateTime", TIMESTAMP))
    """As the Graph reference describes it."""

    name: str | None = field(default=ABSENT, metadata=member("name", TEXT))
    """As the Graph reference describes it."""

    objects: list[ObjectDefinition] | None = field(
        default=ABSENT, metadata=member("objects", ListOf(ModelOf("object_definition", "ObjectDefinition")))
    )
    """As the Graph reference describes it."""

    read_only: bool | None = field(default=ABSENT, metadata=member("readOnly", BOOLEAN))
    """As the Graph reference describes it."""

    version: str | None = field(default=ABSENT, metadata=member("version", TEXT))
    """As the Graph reference describes it."""
