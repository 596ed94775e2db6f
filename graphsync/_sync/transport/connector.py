# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/transport/connector.py
"""How to connect."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from importlib.util import find_spec
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpx

from graphsync._core.request.endpoint import Endpoint
from graphsync._core.secrecy.hidden import Hidden
from graphsync._sync.transport.connection import Connection
from graphsync._sync.transport.network import Network
from graphsync._sync.transport.pools import HttpTransport, Pools
from graphsync.errors import Refused

# They open no sockets, so a forked child may go on using them.
_WITHOUT_SOCKETS = (httpx.MockTransport, httpx.ASGITransport, httpx.WSGITransport)


class Connector:
    """How to connect: the proxy, the certificates, or a transport that was passed in."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        proxy: Hidden[str | None],
        ssl_context: ssl.SSLContext | None,
        transport: httpx.BaseTransport | None,
        closes_transport: bool,
        event_hooks: Mapping[str, Sequence[Callable[..., Any]]] | None,  # httpx types them so
    ) -> None:
        self.endpoint = endpoint
        self.proxy = read_proxy(proxy)
        self.ssl_context = ssl_context
        self.transport = transport
        self.closes_transport = closes_transport
        self.event_hooks = event_hooks
        self._is_used = False
        self._is_of_the_parent = False

    def connect(self) -> Connection:
        """Make what sends; nothing is opened yet.

        Raises `Refused` for an own transport that the parent of this process has used.
        """
        if self._is_of_the_parent:
            raise Refused(
                "the transport= of this client was used before this process was forked, and its"
                " connections belong to the parent process; make the transport and the client in"
                " the child process"
            )
        self._is_used = True
        network = Network()
        pools = Pools(partial(self._pool, network), self.transport)
        return Connection(pools, network, self.event_hooks or {}, self._name_of_the_proxy)

    def _name_of_the_proxy(self) -> str | None:
        """Return the proxy as errors name it, without a password; None where there is none."""
        if self.transport is not None or self._proxy is None:
            return None
        url = self._proxy.url
        name = f"{url.scheme}://{url.host}" + (f":{url.port}" if url.port is not None else "")
        return name if self.proxy is not None else f"{name} (from the environment)"

    def renew(self) -> None:
        """Leave an own transport to the parent process."""
        is_shared = self.transport is not None and not isinstance(self.transport, _WITHOUT_SOCKETS)
        self._is_of_the_parent = self._is_of_the_parent or (self._is_used and is_shared)

    def _pool(self, network: Network) -> httpx.BaseTransport:
        return HttpTransport(network, self._trust, self._proxy)

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        if self.endpoint.is_plain:
            return ssl.SSLContext(
                ssl.PROTOCOL_TLS_CLIENT
            )  # trusts nobody; loading authorities takes 20 ms
        return self.ssl_context or default_ssl_context()

    @cached_property
    def _proxy(self) -> httpx.Proxy | None:
        if self.proxy is not None or self.endpoint.is_plain:
            return (
                self.proxy
            )  # a proxy of the environment must not see a token that is sent in plain
        host = self.endpoint.host
        known = getproxies()
        proxy = known.get("https") or known.get("all")
        if not proxy or proxy_bypass(host):
            return None
        found: Hidden[str | None] = Hidden(proxy if "://" in proxy else f"http://{proxy}")
        del known, proxy  # it may hold a password
        try:
            return read_proxy(found)
        except ValueError as error:
            reason = str(error)
        raise Refused(
            "the proxy that the environment names (HTTPS_PROXY, ALL_PROXY) cannot be used:"
            f" {reason}"
        )

    def close(self) -> None:
        """Close the own transport, where that was asked for."""
        if self.transport is not None and self.closes_transport:
            self.transport.close()


def default_ssl_context() -> ssl.SSLContext:
    """Trust what httpx trusts."""
    return httpx.create_ssl_context()


def read_proxy(address: Hidden[str | None]) -> httpx.Proxy | None:
    """Read a proxy's address; raises ValueError, without the password that may stand in it."""
    if address.reveal() is None:
        return None
    proxy = _proxy(address)
    shown = repr((address.reveal() or "").rpartition("@")[2][:100])
    if proxy is None:
        raise ValueError(
            f"{shown} is not the address of a proxy; write it like http://proxy.contoso.com:8080"
        )
    if proxy.url.scheme.startswith("socks") and find_spec("socksio") is None:
        raise ValueError(f"{shown} needs the package socksio; install httpx[socks]")
    return proxy


def _proxy(address: Hidden[str | None]) -> httpx.Proxy | None:
    try:
        proxy = httpx.Proxy(address.reveal() or "")
        _ = proxy.url.port  # checked when it is read
    except (httpx.InvalidURL, ValueError):
        return None
    return proxy if proxy.url.host else None
