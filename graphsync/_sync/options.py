# Derived from graphsync/_async/options.py by `python -m generator.unasync`: edit that file, not this one.
"""The keyword arguments of a client."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypedDict

from graphsync.clouds import Cloud
from graphsync.retry import RetryPolicy
from graphsync.timeouts import Timeouts

if TYPE_CHECKING:
    import httpx


class ClientOptions(TypedDict, total=False):
    """Say where and how a client talks; everything has a default, and the client's docstring tells what it means."""

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


# What would fail far from here, or in silence choose another cloud than was meant.
_KINDS: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("endpoint", "authority", "scope", "version"), (str,)),
        "cloud": (Cloud,),
        "retry": (RetryPolicy,),
        "consistency": (float, int),
    }
)


def check_options(options: Mapping[str, Any], known: type[ClientOptions] | type[CallOptions]) -> None:
    """Raise TypeError for a keyword that does not exist, as Python would for a signature spelt out, or of another type."""
    for name, value in options.items():
        if name not in known.__annotations__:
            raise TypeError(f"{name!r} is no option here; there are {', '.join(known.__annotations__)}")
        kinds = _KINDS.get(name)
        if kinds is not None and not isinstance(value, kinds):
            wanted = " or ".join(kind.__name__ for kind in kinds)
            raise TypeError(f"{name}= is a {type(value).__name__}; pass a {wanted}, or leave it out for the default")
