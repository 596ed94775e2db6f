"""Requests that no operation describes."""

from __future__ import annotations

from collections.abc import Mapping

from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.types import Json, Operation, Reads, query, query_string


def with_params(path: str, params: Mapping[str, str]) -> str:
    """Add query parameters to a path that may have some already."""
    added = query_string(query(*params.items()))
    if not added:
        return path
    return f"{path}{'&' if '?' in path else '?'}{added}"


def read_anything(body: Json) -> Json:
    """Take the answer as it is."""
    return body


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
        convert=read_anything,
        optional=True,
        repeatable=method == "GET",
    )
