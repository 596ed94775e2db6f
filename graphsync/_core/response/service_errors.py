"""From an error answer to the error that says most."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from graphsync._core.json_values import as_object, json_or_none, text_at
from graphsync._core.response.answer import Answer
from graphsync._core.response.evidence import Evidence
from graphsync._core.response.hints import advise
from graphsync._core.response.retry_after import retry_after
from graphsync.errors import (
    BadRequest,
    Conflict,
    FailedDependency,
    Failure,
    Forbidden,
    NotAcceptable,
    NotFound,
    PreconditionFailed,
    Redirected,
    ServerFailure,
    ServiceError,
    Throttled,
    Unauthorized,
)

_CLASSES: Mapping[int, type[ServiceError]] = MappingProxyType(
    {
        400: BadRequest,
        401: Unauthorized,
        403: Forbidden,
        404: NotFound,
        406: NotAcceptable,
        409: Conflict,
        412: PreconditionFailed,
        424: FailedDependency,
        429: Throttled,
    }
)
_DEEPEST = 8
_KEPT = 100_000


def service_error(
    answer: Answer,
    method: str,
    path: str,
    now: datetime | None = None,
    *,
    evidence: Evidence | None = None,
) -> ServiceError:
    """Build the error of an answer whose status says that something is wrong; whatever the body is,
    it never fails.

    `evidence` is what the token and earlier calls show, by which one of several causes is chosen.
    """
    text = answer.text
    body = as_object(json_or_none(text))
    code, message = _code_and_message(body)
    inner = _inner(body)
    headers = answer.redaction.headers(answer.headers)
    advice = advise(answer.status, code, message, method, path, headers, evidence or Evidence())
    failure = Failure(
        status=answer.status,
        code=code or _class(answer.status).__name__,
        message=message if body is not None else _shortened(text),
        method=method,
        path=path,
        request_id=headers.get("request-id") or text_at(inner, "request-id", "requestId"),
        client_request_id=headers.get("client-request-id") or text_at(inner, "client-request-id"),
        date=text_at(inner, "date") or headers.get("date"),
        retry_after=retry_after(answer.headers, now or datetime.now(UTC)),
        headers=headers,
        body=text[:_KEPT],
        hint=advice.text or None,
        causes=advice.causes,
    )
    return _class(answer.status)(failure)


def _class(status: int) -> type[ServiceError]:
    if 300 <= status < 400:
        return Redirected
    return ServerFailure if status >= 500 else _CLASSES.get(status, ServiceError)


def _object(parent: dict[str, Any] | None, name: str) -> dict[str, Any] | None:
    return None if parent is None else as_object(parent.get(name))


def _code_and_message(body: dict[str, Any] | None, depth: int = 0) -> tuple[str, str]:
    """Return the code and message that say most: this service hides whole errors as text in
    `message`.
    """
    error = _object(body, "error") or body
    code = text_at(error, "code") or ""
    message = text_at(error, "message", "Message") or ""
    if depth < _DEEPEST and message.lstrip().startswith("{"):
        hidden = as_object(json_or_none(message))
        if hidden is not None:
            inner_code, inner_message = _code_and_message(hidden, depth + 1)
            return inner_code or code, inner_message or ("" if inner_code else message)
    if code in {"", "UnknownError"}:
        return _innermost_code(error) or code, message
    return code, message


def _innermost_code(error: dict[str, Any] | None) -> str | None:
    found: str | None = None
    for _ in range(_DEEPEST):
        error = _inner_error(error)
        if error is None:
            break
        found = text_at(error, "code") or found
    return found


def _inner_error(error: dict[str, Any] | None) -> dict[str, Any] | None:
    return _object(error, "innerError") or _object(error, "innererror")


def _inner(body: dict[str, Any] | None) -> dict[str, Any] | None:
    return _inner_error(_object(body, "error"))


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 200 else f"{plain[:197]}..."
