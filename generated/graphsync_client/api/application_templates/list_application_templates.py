"""GET /applicationTemplates"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.application_template_collection_response import ApplicationTemplateCollectionResponse
from ...types import Operation, Reads, query


def list_application_templates(
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[ApplicationTemplateCollectionResponse]:
    """List the applications of the gallery.

    Any valid token will do. `$filter` works on displayName and categories only.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph/api/applicationtemplate-list
    """
    return Operation[ApplicationTemplateCollectionResponse](
        name="list_application_templates",
        method="GET",
        path="/applicationTemplates",
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
        convert=ApplicationTemplateCollectionResponse.from_dict,
        repeatable=True,
    )
