# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/transport/pools.py
"""Connections, kept in small pools."""

from __future__ import annotations

import ssl
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Lock

import httpcore
import httpx

from graphsync._sync.transport.network import Network
from graphsync.errors import ClientClosed

# For each request, httpx's pool polls every connection it keeps, and does so twice: 7 ms where it
# keeps 50, next to nothing where it keeps 10. docs/performance.md has the figures.
_SIZE = 10
_MOST = 10
_KEPT = 5.0  # seconds that a connection is kept without use, as httpx does


class HttpTransport(httpx.HTTPTransport):
    """httpx's transport with ten connections, on a network of ours.

    httpx passes nothing down to httpcore's `network_backend`, so the pool that it made is replaced
    by one that has it. The class stays httpx's, because that is what instrumentation looks for.
    """

    def __init__(self, network: Network, trust: ssl.SSLContext, proxy: httpx.Proxy | None) -> None:
        super().__init__(verify=trust)
        self._pool = _pool(network, trust, proxy)


def _pool(
    network: Network, trust: ssl.SSLContext, proxy: httpx.Proxy | None
) -> httpcore.ConnectionPool:
    if proxy is None:
        return httpcore.ConnectionPool(
            ssl_context=trust,
            max_connections=_SIZE,
            max_keepalive_connections=_SIZE,
            keepalive_expiry=_KEPT,
            network_backend=network,
        )
    url = httpcore.URL(
        scheme=proxy.url.raw_scheme,
        host=proxy.url.raw_host,
        port=proxy.url.port,
        target=proxy.url.raw_path,
    )
    if proxy.url.scheme.startswith("socks"):
        return httpcore.SOCKSProxy(
            url,
            proxy_auth=proxy.raw_auth,
            ssl_context=trust,
            max_connections=_SIZE,
            max_keepalive_connections=_SIZE,
            keepalive_expiry=_KEPT,
            network_backend=network,
        )
    return httpcore.HTTPProxy(
        url,
        proxy_auth=proxy.raw_auth,
        proxy_headers=proxy.headers.raw,
        proxy_ssl_context=proxy.ssl_context,
        ssl_context=trust,
        max_connections=_SIZE,
        max_keepalive_connections=_SIZE,
        keepalive_expiry=_KEPT,
        network_backend=network,
    )


class _Pool:
    def __init__(self, transport: httpx.BaseTransport) -> None:
        self.transport = transport
        self.in_use = 0


class Pools:
    """Spread requests over pools of 10 connections, made as they are needed and 10 at most, or
    use an own transport.
    """

    def __init__(
        self,
        make: Callable[[], httpx.BaseTransport],
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._make = make
        self._transport = transport
        self._pools: deque[_Pool] = deque()
        self._is_closed = False
        self._lock = (
            Lock()
        )  # held for no more than counting, so that either twin may have a thread's

    @contextmanager
    def lease(self) -> Generator[httpx.BaseTransport]:
        """Lend a pool with a free connection; where all are busy, one in which to wait."""
        if self._transport is not None:
            yield self._transport
            return
        with self._lock:
            if self._is_closed:
                raise ClientClosed("the client was closed while this call was in progress")
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
            # They take turns, because a pool drops connections that have ended only when it is
            # used.
            self._pools.remove(pool)
            self._pools.append(pool)
        return pool

    def close(self) -> None:
        """Close the connections; an own transport stays as it is."""
        with self._lock:
            self._is_closed = True
        while self._pools:
            self._pools.popleft().transport.close()
