"""The token of each request: from a credential, a callable or a string, kept as long as it is
good.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, cast

from graphsync._async.native import AWAITS, call
from graphsync._core.call.forks import leave_behind
from graphsync._core.secrecy.hidden import Hidden
from graphsync._core.secrecy.tracebacks import own_frames_only
from graphsync.errors import SignInFailed

if TYPE_CHECKING:
    from graphsync._async.native import Credential
    from graphsync._core.response.challenge import Challenge
    from graphsync.auth import Flow, SignIn

_FRESH = 300.0  # seconds before its end at which a token is no longer taken from memory


class Bearer:
    """The token to send, and a better one where the service asks for it."""

    def __init__(
        self, credential: Hidden[Credential], scope: str, sign_in: Callable[[], SignIn]
    ) -> None:
        self._scope = scope
        self._sign_in = sign_in
        _check_credential(credential)
        self._fixed: Hidden[str] | None = None
        self._credential: Any = None
        self._function: Any = None
        self._flow: Flow | None = None
        given: Any = credential.reveal()
        # Chosen by what it has: azure's credentials are protocols.
        if isinstance(given, str):
            self._fixed = Hidden(given)
        elif hasattr(given, "get_token"):
            self._credential = given
        elif callable(given):
            self._function = given
        else:
            self._flow = given
        self._token: Hidden[str] | None = None
        self._expires = 0.0

    async def token(self, lock: AbstractAsyncContextManager[Any]) -> Hidden[str]:
        """Return a token, from memory where it lasts.

        Only one caller at a time asks for a new one.
        """
        if self._fixed is not None:
            return _checked(self._fixed)
        if self._function is not None:
            return _checked(await self._ask(self._function))
        token = self._fresh()
        if token is not None:
            return token
        async with lock:
            return self._fresh() or await self._renew(None)

    async def better(
        self, rejected: Hidden[str], challenge: Challenge, lock: AbstractAsyncContextManager[Any]
    ) -> Hidden[str] | None:
        """Return another token than the rejected one, or None where there is none to be had."""
        if self._fixed is not None:
            return None
        if self._function is not None:
            token = _checked(await self._ask(self._function))
        else:
            async with lock:
                known = self._token
                token = (
                    known
                    if known is not None and known != rejected
                    else await self._renew(challenge.claims)
                )
        return None if token == rejected else token

    def _fresh(self) -> Hidden[str] | None:
        return self._token if time.time() < self._expires - _FRESH else None

    async def _renew(self, claims: str | None) -> Hidden[str]:
        credential = await self._complete()
        options: dict[str, Any] = {}
        if _takes(credential.get_token, "enable_cae"):
            options["enable_cae"] = True  # without it the service never sends a claims challenge
        if claims is not None:
            options["claims"] = claims
        answer = await self._ask(credential.get_token, self._scope, **options)
        token = _checked(Hidden(getattr(answer.reveal(), "token", None)))
        self._token = token
        self._expires = float(getattr(answer.reveal(), "expires_on", 0))
        return token

    def __repr__(self) -> str:
        return f"Bearer({self._scope})"

    async def _complete(self) -> Any:  # azure's protocols, or anything with get_token
        if self._credential is None and self._flow is not None:
            made = await self._ask(self._flow.complete, self._sign_in())
            self._credential = made.reveal()
        return self._credential

    async def _ask(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        **options: Any,  # a user's function
    ) -> Hidden[Any]:
        try:
            with own_frames_only():
                return Hidden(await call(function, *arguments, **options))
        except Exception as error:  # noqa: BLE001  # whatever a user's function raises
            cause = error
        raise SignInFailed(
            f"the credential returned no token for {self._scope}: {cause}"
        ) from cause

    def renew(self) -> None:
        """Begin without a token and without the connections to the authority, which belong to
        the parent process.
        """
        self._token = None
        self._expires = 0.0
        if self._flow is not None:
            leave_behind(self._credential)
            self._credential = None

    async def close(self) -> None:
        """Close a credential that was made here; one that was passed in belongs to the caller."""
        self._token = None
        if self._flow is not None and self._credential is not None:
            credential, self._credential = self._credential, None
            await call(credential.close)


def _check_credential(credential: Hidden[Credential]) -> None:
    """Refuse what cannot be a credential, and in a synchronous client what only an event loop
    can run.
    """
    problem = _refusal(credential.reveal())
    if problem is not None:
        raise TypeError(problem)


def _refusal(credential: object) -> str | None:
    if isinstance(credential, type):
        name = credential.__name__
        return f"credential is the class {name}; pass an object of it: {name}(...)"
    get_token = getattr(credential, "get_token", None)
    if get_token is None and not callable(credential) and not isinstance(credential, str):
        from graphsync.auth import Flow

        if not isinstance(credential, Flow):
            return (
                f"credential is a {type(credential).__name__}; pass an azure-identity credential, "
                "a function that returns a token, a token, or one of graphsync.auth"
            )
    if not AWAITS and inspect.iscoroutinefunction(get_token or credential):
        name = getattr(credential, "__name__", type(credential).__name__)
        # Only the synchronous twin comes here, and its derivation would rename the class.
        twin = f"{'Async'}GraphClient"
        return (
            f"{name} is asynchronous; use it with {twin}, or pass its synchronous counterpart to"
            " this client"
        )
    return None


def _takes(function: Callable[..., Any], name: str) -> bool:
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):  # some built-in callables have no signature
        return False
    return any(
        parameter.name == name or parameter.kind is parameter.VAR_KEYWORD
        for parameter in parameters
    )


def _checked(token: Hidden[object]) -> Hidden[str]:
    """Refuse what cannot stand in a header, before a library quotes it in an error."""
    problem = _problem(token.reveal())
    if problem is not None:
        raise SignInFailed(problem)
    return cast("Hidden[str]", token)


def _problem(token: object) -> str | None:
    if not isinstance(token, str):
        return f"the credential gave a {type(token).__name__}, where a token is text"
    if not token:
        return "the credential gave an empty token"
    if not token.isascii() or not token.isprintable() or " " in token:
        return (
            "the token holds spaces, line ends or other characters that no token has; is it read"
            " from a file?"
        )
    return None
