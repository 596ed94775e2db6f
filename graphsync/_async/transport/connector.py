"""How to connect."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpx

from graphsync._async.transport.connection import Connection
from graphsync._async.transport.pools import LIMITS, Pools
from graphsync._core.request.endpoint import Endpoint


class Connector:
    """Know how to connect: proxy, certificates, or an own transport with the duty to close it or not."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        proxy: str | None,
        ssl_context: ssl.SSLContext | None,
        transport: httpx.AsyncBaseTransport | None,
        closes_transport: bool,
        event_hooks: Mapping[str, Sequence[Callable[..., Any]]] | None,  # httpx types them so
    ) -> None:
        self.endpoint = endpoint
        self.proxy = proxy
        self.ssl_context = ssl_context
        self.transport = transport
        self.closes_transport = closes_transport
        self.event_hooks = event_hooks

    def connect(self) -> Connection:
        """Make what sends; nothing is opened yet."""
        return Connection(Pools(self._pool, self.transport), self.event_hooks or {})

    def _pool(self) -> httpx.AsyncBaseTransport:
        return httpx.AsyncHTTPTransport(verify=self._trust, proxy=self._proxy, limits=LIMITS)

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        if self.endpoint.is_plain:
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody; loading authorities takes 20 ms
        return self.ssl_context or default_ssl_context()

    @cached_property
    def _proxy(self) -> str | None:
        if self.proxy is not None or self.endpoint.is_plain:
            return self.proxy  # a proxy of the environment must not see a token that is sent in plain
        host = self.endpoint.host
        known = getproxies()
        proxy = known.get("https") or known.get("all")
        if not proxy or proxy_bypass(host):
            return None
        return proxy if "://" in proxy else f"http://{proxy}"

    async def close(self) -> None:
        """Close the own transport, where that was asked for."""
        if self.transport is not None and self.closes_transport:
            await self.transport.aclose()


def default_ssl_context() -> ssl.SSLContext:
    """Trust what httpx trusts."""
    return httpx.create_ssl_context()
