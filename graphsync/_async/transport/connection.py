"""httpx, and everything that can go wrong between two machines."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

import httpx

from graphsync._async.native import Calls
from graphsync._async.transport.network import Network
from graphsync._async.transport.pools import Pools
from graphsync._core.call.deadline import Deadline
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync._core.request.release import VERSION
from graphsync._core.request.request_id import request_id
from graphsync._core.request.tls import TRUST, is_tls, is_untrusted
from graphsync._core.response.answer import Answer
from graphsync._core.response.decoding import ACCEPTED, BrokenEncoding, Identity, decoding
from graphsync._core.response.redaction import Redaction
from graphsync._core.secrecy.hidden import Hidden
from graphsync._core.secrecy.tracebacks import own_frames_only
from graphsync.errors import ConnectionFailed, Refused, TimedOut, UntrustedCertificate
from graphsync.timeouts import Timeouts

_log = logging.getLogger("graphsync")
_HEADERS = {"accept-encoding": ACCEPTED, "user-agent": f"graphsync/{VERSION}"}
_MOST = 64 * 1024 * 1024
# Joined at the end, large chunks are copied once; a buffer that grows copies several times. Small
# ones, of which a body may have millions, would weigh more than what is in them.
_MANY = 1000
_CONNECTING = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class Connection:
    """A way to exchange one request for one answer; `calls` are those that use it now."""

    def __init__(
        self,
        pools: Pools,
        network: Network,
        hooks: Mapping[str, Sequence[Callable[..., Any]]],  # httpx types them so
        proxy: Callable[[], str | None],
    ) -> None:
        self._pools = pools
        self._network = network
        self._hooks = hooks
        self._proxy = proxy
        self.calls = Calls()

    async def close(self) -> None:
        """Break off the calls that use it, and close the pools."""
        self.calls.end()
        self._network.end()
        await self._pools.aclose()

    async def exchange(
        self,
        request: PreparedRequest,
        token: Hidden[str],
        timeouts: Timeouts,
        deadline: Deadline,
        redaction: Redaction,
    ) -> Answer:
        """Send a request with a token and read the whole answer, up to 64 MB of it."""
        began = time.monotonic()
        outcome = "cancelled"
        try:
            answer = await self._stream(request, token, timeouts, deadline, redaction)
            if _log.isEnabledFor(
                logging.DEBUG
            ):  # finding a long token in disguise takes longer than the request
                outcome = (
                    f"{answer.status}, request-id"
                    f" {redaction.clean(answer.headers.get('request-id', 'none'))}"
                )
            return answer
        except Exception as error:
            outcome = type(error).__name__
            raise
        finally:
            path = request.url.split("?", 1)[0]
            _log.debug(
                "%s %s -> %s in %.0f ms",
                request.method,
                path,
                outcome,
                (time.monotonic() - began) * 1000,
            )

    async def _stream(
        self,
        request: PreparedRequest,
        token: Hidden[str],
        timeouts: Timeouts,
        deadline: Deadline,
        redaction: Redaction,
    ) -> Answer:
        began = time.monotonic()
        place = f"{request.method} {request.url.split('?', 1)[0]}"
        failed: ConnectionFailed | Refused
        cause: Exception | None
        try:
            with own_frames_only():
                # Not by way of httpx's client, whose cookies, redirects and merging of settings are
                # no use here and take as long as half of sending.
                message = httpx.Request(
                    request.method,
                    request.url,
                    content=request.content,
                    headers={
                        **_HEADERS,
                        **request.headers,
                        "client-request-id": request_id(),
                        "authorization": f"Bearer {token.reveal()}",
                    },
                    extensions={"timeout": deadline.phases(timeouts)},
                )
                with deadline.running(), self._pools.lease() as transport:
                    await self._call("request", message)
                    response = await transport.handle_async_request(message)
                    try:
                        headers = _headers(response)
                        answered = partial(
                            Answer,
                            status=response.status_code,
                            headers=headers,
                            redaction=redaction,
                        )
                        decoder = _decoder(
                            headers, answered
                        )  # before a hook reads the body: httpx decodes anything
                        if self._hooks:
                            response.request = message
                            response.elapsed = timedelta(seconds=time.monotonic() - began)
                            await self._call("response", response)
                        return answered(
                            content=await _content(response, decoder, answered, place, deadline)
                        )
                    finally:
                        await response.aclose()
        except httpx.InvalidURL as error:
            failed, cause = Refused(f"{place[:300]}: the address cannot be sent: {error}"), None
        except httpx.TimeoutException as error:
            phase = type(error).__name__.removesuffix("Timeout").lower()
            told_by = with_proxy(error, f"timed out ({phase})", self._proxy())
            failed, cause = (
                TimedOut(f"{place}: {told_by}", sent=not isinstance(error, _NOT_SENT)),
                error,
            )
        except httpx.TransportError as error:
            told_by = with_proxy(
                error, redaction.clean(str(error)) or type(error).__name__, self._proxy()
            )
            failed, cause = (
                ConnectionFailed(f"{place}: {told_by}", sent=not isinstance(error, _NOT_SENT)),
                error,
            )
            if is_untrusted(error):
                failed = UntrustedCertificate(f"{place}: {told_by}. {TRUST}", sent=False)
        # httpx quotes a header that it cannot send, token included: neither as a cause nor as a
        # variable of this frame may such an error stay. Raised out here, the new one has no
        # context.
        if cause is not None and not redaction.hides_nothing_of(cause):
            cause = None
        raise failed from cause

    async def _call(self, moment: str, subject: httpx.Request | httpx.Response) -> None:
        for hook in self._hooks.get(moment, ()):
            await hook(subject)


def with_proxy(error: httpx.TransportError, reason: str, proxy: str | None) -> str:
    """Name the proxy in what went wrong while connecting.

    Without it, the server would seem to be down.
    """
    if proxy is None or not isinstance(error, _CONNECTING):
        return reason
    if isinstance(error, httpx.ProxyError):
        return f"the proxy {proxy} does not let the request through: {reason}"
    if is_tls(error):
        return f"no trusted connection by way of the proxy {proxy}: {reason}"
    return f"the proxy {proxy} cannot be reached: {reason}"


def _headers(response: httpx.Response) -> dict[str, str]:
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers.raw:
        name, value = (
            raw_name.decode("ascii", "replace").lower(),
            raw_value.decode("utf-8", "replace"),
        )
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _decoder(headers: Mapping[str, str], answered: Callable[..., Answer]) -> Identity:
    try:
        return decoding(headers.get("content-encoding", ""))
    except BrokenEncoding as error:
        reason = str(error)
    raise answered(content=b"").unreadable(reason)


async def _content(
    response: httpx.Response,
    decoder: Identity,
    answered: Callable[..., Answer],
    place: str,
    deadline: Deadline,
) -> bytes:
    if response.is_stream_consumed:  # a hook has read it
        return response.content
    parts: list[bytes] = []
    chunks: list[bytes] = []
    raw = chunk = b""
    received = size = 0
    broken = ""
    try:
        async for raw in response.aiter_raw():
            received += len(raw)
            for chunk in decoder.feed(raw):
                chunks.append(chunk)
                size += len(chunk)
                if size > _MOST:
                    break
            if max(size, received) > _MOST:
                raise answered(content=b"").unreadable(f"more than {_MOST // 1024 // 1024} MB")
            if len(chunks) >= _MANY:
                parts.append(b"".join(chunks))
                chunks.clear()
            if deadline.left == 0:
                raise TimedOut(
                    f"{place}: the answer was not complete within {deadline.total} s", sent=True
                )
        decoder.finish()
        return b"".join([*parts, *chunks])
    except BrokenEncoding as error:
        broken = str(error)
    finally:
        # Services repeat what was sent, and an error's traceback may show the variables of this
        # frame.
        del raw, chunk, decoder
        parts.clear()
        chunks.clear()
    raise answered(content=b"").unreadable(broken)
