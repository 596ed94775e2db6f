"""Graph's `provisioningStep`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .details_info import DetailsInfo
    from .provisioning_result import ProvisioningResult
    from .provisioning_step_type import ProvisioningStepType


class ProvisioningStep(Model):
    """One step in the provisioning of an object.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningstep
    """

    description: str | None = member("description", TEXT)
    """What the step did, for people."""

    details: DetailsInfo | None = member("details", ModelOf("details_info", "DetailsInfo"))
    """Facts of the step by name; which ones depends on its type."""

    name: str | None = member("name", TEXT)
    """Name of the step, such as `EntryExportAdd`."""

    provisioning_step_type: ProvisioningStepType | None = member(
        "provisioningStepType", EnumOf("provisioning_step_type", "ProvisioningStepType")
    )
    """Which step on the way it is."""

    status: ProvisioningResult | None = member("status", EnumOf("provisioning_result", "ProvisioningResult"))
    """How the step ended."""
