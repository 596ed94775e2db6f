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
│   ├── RateLimitExceeded        a known limit of the service would be passed within the time budget
│   └── NotDeferrable         a verb of several requests was given to a batch or a dry run
├── ConfigurationInvalid    a configuration says something that cannot be meant; `place` says where
├── NoMatch                 a look-up found nothing
├── SeveralMatches          a look-up found more than one
├── PagingLoop              the service's next links go round in a circle
├── ExpressionInvalid       the service could not parse an expression
├── ProvisioningFailed      provisioning on demand ended in a failure, inside a successful answer
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
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graphsync._core.refused import (
    ForeignOrigin,
    MaskedSecrets,
    NotAvailable,
    NotDeferrable,
    RateLimitExceeded,
    Refused,
    UnsentEdits,
    VersionMismatch,
)
from graphsync._core.service_error import (
    BadRequest,
    Conflict,
    FailedDependency,
    Forbidden,
    GraphError,
    NotAcceptable,
    NotFound,
    PreconditionFailed,
    Redirected,
    ServerFailure,
    ServiceError,
    Throttled,
    Unauthorized,
)
from graphsync_client.types import DecodeError

if TYPE_CHECKING:
    from graphsync._core.failure import Failure

__all__ = [
    "BadRequest",
    "ClientClosed",
    "ConfigurationInvalid",
    "Conflict",
    "ConnectionFailed",
    "ExpressionInvalid",
    "FailedDependency",
    "Failure",
    "Forbidden",
    "ForeignOrigin",
    "GraphError",
    "MaskedSecrets",
    "NoMatch",
    "NotAcceptable",
    "NotAvailable",
    "NotDeferrable",
    "NotFound",
    "NotLoaded",
    "RateLimitExceeded",
    "PagingLoop",
    "PreconditionFailed",
    "ProvisioningFailed",
    "Redirected",
    "Refused",
    "ServerFailure",
    "ServiceError",
    "SeveralMatches",
    "SignInFailed",
    "Throttled",
    "TimedOut",
    "Unauthorized",
    "UnreadableAnswer",
    "UnreadableMember",
    "UnsentEdits",
    "UntrustedCertificate",
    "VersionMismatch",
]


class NotLoaded(GraphError):
    """Report a member that no request has brought yet, or that a `$select` left out."""


class UnreadableMember(GraphError, DecodeError):
    """Report a member whose value its type cannot express; plain models raise the `DecodeError` that it is as well."""


class ClientClosed(GraphError):
    """Report the use of a closed client."""


class ConfigurationInvalid(GraphError, ValueError):
    """A configuration that cannot be read or does not fit.

    `place` says where: the key with the keys around it, or the file and line. `path` has the keys
    and positions one by one.
    """

    def __init__(self, message: str, place: str = "", path: Sequence[str | int] = ()) -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.place = place
        self.path = tuple(path)


class NoMatch(GraphError):
    """Report a look-up without a result."""


class SeveralMatches(GraphError):
    """Report a look-up with more than one result; `ids` lists them."""

    def __init__(self, message: str, ids: Sequence[str]) -> None:
        super().__init__(message)
        self.ids = tuple(ids)


class PagingLoop(GraphError):
    """Report next links that lead back to where they came from."""


class ExpressionInvalid(GraphError):
    """Report an expression that the service does not understand; its words are in the message."""


class ProvisioningFailed(GraphError):
    """Report a failure inside a successful answer; `result` has the steps."""

    def __init__(self, message: str, result: object) -> None:
        super().__init__(message)
        self.result = result


class SignInFailed(GraphError):
    """Report a credential that gave no usable token."""


class ConnectionFailed(GraphError):
    """Report that no complete answer came; `sent` tells whether the service may have seen the request."""

    def __init__(self, message: str, *, sent: bool) -> None:
        super().__init__(message)
        self.sent = sent


class TimedOut(ConnectionFailed):
    """Report that a phase of the call, or the whole call with its repetitions, ran out of time."""


class UntrustedCertificate(ConnectionFailed):
    """Report that the server's certificate is not trusted; nothing was sent, and trying again does not help."""


class UnreadableAnswer(GraphError):
    """Report an answer that cannot be Graph's; `status`, `headers` and the beginning of the `body` are kept."""

    def __init__(self, message: str, *, status: int, headers: Mapping[str, str], body: str) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers)
        self.body = body


def __getattr__(name: str) -> object:
    if name != "Failure":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from graphsync._core.failure import Failure  # most programs meet none

    return Failure


def __dir__() -> list[str]:
    return sorted({*globals(), "Failure"})
