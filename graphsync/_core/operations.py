"""The operations outside the synchronization API that this package uses, written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from graphsync._core.principal import Principal
from graphsync._core.shapes import as_list, as_object, text_at
from graphsync_client.types import (
    Json,
    Operation,
    Owner,
    Reads,
    query,
)


@frozen
class PrincipalPage:
    """Hold what a look-up answers."""

    items: tuple[Principal, ...]
    next_link: str | None = None

    @classmethod
    def from_dict(cls, body: Json) -> PrincipalPage:
        """Read the answer; what is no object in it is left out."""
        page = as_object(body) or {}
        items = (as_object(item) for item in as_list(page.get("value")))
        return cls(tuple(Principal.from_dict(item) for item in items if item), text_at(page, "@odata.nextLink"))


def get_principal(
    owner: Owner, *, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
) -> Operation[Principal]:
    """Get a service principal or an application."""
    return Operation[Principal](
        name="get_principal",
        method="GET",
        path=owner.path,
        query=query(("$select", select), ("$expand", expand)),
        reads=Reads.JSON,
        convert=Principal.from_dict,
        repeatable=True,
    )


def find_principals(kind: str, filter: str) -> Operation[PrincipalPage]:
    """Look up `servicePrincipals` or `applications`."""
    return Operation[PrincipalPage](
        name="find_principals",
        method="GET",
        path=f"/{kind}",
        query=query(("$filter", filter), ("$select", ("id", "appId", "displayName"))),
        reads=Reads.JSON,
        convert=PrincipalPage.from_dict,
        repeatable=True,
    )


def list_provisioning_logs(filter: str | None = None, *, top: int | None = None) -> Operation[dict[str, Any]]:
    """List provisioning log entries as Graph's JSON; the records are outside the synchronization API."""
    return Operation[dict[str, Any]](
        name="list_provisioning_logs",
        method="GET",
        path="/auditLogs/provisioning",
        query=query(("$filter", filter), ("$top", top)),
        reads=Reads.JSON,
        convert=_as_it_is,
        repeatable=True,
    )


def send_batch(requests: list[dict[str, Any]], *, repeatable: bool) -> Operation[Json]:
    """Send up to 20 requests at once."""
    return Operation[Json](
        name="send_batch",
        method="POST",
        path="/$batch",
        body={"requests": requests},
        reads=Reads.JSON,
        convert=_as_it_is,
        repeatable=repeatable,
    )


def _as_it_is(body: Json) -> Json:
    return body
