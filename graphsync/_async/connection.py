"""httpx, and everything that can go wrong between two machines."""

from __future__ import annotations

import logging
import ssl
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from typing import Any

import httpx
from attrs import evolve, field, frozen

from graphsync._async.native import Lock
from graphsync._core.answer import Answer
from graphsync._core.deadline import Deadline
from graphsync._core.prepared import PreparedRequest
from graphsync._core.redaction import Redaction
from graphsync.errors import ConnectionFailed, TimedOut
from graphsync.timeouts import Timeouts

_log = logging.getLogger("graphsync")
_AGENT = f"graphsync/{version('graphsync')}"
_MOST = 64 * 1024 * 1024
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class _Borrowed(httpx.AsyncBaseTransport):
    """Use a transport without closing it."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._transport.handle_async_request(request)


@frozen(kw_only=True)
class Wire:
    """Know how to connect: proxy, certificates, or an own transport with the duty to close it or not."""

    proxy: str | None = field(default=None, repr=False)
    ssl_context: ssl.SSLContext | None = None
    trusts_environment: bool = True
    transport: httpx.AsyncBaseTransport | None = None
    closes_transport: bool = False
    event_hooks: Mapping[str, Sequence[Callable[..., Any]]] | None = None  # httpx types them so

    def connect(self) -> Connection:
        """Make a connection pool; nothing is opened yet."""
        return Connection(
            httpx.AsyncClient(
                transport=None if self.transport is None else _Borrowed(self.transport),
                proxy=self.proxy,
                verify=True if self.ssl_context is None else self.ssl_context,
                trust_env=self.trusts_environment,
                follow_redirects=False,
                headers={"user-agent": _AGENT},
                event_hooks={name: list(hooks) for name, hooks in (self.event_hooks or {}).items()},
            )
        )

    async def close(self) -> None:
        """Close the own transport, where that was asked for."""
        if self.transport is not None and self.closes_transport:
            await self.transport.aclose()


class Connection:
    """Exchange one request for one answer; `lock` guards the token of those who share it."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http
        self.lock = Lock()

    async def close(self) -> None:
        """Close the pool."""
        await self._http.aclose()

    async def exchange(
        self, request: PreparedRequest, token: str, timeouts: Timeouts, deadline: Deadline, redaction: Redaction
    ) -> Answer:
        """Send a request with a token and read the whole answer, up to 64 MB of it."""
        began = time.monotonic()
        outcome = "cancelled"
        try:
            answer = await self._stream(request, token, timeouts, deadline, redaction)
            outcome = f"{answer.status}, request-id {answer.headers.get('request-id', 'none')}"
            return answer
        except Exception as error:
            outcome = type(error).__name__
            raise
        finally:
            path = request.url.split("?", 1)[0]
            _log.debug("%s %s -> %s in %.0f ms", request.method, path, outcome, (time.monotonic() - began) * 1000)

    async def _stream(
        self, request: PreparedRequest, token: str, timeouts: Timeouts, deadline: Deadline, redaction: Redaction
    ) -> Answer:
        place = f"{request.method} {request.url.split('?', 1)[0]}"
        try:
            async with self._http.stream(
                request.method,
                request.url,
                content=request.content,
                headers={**request.headers, "client-request-id": str(uuid.uuid4()), "authorization": f"Bearer {token}"},
                timeout=httpx.Timeout(
                    connect=deadline.phase(timeouts.connect),
                    read=deadline.phase(timeouts.read),
                    write=deadline.phase(timeouts.write),
                    pool=deadline.phase(timeouts.pool),
                ),
            ) as response:
                headers = {name.lower(): value for name, value in response.headers.items()}
                answer = Answer(status=response.status_code, headers=headers, content=b"", redaction=redaction)
                return evolve(answer, content=await _content(response, answer, place, deadline))
        except httpx.TimeoutException as error:
            phase = type(error).__name__.removesuffix("Timeout").lower()
            raise TimedOut(f"{place}: timed out ({phase})", sent=not isinstance(error, _NOT_SENT)) from error
        except httpx.TransportError as error:
            raise ConnectionFailed(
                f"{place}: {redaction.clean(str(error)) or type(error).__name__}", sent=not isinstance(error, _NOT_SENT)
            ) from error


async def _content(response: httpx.Response, answer: Answer, place: str, deadline: Deadline) -> bytes:
    content = bytearray()
    try:
        async for chunk in response.aiter_bytes():
            content += chunk
            if len(content) > _MOST:
                raise answer.unreadable(f"more than {_MOST // 1024 // 1024} MB")
            if deadline.left == 0:
                raise TimedOut(f"{place}: the answer was not complete within {deadline.total} s", sent=True)
    except httpx.DecodingError:
        raise answer.unreadable("its compression is broken") from None
    return bytes(content)


def default_ssl_context() -> ssl.SSLContext:
    """Trust what httpx trusts."""
    return httpx.create_ssl_context()
