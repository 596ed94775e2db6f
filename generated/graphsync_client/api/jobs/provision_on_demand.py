"""POST /{owner}/synchronization/jobs/{job_id}/provisionOnDemand"""

from __future__ import annotations

from ...models.provision_on_demand_request import ProvisionOnDemandRequest
from ...models.string_key_string_value_pair import StringKeyStringValuePair
from ...types import Operation, Owner, Reads, segment


def provision_on_demand(
    owner: Owner,
    job_id: str,
    body: ProvisionOnDemandRequest,
) -> Operation[StringKeyStringValuePair]:
    """Provision one user, or one group with up to five members, at once and report each step.

    At most 5 requests in 10 seconds. The rule must be one of this job's schema, or the answer is
    `RequestParameterInvalid`; without stored secrets it is `CredentialsMissing`. A provisioning
    that failed is still answered with 200: look into the JSON text of `key` and `value`. Takes up
    to some 30 seconds, and is not safe to repeat blindly. Absent from the USNat and GovSG clouds.

    One request; never repeated blindly.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand
    """
    return Operation[StringKeyStringValuePair](
        name="provision_on_demand",
        method="POST",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/provisionOnDemand",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=StringKeyStringValuePair.from_dict,
        repeatable=False,
    )
