"""Graph's `provisioningStatusErrorCategory`."""

from __future__ import annotations

from ..types import OpenEnum


class ProvisioningStatusErrorCategory(OpenEnum):
    """Whose fault a failure was.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningerrorinfo
    """

    FAILURE = "failure"
    """That of the provisioning service."""
    NON_SERVICE_FAILURE = "nonServiceFailure"
    """Not that of the service: the target, its credentials or the data."""
    SUCCESS = "success"
    """Nobody's: there was none."""
    UNKNOWN_FUTURE_VALUE = "unknownFutureValue"
    """Stands for values that were added later."""
