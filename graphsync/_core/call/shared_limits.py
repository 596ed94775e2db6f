"""Which clients of a process share the service's limits: those of one application, at one
server.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock
from typing import cast
from weakref import WeakKeyDictionary

from graphsync._core.call.forks import renew_in_children
from graphsync._core.call.rate_limiter import RateLimiter

# applications that are remembered by name; the one that was used longest ago is forgotten first
_MOST = 1000


class _Scope:
    """The limiters of all clients that reach servers by the same means."""

    def __init__(self) -> None:
        self.by_name: OrderedDict[tuple[str, ...], RateLimiter] = OrderedDict()
        self.by_object: WeakKeyDictionary[object, dict[str, RateLimiter]] = WeakKeyDictionary()


class SharedLimits:
    """The limiters of this process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process = _Scope()
        self._by_transport: WeakKeyDictionary[object, _Scope] = WeakKeyDictionary()
        renew_in_children(self)

    def renew(self) -> None:
        """Begin with a lock of its own, in a forked child."""
        self._lock = Lock()

    def of(self, server: str, credential: object, transport: object | None) -> RateLimiter:
        """Return the limiter of a credential at a server.

        Credentials are the same where they are the same text, the same object, or a sign-in of
        `graphsync.auth` for the same application. A transport of the caller's own may lead
        anywhere, so it has limits of its own.
        """
        with self._lock:
            scope = self._process
            if transport is not None:
                scope = self._by_transport.setdefault(transport, _Scope())
            name = _name(credential)
            if name is not None:
                return self._named(scope, (server, *name))
            try:
                return scope.by_object.setdefault(credential, {}).setdefault(server, RateLimiter())
            except TypeError:  # it cannot be a key, or not be referred to weakly
                return RateLimiter()

    def _named(self, scope: _Scope, name: tuple[str, ...]) -> RateLimiter:
        limiter = scope.by_name.setdefault(name, RateLimiter())
        scope.by_name.move_to_end(name)
        if len(scope.by_name) > _MOST:
            scope.by_name.popitem(last=False)
        return limiter


def _name(credential: object) -> tuple[str, ...] | None:
    if isinstance(credential, str):  # a token, which nothing but the client itself keeps
        return ("token", hashlib.sha256(credential.encode("utf-8", "surrogatepass")).hexdigest())
    # As sign-ins of graphsync.auth have it.
    application: object = getattr(credential, "application", None)
    if not isinstance(application, tuple):
        return None
    return ("application", *map(str, cast("tuple[object, ...]", application)))


SHARED_LIMITS = SharedLimits()
