"""The keyword arguments of a client."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphsync._core.call.settings import check_kind
from graphsync._core.secrecy.hidden import Hidden
from graphsync.clouds import Cloud
from graphsync_client.types import ABSENT, Value

if TYPE_CHECKING:
    import httpx


class ClientOptions(Value, kw_only=True):
    """Where and how a client connects; the client's docstring says what each one means."""

    cloud: Cloud
    endpoint: str
    authority: str
    scope: str
    version: str
    allow_plain_http: Iterable[str]
    proxy: Hidden[str | None]
    verify: str | Path | ssl.SSLContext | None
    cert: Hidden[str | Path | tuple[str, str] | tuple[str, str, str] | None]
    transport: httpx.AsyncBaseTransport | None
    close_transport: bool
    event_hooks: Mapping[str, Sequence[Callable[..., Any]]] | None  # httpx types them so

    def _check(self) -> None:
        check_kind("cloud", self.cloud, Cloud)
        # What is absent comes from the cloud, so that host, authority and scope belong together.
        for name in ("endpoint", "authority", "scope", "version"):
            value: object = getattr(self, name)
            if value is ABSENT:
                self.__dict__[name] = getattr(self.cloud, name)
            else:
                check_kind(name, value, str)
