"""The root of all errors, and what Graph itself answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphsync._core.failure import Failure


class GraphError(Exception):
    """Be the root of all errors of this package.

    `next_link` is set where an iteration over pages broke off: `collection.resume(error.next_link)` goes on there.
    """

    next_link: str | None = None

    # Exceptions cross processes by pickle, which by default calls the class with the message alone.
    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.args), dict(self.__dict__)


def _rebuild(kind: type[GraphError], arguments: tuple[object, ...]) -> GraphError:
    return kind.__new__(kind, *arguments)


class ServiceError(GraphError):
    """Report an error answer of Graph: its `status`, `code`, `message`, `request_id`, and a `hint` where one is known.

    `code` and `message` are the most telling ones of the answer: JSON inside the message is unpacked. `headers`
    (lower-case names) and `body` are as received, less what the request held of secrets.
    """

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure
        self.status = failure.status
        self.code = failure.code
        self.message = failure.message
        self.method = failure.method
        self.path = failure.path
        self.request_id = failure.request_id
        self.retry_after = failure.retry_after
        self.hint = failure.hint
        self.headers = failure.headers
        self.body = failure.body

    def __str__(self) -> str:
        told = f": {self.message}" if self.message else ""
        lines = [f"{self.status} {self.code}{told}", f"  {self.method} {self.path}"]
        if self.request_id or self.failure.date:
            lines.append(
                f"  request-id {self.request_id or 'none'}{f', {self.failure.date}' * bool(self.failure.date)}"
            )
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)


class BadRequest(ServiceError):
    """Report 400: the service does not accept the request as it is."""


class Unauthorized(ServiceError):
    """Report 401: the token, or the id; this API answers both that way."""


class Forbidden(ServiceError):
    """Report 403: a permission is missing."""


class NotFound(ServiceError):
    """Report 404: no such resource, or no such verb."""


class NotAcceptable(ServiceError):
    """Report 406: a value that the service does not know, often an enumeration in the wrong case."""


class Conflict(ServiceError):
    """Report 409: it exists already, or another change is still under way."""


class PreconditionFailed(ServiceError):
    """Report 412: `If-Match` names another version."""


class FailedDependency(ServiceError):
    """Report 424: an item of the batch that this one depends on failed."""


class Throttled(ServiceError):
    """Report 429: too many requests; `retry_after` says how many seconds to wait, where the service said so."""


class Redirected(ServiceError):
    """Report a redirect; it was not followed, so that the token stays with its server."""


class ServerFailure(ServiceError):
    """Report 5xx: the service failed."""
