"""`$batch`: how calls go into one request, and come out of one answer."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Sequence
from typing import Any

from graphsync._core.json_values import as_list, as_object
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync._core.response.answer import Answer
from graphsync_client.types import Json, Operation

MOST = 20


class BatchRequest:
    """One call of a batch.

    `path` is below the version root, `depends_on` names the one that must succeed before.
    """

    def __init__(
        self, *, id: str, operation: Operation[Any], request: PreparedRequest, path: str
    ) -> None:
        self.id = id
        self.operation = operation
        self.request = request
        self.path = path
        self.depends_on: str | None = None
        if not path.startswith("/"):
            raise ValueError(
                f"{operation.name}: {path!r} is not below the version root, so it cannot be batched"
            )

    def write(self, group: Collection[str]) -> dict[str, Any]:
        """Return the item as JSON; `group` has the ids that go along."""
        headers = {name: value for name, value in self.request.headers.items() if name != "accept"}
        item: dict[str, Any] = {"id": self.id, "method": self.request.method, "url": self.path}
        if self.request.content is not None:
            content = self.operation.body
            item["body"] = (
                base64.b64encode(content).decode() if isinstance(content, bytes) else content
            )
        if headers:
            item["headers"] = headers
        if self.depends_on in group:
            item["dependsOn"] = [self.depends_on]
        return item


def chunks(requests: Sequence[BatchRequest]) -> list[list[BatchRequest]]:
    """Split into groups of at most 20, in order.

    A dependency within a group is left to the service, one on an earlier group is kept by sending
    them one by one.
    """
    return [list(requests[at : at + MOST]) for at in range(0, len(requests), MOST)]


def answers(envelope: Answer, requests: Sequence[BatchRequest]) -> dict[str, Answer]:
    """Read an envelope: items in any order, ids in any case, bodies and headers there or not."""
    known = {request.id.casefold(): request for request in requests}
    found: dict[str, Answer] = {}
    for item in map(as_object, as_list((as_object(envelope.json()) or {}).get("responses"))):
        request = None if item is None else known.get(str(item.get("id")).casefold())
        if item is None or request is None:
            continue
        found[request.id] = Answer(
            status=_status(item.get("status")),
            headers={
                str(name).lower(): str(value)
                for name, value in (as_object(item.get("headers")) or {}).items()
            },
            content=_content(item.get("body")),
            redaction=envelope.redaction,
        )
    return found


def _status(status: Json) -> int:
    """Read a status, which some services write as text; without one, the item is a failure."""
    text = str(status)
    return int(text) if text.isascii() and text.isdigit() and len(text) == 3 else 500


def _content(body: Json) -> bytes:
    if body is None:
        return b""
    if not isinstance(body, str):
        return json.dumps(body).encode()
    # What is not JSON comes as base64; JSON that was sent as text comes as it is.
    try:
        return base64.b64decode(body, validate=True)
    except ValueError:
        return body.encode()


def failed_dependency(request: BatchRequest) -> Answer:
    """Return what the service answers where an earlier call failed.

    For calls that were split off from that one.
    """
    message = f"the call {request.depends_on} of the batch, which this one depends on, failed"
    body = {"error": {"code": "FailedDependency", "message": message}}
    return Answer(status=424, headers={}, content=json.dumps(body).encode())
