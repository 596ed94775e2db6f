"""POST /{owner}/synchronization/jobs/{job_id}/schema/parseExpression"""

from __future__ import annotations

from ...models.parse_expression_request import ParseExpressionRequest
from ...models.parse_expression_response import ParseExpressionResponse
from ...types import Operation, Owner, Reads, segment


def parse_job_expression(
    owner: Owner,
    job_id: str,
    body: ParseExpressionRequest,
) -> Operation[ParseExpressionResponse]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[ParseExpressionResponse](
        name="parse_job_expression",
        method="POST",
        path=owner.path + "/synchronization/jobs/" + segment(job_id, "the job_id") + "/schema/parseExpression",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=ParseExpressionResponse.from_dict,
        repeatable=True,
    )
