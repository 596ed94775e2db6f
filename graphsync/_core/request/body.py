"""A request's body as bytes."""

from __future__ import annotations

from typing import Any

from graphsync._core.json_numbers import write_json
from graphsync._core.secrecy.hidden import Hidden
from graphsync._core.secrecy.tracebacks import own_frames_only
from graphsync_client.types import Operation


def encode(operation: Operation[Any]) -> bytes | None:
    """Encode the body; None where there is none.

    A POST, PUT or PATCH without a body sends no bytes at all, which the actions of this API expect.
    """
    if operation.body is None or isinstance(operation.body, bytes):
        return operation.body
    body = Hidden(operation.body)
    try:
        with own_frames_only():
            try:
                return write_json(body, ensure_ascii=False).encode()
            except UnicodeEncodeError:
                # Half a surrogate pair, as JSON may hold it and UTF-8 may not: what came so goes
                # back so.
                return write_json(body, ensure_ascii=True).encode()
    except (TypeError, ValueError, RecursionError) as error:
        # The encoder's message names the type; the value itself may be a secret, and a context
        # would hold it.
        problem = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
    raise ValueError(f"{operation.name}: the body cannot be written as JSON: {problem}")


def content_type(operation: Operation[Any]) -> str:
    """Return the media type of the body."""
    if operation.content_type is not None:
        return operation.content_type
    return "application/octet-stream" if isinstance(operation.body, bytes) else "application/json"
