"""Graph's `synchronizationTemplate`, and what it alone is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, TEXT, EnumOf, ListOf, Model, ModelOf, member
from .entity import Entity

if TYPE_CHECKING:
    from .synchronization_metadata import SynchronizationMetadata
    from .synchronization_schema import SynchronizationSchema


class SynchronizationTemplate(Entity):
    """A preset for jobs of one kind of application: its default schema and what the portal shows.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationtemplate
    """

    application_id: str | None = member("applicationId", TEXT)
    """GUID of the gallery application that the template belongs to; no appId, no object id."""

    default: bool | None = member("default", BOOLEAN)
    """True for the template that the application recommends."""

    description: str | None = member("description", TEXT)
    """What the template is for; often None."""

    discoverable: bool | None = member("discoverable", BOOLEAN)
    """False keeps the template out of a service principal's list."""

    factory_tag: str | None = member("factoryTag", TEXT)
    """Name of the connector that runs jobs of this template, such as `customappsso`."""

    metadata: list[SynchronizationMetadataEntry] | None = member(
        "metadata", ListOf(ModelOf("SynchronizationMetadataEntry"))
    )
    """Facts about the application, as text; keys may be unknown ones and may occur twice."""

    schema: SynchronizationSchema | None = member("schema", ModelOf("SynchronizationSchema"))
    """Default directories and mappings; lists of templates carry it without being asked."""


class SynchronizationMetadataEntry(Model):
    """A fact about the application that a template is for.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationmetadataentry
    """

    key: SynchronizationMetadata | None = member("key", EnumOf("SynchronizationMetadata"))
    """What the fact is about; arrives in camelCase and may be none of the declared keys."""

    value: str | None = member("value", TEXT)
    """The fact as text: `True`, a GUID, or JSON."""
