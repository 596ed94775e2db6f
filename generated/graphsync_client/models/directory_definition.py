"""Graph's `directoryDefinition`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..types import BOOLEAN, TEXT, TIMESTAMP, FlagsOf, ListOf, ModelOf, member
from .entity import Entity

if TYPE_CHECKING:
    from .directory_definition_discoverabilities import DirectoryDefinitionDiscoverabilities
    from .object_definition import ObjectDefinition


class DirectoryDefinition(Entity):
    """What the service knows of a directory: its kinds of objects and their attributes.

    Mappings can name only what is listed here. A custom attribute is added to the object's
    `attributes` and the schema written back. Find Microsoft Entra ID by its role in the rule: older
    schemas call it `Azure Active Directory`.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-directorydefinition
    """

    discoverabilities: DirectoryDefinitionDiscoverabilities | None = member(
        "discoverabilities", FlagsOf("DirectoryDefinitionDiscoverabilities")
    )
    """Flags: what discovery can find out, on the wire `AttributeNames,AttributeDataTypes`."""

    discovery_date_time: datetime | None = member("discoveryDateTime", TIMESTAMP)
    """When the directory was last discovered, UTC; None if never."""

    name: str | None = member("name", TEXT)
    """Name by which rules refer to it; unique within the schema."""

    objects: list[ObjectDefinition] | None = member("objects", ListOf(ModelOf("ObjectDefinition")))
    """The kinds of objects."""

    read_only: bool | None = member("readOnly", BOOLEAN)
    """Whether the service treats this definition as fixed."""

    version: str | None = member("version", TEXT)
    """Version that discovery found; None before the first discovery."""
