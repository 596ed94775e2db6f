"""GET /applicationTemplates/{application_template_id}"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.application_template_collection_response import ApplicationTemplate
from ...types import Operation, Reads, query, segment


def get_application_template(
    application_template_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[ApplicationTemplate]:
    """Read an application of the gallery.

    Any valid token will do.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph/api/applicationtemplate-get
    """
    return Operation[ApplicationTemplate](
        name="get_application_template",
        method="GET",
        path="/applicationTemplates/" + segment(application_template_id, "the application_template_id"),
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=ApplicationTemplate.from_dict,
        repeatable=True,
    )
