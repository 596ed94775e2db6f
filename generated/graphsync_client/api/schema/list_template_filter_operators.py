"""GET /{owner}/synchronization/templates/{template_id}/schema/filterOperators()"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.filter_operator_schema_collection_response import FilterOperatorSchemaCollectionResponse
from ...types import Operation, Owner, Reads, query, segment


def list_template_filter_operators(
    owner: Owner,
    template_id: str,
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    select: Sequence[str] | None = None,
    orderby: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[FilterOperatorSchemaCollectionResponse]:
    """List the operators that conditions of this template's scopes may use.

    Items carry `name`, which the metadata does not declare.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-filteroperators
    """
    return Operation[FilterOperatorSchemaCollectionResponse](
        name="list_template_filter_operators",
        method="GET",
        path=owner.path
        + "/synchronization/templates/"
        + segment(template_id, "the template_id")
        + "/schema/filterOperators()",
        query=query(
            ("$top", top),
            ("$skip", skip),
            ("$search", search),
            ("$filter", filter),
            ("$count", count),
            ("$select", select),
            ("$orderby", orderby),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=FilterOperatorSchemaCollectionResponse.from_dict,
        repeatable=True,
    )
