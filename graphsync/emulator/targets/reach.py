"""Which addresses lead to a real endpoint, and the connections to them."""

import ipaddress
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from graphsync.emulator.targets.connection import Connection, Exchange
from graphsync.emulator.targets.dialect import Dialect
from graphsync.emulator.targets.remote import RemoteTarget
from graphsync.emulator.tenant.table import Table

Refusal = tuple[str, str]


class Reach:
    """The endpoints that the engine may call: those on loopback, and those that are named.

    Args:
        allowed: names or addresses, each with or without a port, such as `scim` or `10.0.0.5:8080`.
        timeout: gives the seconds that an endpoint has for each step of an answer.

    """

    def __init__(self, allowed: Iterable[str], timeout: Callable[[], float]) -> None:
        self._allowed = frozenset(_checked(item) for item in allowed)
        self._timeout = timeout
        self._open: dict[str, tuple[str, str, Connection]] = {}
        self.watch: Callable[[Exchange], object] | None = None
        """Called with each request that is sent from then on, and its answer."""
        self.record: Callable[[Exchange], object] | None = None
        """Called as `watch` is, by the tenant itself."""

    def allows(self, address: str) -> bool:
        """Return whether an address leads to an endpoint that may be called."""
        try:
            parts = urlsplit(address)
            host, port = (parts.hostname or "").casefold(), parts.port
        except ValueError:
            return False
        if parts.scheme not in {"http", "https"} or not host or parts.username is not None:
            return False
        port = port or (443 if parts.scheme == "https" else 80)
        return _is_loopback(host) or host in self._allowed or f"{host}:{port}" in self._allowed

    def connection(self, principal_id: str, secrets: Mapping[str, str]) -> Connection | None:
        """Return the connection of a principal; None where its address must not be called."""
        address, token = secrets.get("BaseAddress", ""), secrets.get("SecretToken", "")
        if not self.allows(address):
            return None
        kept = self._open.get(principal_id)
        if kept is None or kept[:2] != (address, token):
            if kept:
                kept[2].close()
            kept = self._open[principal_id] = (
                address,
                token,
                Connection(address, token, self._timeout, self._seen),
            )
        return kept[2]

    def probe(self, secrets: Mapping[str, str], *, groups: bool) -> Refusal | None:
        """Test the connection as the service does; return code and message of what is wrong."""
        connection = Connection(
            secrets["BaseAddress"], secrets["SecretToken"], self._timeout, self._seen
        )
        try:
            error = RemoteTarget(connection, {}, Table(), Dialect()).test(groups=groups)
        finally:
            connection.close()
        return (error.code, str(error)) if error else None

    def exchanges(self, principal_id: str) -> list[Exchange]:
        """Return the requests that were sent to a principal's endpoint, oldest first."""
        kept = self._open.get(principal_id)
        return list(kept[2].exchanges) if kept else []

    def _seen(self, exchange: Exchange) -> None:
        if self.record:
            self.record(exchange)
        if self.watch:
            self.watch(exchange)

    def close(self) -> None:
        """Close every connection."""
        for _, _, connection in self._open.values():
            connection.close()
        self._open.clear()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _checked(item: str) -> str:
    if not item.strip() or "/" in item or "@" in item:
        raise ValueError(
            f"an allowed target cannot be {item!r}; write a name or an address, such as 'scim:8080'"
        )
    return item.strip().casefold()
