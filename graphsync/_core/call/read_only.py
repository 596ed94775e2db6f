"""Sessions that cannot write: what plans, health checks and explanations run on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from graphsync._core.json_values import as_list, as_object
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync.errors import WriteRefused
from graphsync_client.types import Value

_READING: Final = frozenset({"GET", "HEAD"})
# POSTs that change nothing, by the names of their operations.
READING_ACTIONS: Final = frozenset({"parse_job_expression", "parse_template_expression"})
# These change nothing in Graph either, but the service signs in at the target application for them.
VALIDATING_ACTIONS: Final = frozenset({"validate_credentials", "validate_job_credentials"})


class ReadOnly(Value):
    """The requests that a read-only session lets through: reads, and actions that only read."""

    actions: frozenset[str] = READING_ACTIONS
    on_request: Callable[[str, str], object] | None = None
    """Called with method and path of each request that is let through."""

    def check(self, request: PreparedRequest) -> None:
        """Raise `WriteRefused` for a request that could change something; nothing was sent then."""
        if request.name == "send_batch":
            for method, path in _batched(request):
                if method not in _READING:
                    raise _refused(method, path)
        elif request.method not in _READING and request.name not in self.actions:
            raise _refused(request.method, request.path)
        if self.on_request is not None:
            self.on_request(request.method, request.path)


def _batched(request: PreparedRequest) -> list[tuple[str, str]]:
    items: list[dict[str, Any] | None] = [
        as_object(item) for item in as_list((as_object(request.json) or {}).get("requests"))
    ]
    # An item that cannot be read counts as a write.
    return [
        (
            ("", "an item of the batch")
            if item is None
            else (str(item.get("method")), str(item.get("url")))
        )
        for item in items
    ]


def _refused(method: str, path: str) -> WriteRefused:
    return WriteRefused(
        f"{method} {path.partition('?')[0]} was not sent: it could change something, and this is a "
        "read-only client; call it on the client that read_only() was called on"
    )
