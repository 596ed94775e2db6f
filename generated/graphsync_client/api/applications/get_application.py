"""GET /applications/{application_id}"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.application import Application
from ...types import Operation, Reads, query, segment


def get_application(
    application_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
    consistency_level: str | None = None,
) -> Operation[Application]:
    """Read a registered application by its object id.

    One request; may be repeated.
    Application permission: Application.Read.All.
    Delegated permission: Application.Read.All.

    Reference: https://learn.microsoft.com/graph/api/application-get
    """
    operation = Operation[Application](
        name="get_application",
        method="GET",
        path="/applications/" + segment(application_id, "the application_id"),
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=Application.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
