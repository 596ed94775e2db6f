"""Graph's `provisioningErrorInfo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, Model, member

if TYPE_CHECKING:
    from .provisioning_status_error_category import ProvisioningStatusErrorCategory


class ProvisioningErrorInfo(Model):
    """Why an object could not be provisioned.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningerrorinfo
    """

    additional_details: str | None = member("additionalDetails", TEXT)
    """More about it; often None."""

    error_category: ProvisioningStatusErrorCategory | None = member(
        "errorCategory", EnumOf("provisioning_status_error_category", "ProvisioningStatusErrorCategory")
    )
    """Whose fault it was."""

    error_code: str | None = member("errorCode", TEXT)
    """Name of the failure, by which to search for help."""

    reason: str | None = member("reason", TEXT)
    """What went wrong, for people; may quote the target's own words."""

    recommended_action: str | None = member("recommendedAction", TEXT)
    """What to do about it; often None."""
