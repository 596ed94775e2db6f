"""GET /servicePrincipals/{service_principal_id}"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.service_principal import ServicePrincipal
from ...types import Operation, Reads, query, segment


def get_service_principal(
    service_principal_id: str,
    *,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
    consistency_level: str | None = None,
) -> Operation[ServicePrincipal]:
    """Read a service principal by its object id.

    One request; may be repeated.
    Application permission: Application.Read.All.
    Delegated permission: Application.Read.All.

    Reference: https://learn.microsoft.com/graph/api/serviceprincipal-get
    """
    operation = Operation[ServicePrincipal](
        name="get_service_principal",
        method="GET",
        path="/servicePrincipals/" + segment(service_principal_id, "the service_principal_id"),
        query=query(
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=ServicePrincipal.from_dict,
        repeatable=True,
    )
    if consistency_level is not None:
        operation = operation.with_headers({"ConsistencyLevel": consistency_level})
    return operation
