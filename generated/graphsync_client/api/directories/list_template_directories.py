"""GET /{owner}/synchronization/templates/{template_id}/schema/directories"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.directory_definition_collection_response import DirectoryDefinitionCollectionResponse
from ...types import Operation, Owner, Reads, query, segment


def list_template_directories(
    owner: Owner,
    template_id: str,
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[DirectoryDefinitionCollectionResponse]:
    """List the directories of a template's schema.

    Declared in the metadata, without a page in the reference; `get_template_schema` has them
    inline.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-directorydefinition
    """
    return Operation[DirectoryDefinitionCollectionResponse](
        name="list_template_directories",
        method="GET",
        path=owner.path
        + "/synchronization/templates/"
        + segment(template_id, "the template_id")
        + "/schema/directories",
        query=query(
            ("$top", top),
            ("$skip", skip),
            ("$search", search),
            ("$filter", filter),
            ("$count", count),
            ("$orderby", orderby),
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=DirectoryDefinitionCollectionResponse.from_dict,
        repeatable=True,
    )
