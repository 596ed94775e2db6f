"""Graph's `provisioningResult`."""

from __future__ import annotations

from ..types import OpenEnum


class ProvisioningResult(OpenEnum):
    """How provisioning, or one step of it, ended.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningstatusinfo
    """

    SUCCESS = "success"
    """As intended."""
    FAILURE = "failure"
    """It failed and is tried again later."""
    SKIPPED = "skipped"
    """Nothing was to be done, or the object is out of scope; the steps say why."""
    WARNING = "warning"
    """Done, with something to look at."""
    UNKNOWN_FUTURE_VALUE = "unknownFutureValue"
    """Stands for values that were added later."""
