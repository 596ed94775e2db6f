"""The answer to a request that no operation describes."""

from __future__ import annotations

from graphsync_client.types import Json


def read_anything(body: Json) -> Json:
    """Take the answer as it is."""
    return body
