"""Graph's `synchronizationMetadataEntry`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, Model, member

if TYPE_CHECKING:
    from .synchronization_metadata import SynchronizationMetadata


class SynchronizationMetadataEntry(Model):
    """A fact about the application that a template is for.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationmetadataentry
    """

    key: SynchronizationMetadata | None = member("key", EnumOf("synchronization_metadata", "SynchronizationMetadata"))
    """What the fact is about; arrives in camelCase and may be none of the declared keys."""

    value: str | None = member("value", TEXT)
    """The fact as text: `True`, a GUID, or JSON."""
