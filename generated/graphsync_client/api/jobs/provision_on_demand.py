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
    """As the Graph reference describes it.

    One request; never repeated blindly.

    Reference: https://learn.microsoft.com/graph
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
