"""Graph's `initiatorType`."""

from __future__ import annotations

from ..types import OpenEnum


class InitiatorType(OpenEnum):
    """What kind of initiator set off a change.

    Reference: https://learn.microsoft.com/graph/api/resources/initiator
    """

    USER = "user"
    """A person."""
    APPLICATION = "application"
    """An application that called Graph."""
    SYSTEM = "system"
    """The provisioning service itself."""
    UNKNOWN_FUTURE_VALUE = "unknownFutureValue"
    """Stands for values that were added later."""
