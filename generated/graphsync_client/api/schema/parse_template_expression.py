"""POST /{owner}/synchronization/templates/{template_id}/schema/parseExpression"""

from __future__ import annotations

from ...models.parse_expression_request import ParseExpressionRequest
from ...models.parse_expression_response import ParseExpressionResponse
from ...types import Operation, Owner, Reads, segment


def parse_template_expression(
    owner: Owner,
    template_id: str,
    body: ParseExpressionRequest,
) -> Operation[ParseExpressionResponse]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[ParseExpressionResponse](
        name="parse_template_expression",
        method="POST",
        path=owner.path
        + "/synchronization/templates/"
        + segment(template_id, "the template_id")
        + "/schema/parseExpression",
        body=body.to_dict(),
        content_type="application/json",
        reads=Reads.JSON,
        convert=ParseExpressionResponse.from_dict,
        repeatable=True,
    )
