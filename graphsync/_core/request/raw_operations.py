"""Requests that no operation describes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphsync._core.request.request import unchanged
from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.types import Json, Operation, Reads, query, query_string


def with_params(path: str, params: Mapping[str, str]) -> str:
    """Add query parameters to a path that may have some already."""
    added = query_string(query(*params.items()))
    if not added:
        return path
    return f"{path}{'&' if '?' in path else '?'}{added}"


def anything(
    method: str,
    path: str,
    params: Mapping[str, str] | None,
    body_and_headers: Hidden[tuple[Json, Mapping[str, str] | None]],
) -> Operation[Json]:
    """Make an operation of a request; only GET may be sent twice."""
    method = method.upper()
    return Operation[Json](
        name="request",
        method=method,
        path=with_params(path, params or {}),
        headers=body_and_headers.reveal()[1] or {},
        body=body_and_headers.reveal()[0],
        reads=Reads.JSON,
        convert=unchanged,
        optional=True,
        repeatable=method == "GET",
    )


def send_batch(requests: list[dict[str, Any]], *, repeatable: bool) -> Operation[Json]:
    """Make the operation that sends up to 20 requests at once."""
    return Operation[Json](
        name="send_batch",
        method="POST",
        path="/$batch",
        body={"requests": requests},
        reads=Reads.JSON,
        convert=unchanged,
        repeatable=repeatable,
    )
