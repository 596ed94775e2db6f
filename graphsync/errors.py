"""Every error that graphsync raises on purpose.

GraphError
├── NotLoaded               a member was read before anything loaded it
├── UnreadableMember        a member of a bound object has a value that its type cannot express
├── ClientClosed            the client was used after `close()`
├── Refused                 the request was not sent, because it would do harm or cannot work
│   ├── ForeignOrigin         a link or an answer points to another server; the token stays here
│   ├── UnsentEdits           edits would be overwritten or lost
│   ├── VersionMismatch       the service has another version than the caller expects
│   ├── MaskedSecrets         a secret's value is known only as `*`
│   ├── NotAvailable          the cloud that the client talks to does not have the operation
│   ├── RateLimitExceeded     a known limit of the service would be passed within the time budget
│   ├── PlanOutdated          what is there has changed since a plan was made
│   ├── WriteRefused          a read-only client was asked to send what could change something
│   └── NotDeferrable         a verb of several requests was given to a batch or a dry run
├── ApplyFailed             a step of a plan failed; `done` and `remaining` say how far it got
├── ConfigurationInvalid    a configuration says something that cannot be meant; `place` says where
├── RecordsInvalid          records of people cannot be uploaded as they are; `problems` names them
├── JournalUnusable         the journal of an upload is in use, of another job, or not one
├── NoMatch                 a look-up found nothing
├── SeveralMatches          a look-up found more than one
├── PagingLoop              next links go round in a circle, or lead to nothing but empty pages
├── TooManyPages            a listing has more pages than list() reads
├── ExpressionInvalid       the service could not parse an expression
├── ProvisioningFailed      provisioning on demand failed, inside a successful answer
│   └── NotInScope            the subject is not assigned, or a filter leaves it out
├── WaitFailed              a wait ended without what it was for; `status` is the job's last one
│   ├── Quarantined           the job is in quarantine
│   ├── JobPaused             the job does not run: paused, or disabled by the service
│   └── WaitTimedOut          it did not happen within the given time
├── MaintenanceIncomplete   jobs that were paused for maintenance could not be started again
├── RepairFailed            the repair of an object connection ended early; it says what is left
├── CopyFailed              a copy of a job ended early, after a write; it says what is left
├── RotationFailed          new secrets did not work; `state` says what is stored now
├── SignInFailed            the credential gave no token
├── ConnectionFailed        no complete answer came: DNS, TLS, proxy, a connection that broke
│   ├── UntrustedCertificate  the server's certificate is not trusted; never tried again
│   └── TimedOut              a phase of the call, or the call as a whole, took too long
├── UnreadableAnswer        an answer came that is not what Graph sends: HTML, broken JSON, too much
└── ServiceError            Graph answered with an error
    ├── BadRequest            400
    ├── Unauthorized          401
    ├── Forbidden             403
    ├── NotFound              404
    ├── NotAcceptable         406
    ├── Conflict              409
    ├── PreconditionFailed    412
    ├── FailedDependency      424: another item of the batch failed
    ├── Throttled             429
    ├── Redirected            3xx: redirects are not followed
    └── ServerFailure         5xx

`Failure` is what a ServiceError knows of the answer, as plain data, and `Cause` the type of its
causes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from graphsync._annotations import resolvable
from graphsync_client.types import DecodeError

if TYPE_CHECKING:
    from graphsync_client.models import SynchronizationStatus, SynchronizationTaskExecution

__all__ = [
    "ApplyFailed",
    "BadRequest",
    "Cause",
    "ClientClosed",
    "ConfigurationInvalid",
    "Conflict",
    "ConnectionFailed",
    "CopyFailed",
    "ExpressionInvalid",
    "FailedDependency",
    "Failure",
    "Forbidden",
    "ForeignOrigin",
    "GraphError",
    "JobPaused",
    "JournalUnusable",
    "MaintenanceIncomplete",
    "MaskedSecrets",
    "NoMatch",
    "NotAcceptable",
    "NotAvailable",
    "NotDeferrable",
    "NotFound",
    "NotLoaded",
    "RateLimitExceeded",
    "RecordsInvalid",
    "PagingLoop",
    "PlanOutdated",
    "PreconditionFailed",
    "NotInScope",
    "ProvisioningFailed",
    "Quarantined",
    "Redirected",
    "Refused",
    "ServerFailure",
    "ServiceError",
    "RepairFailed",
    "RotationFailed",
    "SeveralMatches",
    "SignInFailed",
    "Throttled",
    "TimedOut",
    "TooManyPages",
    "Unauthorized",
    "UnreadableAnswer",
    "UnreadableMember",
    "UnsentEdits",
    "UntrustedCertificate",
    "VersionMismatch",
    "WaitFailed",
    "WaitTimedOut",
    "WriteRefused",
]


class GraphError(Exception):
    """The base of all errors of this package.

    `next_link` is set where an iteration over pages ended early:
    `collection.resume(error.next_link)` goes on there.
    """

    next_link: str | None = None

    # Exceptions cross processes by pickle, which by default calls the class with the message alone.
    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.args), dict(self.__dict__)


def _rebuild(kind: type[GraphError], arguments: tuple[object, ...]) -> GraphError:
    return kind.__new__(kind, *arguments)


class NotLoaded(GraphError):
    """A member that no request has brought yet, or that a `$select` left out."""


class UnreadableMember(GraphError, DecodeError):
    """A member whose value its type cannot express.

    Plain models raise `DecodeError`, of which this is one too.
    """


class ClientClosed(GraphError):
    """The use of a closed client."""


class Refused(GraphError):
    """A request that was not sent; nothing has changed at the service."""


class ForeignOrigin(Refused):
    """A link to another server than the client's own; it was not followed."""


class UnsentEdits(Refused):
    """Edits that the call would have thrown away."""


class VersionMismatch(Refused):
    """The service has the version `found` where the caller expected `expected`."""

    def __init__(self, message: str, expected: str | None, found: str | None) -> None:
        super().__init__(message)
        self.expected = expected
        self.found = found


class MaskedSecrets(Refused):
    """Secrets that would have to be written but are known only as `*`; `keys` names them."""

    def __init__(self, message: str, keys: Sequence[str]) -> None:
        super().__init__(message)
        self.keys = tuple(keys)


class NotAvailable(Refused):
    """An operation that a cloud, or another version of Graph, does not have by its metadata."""

    def __init__(self, message: str, operation: str, version: str) -> None:
        super().__init__(message)
        self.operation = operation
        self.version = version


class RateLimitExceeded(Refused):
    """A call that has to wait longer than its time budget; `retry_after` is in seconds."""

    def __init__(self, message: str, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class NotDeferrable(Refused):
    """A verb of several requests, which can be neither batched nor dry-run."""


class WriteRefused(Refused):
    """A request that a read-only client did not send, because it could change something."""


class PlanOutdated(Refused):
    """A plan for a state that has changed; `plan` is a new one, None where the run had begun."""

    def __init__(self, message: str, plan: object) -> None:
        super().__init__(message)
        self.plan = plan


class ApplyFailed(GraphError):
    """A step of a plan that failed; its cause is the `__cause__`.

    `done`, `failed` and `remaining` are steps, and running the apply again does the rest.
    """

    def __init__(
        self, message: str, done: Sequence[object], failed: object, remaining: Sequence[object]
    ) -> None:
        super().__init__(message)
        self.done = tuple(done)
        self.failed = failed
        self.remaining = tuple(remaining)


class ConfigurationInvalid(GraphError, ValueError):
    """A configuration that cannot be read or does not fit.

    `place` says where: the key with the keys around it, or the file and line. `path` has the keys
    and positions one by one.
    """

    def __init__(self, message: str, place: str = "", path: Sequence[str | int] = ()) -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.place = place
        self.path = tuple(path)


class RecordsInvalid(GraphError, ValueError):
    """Records that cannot be uploaded as they are; nothing was sent.

    `problems` has the first twenty of them, each with its line or number, and `count` says how many
    there are.
    """

    def __init__(self, message: str, problems: Sequence[str], count: int) -> None:
        super().__init__(message)
        self.problems = tuple(problems)
        self.count = count


class JournalUnusable(GraphError):
    """A journal that an upload cannot go on with; nothing was sent."""


class NoMatch(GraphError):
    """A look-up without a result."""


class SeveralMatches(GraphError):
    """A look-up with more than one result; `ids` lists them."""

    def __init__(self, message: str, ids: Sequence[str]) -> None:
        super().__init__(message)
        self.ids = tuple(ids)


class PagingLoop(GraphError):
    """Next links that lead back to where they came from."""


class TooManyPages(GraphError):
    """A listing with more pages than `list(max_pages=...)` reads.

    `next_link` is the first that was not read.
    """


class ExpressionInvalid(GraphError):
    """An expression that the service does not understand; its reason is in the message."""


class ProvisioningFailed(GraphError):
    """A failure inside a successful answer; `result` has the steps."""

    def __init__(self, message: str, result: object) -> None:
        super().__init__(message)
        self.result = result


class NotInScope(ProvisioningFailed):
    """A subject that the job leaves out: not assigned, not active, or filtered."""


@resolvable
class WaitFailed(GraphError):
    """A wait that ended without what it was for.

    `status` is the job's last known status, None where it was never read. `execution` is the run
    that ended the wait, where there was one.
    """

    def __init__(
        self,
        message: str,
        status: SynchronizationStatus | None,
        execution: SynchronizationTaskExecution | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.execution = execution


class Quarantined(WaitFailed):
    """A job in quarantine.

    `reason` is the service's; `since` is when the unbroken row of quarantines began,
    `disabled_after` when the service gives up and disables the job; `advice` says what to do.
    """

    reason: str = ""
    since: datetime | None = None
    disabled_after: datetime | None = None
    advice: str = ""


class JobPaused(WaitFailed):
    """A job that the service does not run: paused by somebody or by the service, or disabled."""


class WaitTimedOut(WaitFailed):
    """A wait whose time is over; the last failed look, if the last one failed, is its cause."""


class MaintenanceIncomplete(GraphError):
    """Jobs that were paused for maintenance and not started again.

    `failures` lists each with its error.
    """

    def __init__(self, message: str, failures: Sequence[object]) -> None:
        super().__init__(message)
        self.failures = tuple(failures)


class RepairFailed(GraphError):
    """A repair of an object connection that failed at `step`; the cause is the error there.

    `link_deleted` says whether the old link is gone, `job_paused` whether the job is still paused
    because it could not be started again.
    """

    def __init__(self, message: str, step: str, *, link_deleted: bool, job_paused: bool) -> None:
        super().__init__(message)
        self.step = step
        self.link_deleted = link_deleted
        self.job_paused = job_paused


class CopyFailed(GraphError):
    """A copy of a job that failed at `step`, after something was written; the cause is the error
    there.

    `job_id` is the job of the target, `created` says whether the copy created it, and `written`
    names what is there already: `schema`, `settings`.
    """

    def __init__(
        self, message: str, step: str, *, job_id: str, created: bool, written: tuple[str, ...]
    ) -> None:
        super().__init__(message)
        self.step = step
        self.job_id = job_id
        self.created = created
        self.written = written


class RotationFailed(GraphError):
    """New secrets that were not accepted; the cause is the error that said so.

    `state` says what is stored now: `unchanged` (nothing was written), `restored` (the old values
    are back), `new` (the new values, although they do not work) or `unknown`.
    """

    def __init__(self, message: str, state: str) -> None:
        super().__init__(message)
        self.state = state


class SignInFailed(GraphError):
    """A credential that gave no usable token."""


class ConnectionFailed(GraphError):
    """No complete answer; `sent` says whether the service may have seen the request."""

    def __init__(self, message: str, *, sent: bool) -> None:
        super().__init__(message)
        self.sent = sent


class TimedOut(ConnectionFailed):
    """A phase of the call, or the whole call with its repetitions, that ran out of time."""


class UntrustedCertificate(ConnectionFailed):
    """A server whose certificate is not trusted.

    Nothing was sent, and trying again does not help.
    """


class UnreadableAnswer(GraphError):
    """An answer that cannot be Graph's.

    `status`, `headers` and the beginning of the `body` are kept.
    """

    def __init__(self, message: str, *, status: int, headers: Mapping[str, str], body: str) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers)
        self.body = body


Cause: TypeAlias = Literal[
    "bad value",
    "being changed",
    "credentials missing",
    "credentials refused",
    "deleted",
    "dependency failed",
    "exists already",
    "job running",
    "no such template",
    "not replicated",
    "not supported",
    "not the owner",
    "permission missing",
    "rate limit",
    "role missing",
    "service failure",
    "token rejected",
    "version changed",
    "wrong address",
    "wrong id",
]
"""Why a call failed; `ServiceError.causes` has those that fit what is known."""


class Failure:
    """What Graph said in one error answer."""

    # Written out, because a class made by attrs costs a short program a millisecond at its import.
    def __init__(
        self,
        *,
        status: int,
        code: str,
        message: str,
        method: str,
        path: str,
        request_id: str | None = None,
        client_request_id: str | None = None,
        date: str | None = None,
        retry_after: float | None = None,
        hint: str | None = None,
        causes: Sequence[Cause] = (),
        headers: Mapping[str, str] | None = None,
        body: str = "",
    ) -> None:
        self.status = status
        self.code = code
        self.message = message
        self.method = method
        self.path = path
        self.request_id = request_id
        self.client_request_id = client_request_id
        self.date = date
        self.retry_after = retry_after
        self.hint = hint
        self.causes = tuple(causes)
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.body = body

    def __repr__(self) -> str:
        facts = (
            f"{name}={value!r}"
            for name, value in vars(self).items()
            if name not in {"headers", "body"}
        )
        return f"Failure({', '.join(facts)})"

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if isinstance(other, Failure) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # headers cannot be hashed


class ServiceError(GraphError):
    """An error answer of Graph: its `status`, `code`, `message`, `request_id`, and a `hint` where
    one is known.

    `causes` names what the hint speaks of, most likely first: one where the answer, the permissions
    in the token or earlier calls of the same client decide it, none where nothing is known.

    `code` and `message` are those of the answer that say most: JSON inside the message is unpacked.
    `headers` (lower-case names) and `body` are as received, less what the request held of secrets.
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
        self.causes = failure.causes
        self.headers = failure.headers
        self.body = failure.body

    def __str__(self) -> str:
        message = f": {self.message}" if self.message else ""
        lines = [f"{self.status} {self.code}{message}", f"  {self.method} {self.path}"]
        if self.request_id or self.failure.date:
            lines.append(
                "  request-id"
                f" {self.request_id or 'none'}{f', {self.failure.date}' * bool(self.failure.date)}"
            )
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)


class BadRequest(ServiceError):
    """400: the service does not accept the request as it is."""


class Unauthorized(ServiceError):
    """401: the token, or the id; this API answers both that way."""


class Forbidden(ServiceError):
    """403: a permission is missing."""


class NotFound(ServiceError):
    """404: no such resource, or no such verb."""


class NotAcceptable(ServiceError):
    """406: a value that the service does not know, often an enumeration in the wrong case."""


class Conflict(ServiceError):
    """409: it exists already, or another change is still under way."""


class PreconditionFailed(ServiceError):
    """412: `If-Match` names another version."""


class FailedDependency(ServiceError):
    """424: an item of the batch that this one depends on failed."""


class Throttled(ServiceError):
    """429: too many requests.

    `retry_after` says how many seconds to wait, where the service said so.
    """


class Redirected(ServiceError):
    """A redirect; it was not followed, so that the token stays with its server."""


class ServerFailure(ServiceError):
    """5xx: the service failed."""
