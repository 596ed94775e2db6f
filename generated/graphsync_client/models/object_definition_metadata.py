"""Graph's `objectDefinitionMetadata`."""

from __future__ import annotations

from ..types import OpenEnum


class ObjectDefinitionMetadata(OpenEnum):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    PROPERTY_NAME_ACCOUNT_ENABLED = "PropertyNameAccountEnabled"
    """As the Graph reference describes it."""
    PROPERTY_NAME_SOFT_DELETED = "PropertyNameSoftDeleted"
    """As the Graph reference describes it."""
    IS_SOFT_DELETION_SUPPORTED = "IsSoftDeletionSupported"
    """As the Graph reference describes it."""
    IS_SYNCHRONIZE_ALL_SUPPORTED = "IsSynchronizeAllSupported"
    """As the Graph reference describes it."""
    CONNECTOR_DATA_STORAGE_REQUIRED = "ConnectorDataStorageRequired"
    """As the Graph reference describes it."""
    EXTENSIONS = "Extensions"
    """As the Graph reference describes it."""
    BASE_OBJECT_NAME = "BaseObjectName"
    """As the Graph reference describes it."""
