"""Graph's `provisioningAction`."""

from __future__ import annotations

from ..types import OpenEnum


class ProvisioningAction(OpenEnum):
    """What was done to an object in the target.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningobjectsummary
    """

    OTHER = "other"
    """Anything else, such as nothing at all."""
    CREATE = "create"
    """It was made."""
    DELETE = "delete"
    """It was deleted."""
    DISABLE = "disable"
    """It was disabled."""
    UPDATE = "update"
    """It was changed."""
    STAGED_DELETE = "stagedDelete"
    """It was marked to be deleted later."""
    UNKNOWN_FUTURE_VALUE = "unknownFutureValue"
    """Stands for values that were added later."""
