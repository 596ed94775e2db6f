"""What was received, as it is sent back."""

from __future__ import annotations

from typing import TypeVar

from graphsync_client.types import Model

M = TypeVar("M", bound=Model)


def outgoing(data: M) -> M:
    """Return a copy without the answer's own `@odata.context`; everything else stays as it came."""
    body = data.to_dict()
    body.pop("@odata.context", None)
    return type(data).from_dict(body)
