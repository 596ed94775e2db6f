# Derived from graphsync/_async/transport/pools.py by `python -m generator.unasync`: edit that file, not this one.
"""Connections, kept in small pools."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Lock

import httpx

# For each request, httpx's pool polls every connection it keeps, and does so twice: 7 ms where it keeps 50, next to
# nothing where it keeps 10. docs/performance.md has the figures.
_SIZE = 10
_MOST = 10
LIMITS = httpx.Limits(max_connections=_SIZE, max_keepalive_connections=_SIZE)


class _Pool:
    def __init__(self, transport: httpx.BaseTransport) -> None:
        self.transport = transport
        self.in_use = 0


class Pools:
    """Spread requests over pools of 10 connections, made as they are needed and 10 at most, or use an own transport."""

    def __init__(self, make: Callable[[], httpx.BaseTransport], transport: httpx.BaseTransport | None = None) -> None:
        self._make = make
        self._transport = transport
        self._pools: deque[_Pool] = deque()
        self._lock = Lock()  # held for no more than counting, so that either twin may have a thread's

    @contextmanager
    def lease(self) -> Generator[httpx.BaseTransport]:
        """Lend a pool with a free connection; where all are busy, one in which to wait."""
        if self._transport is not None:
            yield self._transport
            return
        with self._lock:
            pool = self._choose()
            pool.in_use += 1
        try:
            yield pool.transport
        finally:
            with self._lock:
                pool.in_use -= 1

    def _choose(self) -> _Pool:
        for pool in self._pools:
            if pool.in_use < _SIZE:
                break
        else:
            if len(self._pools) == _MOST:
                return min(self._pools, key=lambda pool: pool.in_use)
            pool = _Pool(self._make())
            self._pools.append(pool)
        if pool is not self._pools[-1]:
            # They take turns, because a pool drops connections that have ended only when it is used.
            self._pools.remove(pool)
            self._pools.append(pool)
        return pool

    def close(self) -> None:
        """Close the connections; an own transport stays as it is."""
        while self._pools:
            self._pools.popleft().transport.close()
