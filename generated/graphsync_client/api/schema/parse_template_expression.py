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
    """Parse a mapping expression in a template's schema, and evaluate it for a sample object.

    Changes nothing. `parsed_expression` of the answer is the source that a mapping needs. A bad
    expression is reported inside a 200: look at `parsing_succeeded` and `error`.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-parseexpression
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
