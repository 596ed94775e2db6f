"""Graph's `objectDefinitionMetadata`."""

from __future__ import annotations

from ..types import OpenEnum


class ObjectDefinitionMetadata(OpenEnum):
    """Keys of further facts about a kind of object.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-objectdefinitionmetadataentry
    """

    PROPERTY_NAME_ACCOUNT_ENABLED = "PropertyNameAccountEnabled"
    """Attribute that says whether the account is enabled."""
    PROPERTY_NAME_SOFT_DELETED = "PropertyNameSoftDeleted"
    """Attribute that says whether the object is soft-deleted."""
    IS_SOFT_DELETION_SUPPORTED = "IsSoftDeletionSupported"
    """Whether the object can be soft-deleted."""
    IS_SYNCHRONIZE_ALL_SUPPORTED = "IsSynchronizeAllSupported"
    """Whether all objects can be taken, see the secret `SyncAll`."""
    CONNECTOR_DATA_STORAGE_REQUIRED = "ConnectorDataStorageRequired"
    """Whether links between source and target objects are kept."""
    EXTENSIONS = "Extensions"
    """Attributes added to the object that this one builds on, JSON text."""
    BASE_OBJECT_NAME = "BaseObjectName"
    """Object that this one builds on."""
