# Derived from graphsync/_async/options.py by `python -m generator.unasync`: edit that file, not this one.
"""The keyword arguments of a client."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from graphsync.clouds import Cloud
from graphsync.retry import RetryPolicy
from graphsync.timeouts import Timeouts

if TYPE_CHECKING:
    import httpx


class ClientOptions(TypedDict, total=False):
    """Say where and how a client talks; everything has a default.

    `cloud`: host, authority and token scope of a national cloud. `endpoint`: another base address, version included,
    such as `http://127.0.0.1:8000/v1.0`; `authority`, `scope` and `version` replace the cloud's. `timeout`: seconds for a whole
    call, or `Timeouts`. `retry`: a `RetryPolicy`. `proxy`: its address. `verify`: a file or folder of
    certificate authorities, or an SSL context; `cert`: the client's certificate file, or (file, key) or
    (file, key, password). `transport`: an own httpx transport, which stays open when the client closes unless
    `close_transport` is set. `event_hooks`: httpx's hooks, by `request` and `response`.
    """

    cloud: Cloud
    endpoint: str
    authority: str
    scope: str
    version: str
    timeout: float | Timeouts | None
    retry: RetryPolicy
    proxy: str
    verify: str | Path | ssl.SSLContext
    cert: str | Path | tuple[str, str] | tuple[str, str, str]
    transport: httpx.BaseTransport
    close_transport: bool
    event_hooks: Mapping[str, Sequence[Callable[..., Any]]]  # httpx types them so


class CallOptions(TypedDict, total=False):
    """Say how single calls are made.

    `timeout` and `retry` as for the client. `consistency`: for so many seconds, take 401, 403, 404 and 409 as "not
    visible yet" and try again, which is what this API answers for a while after something was created.
    """

    timeout: float | Timeouts | None
    retry: RetryPolicy
    consistency: float
