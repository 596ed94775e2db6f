"""Verbs: methods that send one request, and that a batch and a dry run take uncalled.

`@verb` stands above a method that builds the request and returns it, as an operation or, where the
answer has to be worked on, as a `Request`. Calling the method sends it. `batch.add(job.start)` and
`graph.dry_run(job.start)` take the very same value and send it in their own way, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, NoReturn, ParamSpec, Protocol, TypeVar, cast

from graphsync._async.navigation.session import Session
from graphsync._core.request.request import Request
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import NotDeferrable, Refused
from graphsync_client.types import Operation

P = ParamSpec("P")
R = TypeVar("R")
F = TypeVar("F", bound=Callable[..., Any])
_BUILDS = "_builds"


class Holder(Protocol):
    """An object that has verbs."""

    @property
    def _session(self) -> Session: ...


H = TypeVar("H", bound=Holder)


def verb(
    build: Callable[Concatenate[H, P], Operation[R] | Request[R]],
) -> Callable[Concatenate[H, P], Coroutine[Any, Any, R]]:
    """Turn a method that builds a request into one that sends it and returns its result."""

    @wraps(build)
    async def send(holder: H, /, *args: P.args, **kwargs: P.kwargs) -> R:
        hidden = Hidden((args, kwargs))
        del args, kwargs  # a traceback that shows local variables must not have them
        request = build(holder, *hidden.reveal()[0], **hidden.reveal()[1])
        # the protocol between the two
        return await holder._session.send(request)  # pyright: ignore[reportPrivateUsage]

    # `help()`, editors and `inspect` show what calling the verb returns, not what builds it.
    shown = dict(build.__annotations__)
    shown["return"] = shown["return"].partition("[")[2].removesuffix("]")
    build.__annotations__ = send.__annotations__ = shown
    setattr(send, _BUILDS, build)
    return cast("Callable[Concatenate[H, P], Coroutine[Any, Any, R]]", send)


def prepared_by(build: Callable[Concatenate[H, P], Operation[R] | Request[R]]) -> Callable[[F], F]:
    """Have a batch and a dry run take the request of `build` for a method that may send several."""

    def mark(method: F) -> F:
        setattr(method, _BUILDS, build)
        return method

    return mark


def direct(method: F) -> F:
    """Mark a method that takes several requests; a batch and a dry run refuse it by its name."""

    def refuse(holder: object, *args: object, **kwargs: object) -> NoReturn:
        del args, kwargs  # as above
        raise several(f"{method.__name__}() of {type(holder).__name__}")

    setattr(method, _BUILDS, refuse)
    return method


def several(what: str) -> NotDeferrable:
    """Return the error for what takes several requests where only one can go."""
    return NotDeferrable(
        f"{what} sends more than one request, so it can be neither batched nor dry-run as a whole; "
        "call it directly, or add the operations that it sends one by one"
    )


def request_of(
    session: Session, call: object, arguments: Hidden[tuple[tuple[Any, ...], dict[str, Any]]]
) -> Request[Any]:
    """Return the request of an operation, or of a verb with its arguments; nothing else is run.

    `arguments` has those by position and those by name. Raises `NotDeferrable` for a verb that
    takes several requests, `Refused` for one of an object of another client, and TypeError for
    anything else.
    """
    operation = cast("Operation[Any]", call)
    if isinstance(call, Operation):
        if any(arguments.reveal()):
            raise TypeError(
                f"{operation.name} takes no further arguments; an operation already has them"
            )
        return Request[Any].of(operation)
    build: Callable[..., Any] | None = getattr(call, _BUILDS, None)
    holder: Holder | None = getattr(call, "__self__", None)
    if build is None or holder is None:
        raise _not_a_verb(call)
    request = Request[Any].of(build(holder, *arguments.reveal()[0], **arguments.reveal()[1]))
    # the protocol between the two
    if holder._session.transport is not session.transport:  # pyright: ignore[reportPrivateUsage]
        raise Refused(
            f"{request.operation.name} belongs to another client, which may have another tenant or "
            "identity; use the batch or dry run of that client"
        )
    return request


def _not_a_verb(call: object) -> TypeError:
    kind = type(call).__name__
    if not callable(call):
        called = cast("Coroutine[Any, Any, Any]", call)
        if isinstance(call, Coroutine):
            # else Python warns that it was never awaited, which this error says better
            called.close()
        return TypeError(
            f"{kind} is the outcome of a call; pass the verb without calling it: "
            "add(job.restart, Scope.WATERMARK) instead of add(job.restart(Scope.WATERMARK))"
        )
    name = getattr(call, "__qualname__", kind)
    return TypeError(
        f"{name} is not a verb of one request, so it was not run; pass an operation, or a verb of"
        " an object of this client with its arguments, such as add(job.restart, Scope.WATERMARK)."
        " A function that calls verbs is called directly, or adds each of them itself"
    )
