"""GET /{owner}/synchronization/templates/{template_id}/schema/functions()"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.attribute_mapping_function_schema_collection_response import (
    AttributeMappingFunctionSchemaCollectionResponse,
)
from ...types import Operation, Owner, Reads, query, segment


def list_template_functions(
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
) -> Operation[AttributeMappingFunctionSchemaCollectionResponse]:
    """List the functions that expressions of this template's mappings may call.

    Items carry `name`, which the metadata does not declare. Delegated callers may need
    Synchronization.ReadWrite.All, although this only reads.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-functions
    """
    return Operation[AttributeMappingFunctionSchemaCollectionResponse](
        name="list_template_functions",
        method="GET",
        path=owner.path
        + "/synchronization/templates/"
        + segment(template_id, "the template_id")
        + "/schema/functions()",
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
        convert=AttributeMappingFunctionSchemaCollectionResponse.from_dict,
        repeatable=True,
    )
