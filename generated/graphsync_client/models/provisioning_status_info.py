"""Graph's `provisioningStatusInfo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import EnumOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .provisioning_error_info import ProvisioningErrorInfo
    from .provisioning_result import ProvisioningResult


class ProvisioningStatusInfo(Model):
    """How the provisioning of one object ended.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningstatusinfo
    """

    error_information: ProvisioningErrorInfo | None = member(
        "errorInformation", ModelOf("provisioning_error_info", "ProvisioningErrorInfo")
    )
    """Why it failed; None if it did not."""

    status: ProvisioningResult | None = member("status", EnumOf("provisioning_result", "ProvisioningResult"))
    """The result."""
