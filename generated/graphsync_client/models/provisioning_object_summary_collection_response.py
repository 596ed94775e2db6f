"""Graph's `provisioningObjectSummaryCollectionResponse`, and what it alone is made of."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..types import INTEGER, TEXT, TIMESTAMP, EnumOf, ListOf, Model, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse
from .entity import Entity

if TYPE_CHECKING:
    from .initiator_type import InitiatorType
    from .provisioning_action import ProvisioningAction
    from .provisioning_result import ProvisioningResult
    from .provisioning_status_error_category import ProvisioningStatusErrorCategory
    from .provisioning_step_type import ProvisioningStepType


class ProvisioningObjectSummaryCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of the provisioning logs.

    Reference: https://learn.microsoft.com/graph/api/provisioningobjectsummary-list
    """

    value: list[ProvisioningObjectSummary] | None = member("value", ListOf(ModelOf("ProvisioningObjectSummary")))
    """The records of this page."""


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

    initiated_by: Initiator | None = member("initiatedBy", ModelOf("Initiator"))
    """Who or what set it off; mostly the provisioning service."""

    job_id: str | None = member("jobId", TEXT)
    """The job's id."""

    modified_properties: list[ModifiedProperty] | None = member(
        "modifiedProperties", ListOf(ModelOf("ModifiedProperty"))
    )
    """What was changed on the target, one record for each attribute."""

    provisioning_action: ProvisioningAction | None = member("provisioningAction", EnumOf("ProvisioningAction"))
    """What was done to the object in the target."""

    provisioning_status_info: ProvisioningStatusInfo | None = member(
        "provisioningStatusInfo", ModelOf("ProvisioningStatusInfo")
    )
    """How it ended, and why if it failed."""

    provisioning_steps: list[ProvisioningStep] | None = member("provisioningSteps", ListOf(ModelOf("ProvisioningStep")))
    """The way from reading the source to writing the target, step by step."""

    service_principal: ProvisioningServicePrincipal | None = member(
        "servicePrincipal", ModelOf("ProvisioningServicePrincipal")
    )
    """Service principal that the job belongs to."""

    source_identity: ProvisionedIdentity | None = member("sourceIdentity", ModelOf("ProvisionedIdentity"))
    """The object in the source."""

    source_system: ProvisioningSystem | None = member("sourceSystem", ModelOf("ProvisioningSystem"))
    """Where the object was read."""

    target_identity: ProvisionedIdentity | None = member("targetIdentity", ModelOf("ProvisionedIdentity"))
    """The object in the target."""

    target_system: ProvisioningSystem | None = member("targetSystem", ModelOf("ProvisioningSystem"))
    """Where the object was written."""

    tenant_id: str | None = member("tenantId", TEXT)
    """The tenant's GUID."""


class Identity(Model):
    """Someone or something, by id and name.

    Reference: https://learn.microsoft.com/graph/api/resources/identity
    """

    display_name: str | None = member("displayName", TEXT)
    """Its name, which may have changed since."""

    id: str | None = member("id", TEXT)
    """Its identifier; what kind depends on what it is."""


class Initiator(Identity):
    """Who or what set off a change.

    Reference: https://learn.microsoft.com/graph/api/resources/initiator
    """

    initiator_type: InitiatorType | None = member("initiatorType", EnumOf("InitiatorType"))
    """Whether that is a person, an application or the service."""


class ModifiedProperty(Model):
    """A change of one attribute of an object.

    Reference: https://learn.microsoft.com/graph/api/resources/modifiedproperty
    """

    display_name: str | None = member("displayName", TEXT)
    """Name of the attribute."""

    new_value: str | None = member("newValue", TEXT)
    """Value afterwards, as text; None if it was cleared."""

    old_value: str | None = member("oldValue", TEXT)
    """Value before, as text; None if there was none or it is not known."""


class ProvisioningStatusInfo(Model):
    """How the provisioning of one object ended.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningstatusinfo
    """

    error_information: ProvisioningErrorInfo | None = member("errorInformation", ModelOf("ProvisioningErrorInfo"))
    """Why it failed; None if it did not."""

    status: ProvisioningResult | None = member("status", EnumOf("ProvisioningResult"))
    """The result."""


class ProvisioningErrorInfo(Model):
    """Why an object could not be provisioned.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningerrorinfo
    """

    additional_details: str | None = member("additionalDetails", TEXT)
    """More about it; often None."""

    error_category: ProvisioningStatusErrorCategory | None = member(
        "errorCategory", EnumOf("ProvisioningStatusErrorCategory")
    )
    """Whose fault it was."""

    error_code: str | None = member("errorCode", TEXT)
    """Name of the failure, by which to search for help."""

    reason: str | None = member("reason", TEXT)
    """What went wrong, for people; may quote the target's own words."""

    recommended_action: str | None = member("recommendedAction", TEXT)
    """What to do about it; often None."""


class ProvisioningStep(Model):
    """One step in the provisioning of an object.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningstep
    """

    description: str | None = member("description", TEXT)
    """What the step did, for people."""

    details: DetailsInfo | None = member("details", ModelOf("DetailsInfo"))
    """Facts of the step by name; which ones depends on its type."""

    name: str | None = member("name", TEXT)
    """Name of the step, such as `EntryExportAdd`."""

    provisioning_step_type: ProvisioningStepType | None = member("provisioningStepType", EnumOf("ProvisioningStepType"))
    """Which step on the way it is."""

    status: ProvisioningResult | None = member("status", EnumOf("ProvisioningResult"))
    """How the step ended."""


class DetailsInfo(Model):
    """Facts by name; none is declared, all are kept as they came.

    Reference: https://learn.microsoft.com/graph/api/resources/detailsinfo
    """

    __slots__ = ()


class ProvisioningServicePrincipal(Identity):
    """The service principal that a job belongs to, as the logs name it.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningserviceprincipal
    """

    __slots__ = ()


class ProvisionedIdentity(Identity):
    """An object in the source or in the target, as the logs name it.

    Reference: https://learn.microsoft.com/graph/api/resources/provisionedidentity
    """

    details: DetailsInfo | None = member("details", ModelOf("DetailsInfo"))
    """More about the object by name."""

    identity_type: str | None = member("identityType", TEXT)
    """Kind of object there, such as `User`."""


class ProvisioningSystem(Identity):
    """A system that a job reads from or writes to.

    Reference: https://learn.microsoft.com/graph/api/resources/provisioningsystem
    """

    details: DetailsInfo | None = member("details", ModelOf("DetailsInfo"))
    """More about the system by name, such as `ServicePrincipalId`."""
