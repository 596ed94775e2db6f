"""Graph's `provisioningObjectSummary`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..types import INTEGER, TEXT, TIMESTAMP, EnumOf, ListOf, ModelOf, member
from .entity import Entity

if TYPE_CHECKING:
    from .initiator import Initiator
    from .modified_property import ModifiedProperty
    from .provisioned_identity import ProvisionedIdentity
    from .provisioning_action import ProvisioningAction
    from .provisioning_service_principal import ProvisioningServicePrincipal
    from .provisioning_status_info import ProvisioningStatusInfo
    from .provisioning_step import ProvisioningStep
    from .provisioning_system import ProvisioningSystem


class ProvisioningObjectSummary(Entity):
    """A record of the provisioning logs: what a job did to one object, and with what result.

    Records appear 5 to 10 minutes after the fact and are kept for 30 days (7 in free tenants).

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningobjectsummary
    """

    activity_date_time: datetime | None = member("activityDateTime", TIMESTAMP)
    """When it happened, UTC."""

    change_id: str | None = member("changeId", TEXT)
    """GUID of the change; what support asks for."""

    cycle_id: str | None = member("cycleId", TEXT)
    """GUID shared by all records of one run of the job."""

    duration_in_milliseconds: int | None = member("durationInMilliseconds", INTEGER)
    """How long it took, in milliseconds."""

    initiated_by: Initiator | None = member("initiatedBy", ModelOf("initiator", "Initiator"))
    """Who or what set it off; mostly the provisioning service."""

    job_id: str | None = member("jobId", TEXT)
    """The job's id."""

    modified_properties: list[ModifiedProperty] | None = member(
        "modifiedProperties", ListOf(ModelOf("modified_property", "ModifiedProperty"))
    )
    """What was changed on the target, one record for each attribute."""

    provisioning_action: ProvisioningAction | None = member(
        "provisioningAction", EnumOf("provisioning_action", "ProvisioningAction")
    )
    """What was done to the object in the target."""

    provisioning_status_info: ProvisioningStatusInfo | None = member(
        "provisioningStatusInfo", ModelOf("provisioning_status_info", "ProvisioningStatusInfo")
    )
    """How it ended, and why if it failed."""

    provisioning_steps: list[ProvisioningStep] | None = member(
        "provisioningSteps", ListOf(ModelOf("provisioning_step", "ProvisioningStep"))
    )
    """The way from reading the source to writing the target, step by step."""

    service_principal: ProvisioningServicePrincipal | None = member(
        "servicePrincipal", ModelOf("provisioning_service_principal", "ProvisioningServicePrincipal")
    )
    """Service principal that the job belongs to."""

    source_identity: ProvisionedIdentity | None = member(
        "sourceIdentity", ModelOf("provisioned_identity", "ProvisionedIdentity")
    )
    """The object in the source."""

    source_system: ProvisioningSystem | None = member(
        "sourceSystem", ModelOf("provisioning_system", "ProvisioningSystem")
    )
    """Where the object was read."""

    target_identity: ProvisionedIdentity | None = member(
        "targetIdentity", ModelOf("provisioned_identity", "ProvisionedIdentity")
    )
    """The object in the target."""

    target_system: ProvisioningSystem | None = member(
        "targetSystem", ModelOf("provisioning_system", "ProvisioningSystem")
    )
    """Where the object was written."""

    tenant_id: str | None = member("tenantId", TEXT)
    """The tenant's GUID."""
