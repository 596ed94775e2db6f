"""The same tenant for synchronous clients in the same process, without a socket."""

import time
from collections.abc import Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from graphsync.emulator.http.app import LARGEST_BODY, GraphApp, Request, wire_headers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_Result = TypeVar("_Result")


class WsgiApp:
    """The local Graph as a WSGI application:
    `httpx.Client(transport=httpx.WSGITransport(app=emulator.wsgi))`.

    There is no connection that could be reset or cut: a `reset` is a ConnectionResetError, a
    `truncated` body is short.
    """

    def __init__(self, app: GraphApp) -> None:
        self._app = app

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        headers = {
            key[5:].replace("_", "-").lower(): str(value)
            for key, value in environ.items()
            if key[:5] == "HTTP_"
        }
        for name in ("CONTENT_TYPE", "CONTENT_LENGTH"):
            if environ.get(name):
                headers[name.replace("_", "-").lower()] = str(environ[name])
        path = str(environ.get("PATH_INFO") or "/")
        host = (
            headers.get("host")
            or f"{environ.get('SERVER_NAME', 'localhost')}:{environ.get('SERVER_PORT', '80')}"
        )
        request = Request(
            method=str(environ["REQUEST_METHOD"]),
            raw_path=str(
                environ.get("RAW_URI") or quote(path.encode("latin-1"), safe="/$()'=:,@!*~;+")
            ),
            query=str(environ.get("QUERY_STRING") or ""),
            headers={"host": host, **headers},
            body=_body(environ),
            origin=f"{environ['wsgi.url_scheme']}://{host}",
            server=str(environ.get("SERVER_NAME") or ""),
        )
        reply = _finish(self._app.answer(request))
        kind = reply.fault.kind if reply.fault else ""
        if kind == "reset":
            raise ConnectionResetError("the emulator was asked to reset this connection")
        if reply.fault and kind == "slow":
            time.sleep(reply.fault.seconds)
        content = reply.content()
        pairs = [
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, value in wire_headers(reply, content)
        ]
        start_response(f"{reply.status} Graph", pairs)
        return [content[: len(content) // 2] if kind == "truncated" else content]


def _body(environ: "WSGIEnvironment") -> bytes | None:
    length = str(environ.get("CONTENT_LENGTH") or "")
    wanted = int(length[:20]) if length.isascii() and length.isdigit() else LARGEST_BODY + 1
    read: Callable[[int], bytes] = environ["wsgi.input"].read
    body = read(min(wanted, LARGEST_BODY + 1))
    return body if len(body) <= LARGEST_BODY else None


# Any: what a coroutine yields and takes is its event loop's business.
def _finish(coroutine: Coroutine[Any, Any, _Result]) -> _Result:
    """Run a coroutine that never waits for anything, which needs no event loop."""
    while True:
        try:
            coroutine.send(None)
        except StopIteration as done:
            result: _Result = done.value
            return result
