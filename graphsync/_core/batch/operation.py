"""The one operation that this package sends and no document describes."""

from __future__ import annotations

from typing import Any

from graphsync_client.types import Json, Operation, Reads


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
