"""The ASGI application: reads a request, lets the right part answer, writes the answer."""

import asyncio
import json
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.types import Receive, Scope, Send

from graphsync.emulator.admin import Admin
from graphsync.emulator.document import is_object, member
from graphsync.emulator.graph import LocalGraph
from graphsync.emulator.http.guard import has_foreign_origin, host_of, is_own_host, is_own_page
from graphsync.emulator.http.wire import reset
from graphsync.emulator.pages import forms
from graphsync.emulator.pages.overview import page, stylesheet
from graphsync.emulator.pages.person import person_page
from graphsync.emulator.pages.requests import requests_page
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.reply import Reply

_EXPOSED = (
    "request-id, client-request-id, Location, Retry-After, OData-Version, x-ms-ags-diagnostic"
)
_FORMS = "/_emulator/page/do/"
_VERSIONS = ("/v1.0", "/beta")
LARGEST_BODY = 64 * 1024 * 1024
_CONSTANT_HEADERS = [
    (b"strict-transport-security", b"max-age=31536000"),
    (b"vary", b"Accept-Encoding"),
    (
        b"x-ms-ags-diagnostic",
        b'{"ServerInfo":{"DataCenter":"Local","Slice":"E","Ring":"1","ScaleUnit":"000","RoleInstance":"LOCAL"}}',
    ),
]


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came in.

    `raw_path` is still percent-encoded and header names are in lower case. `body` is None where it
    was larger than `LARGEST_BODY`. `server` is the name or address at which the request arrived.
    """

    method: str
    raw_path: str
    query: str
    headers: dict[str, str]
    body: bytes | None
    origin: str
    server: str = ""


class GraphApp:
    """The local Graph as an ASGI application, token endpoint, admin surface and page included.

    Args:
        graph: The tenant to serve.
        host: The address that the server listens on.
        allow_hosts: More names that a request's `Host` may have.

    """

    def __init__(
        self, graph: LocalGraph, host: str = "127.0.0.1", allow_hosts: Collection[str] = ()
    ) -> None:
        self.graph = graph
        self._host = host
        self._own_names = frozenset(name.lower() for name in allow_hosts)
        self._admin = Admin(graph)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or a lifespan."""
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            headers = {
                name.decode("latin-1").lower(): value.decode("latin-1")
                for name, value in scope["headers"]
            }
            request = Request(
                method=scope["method"],
                raw_path=str(scope.get("raw_path", b"").decode("latin-1")).partition("?")[0]
                or str(scope["path"]),
                query=scope["query_string"].decode("latin-1"),
                headers=headers,
                body=await _read(receive),
                origin=f"{scope['scheme']}://{headers.get('host') or _address(scope)}",
                server=str((scope.get("server") or ("",))[0]),
            )
            await _send(send, await self.answer(request), scope)

    async def answer(self, request: Request) -> Reply:
        """Let the right part answer a request."""
        # In process, the client's URL names the server; on a socket it is the address.
        own_names = self._own_names | {request.server.lower()}
        if not is_own_host(host_of(request.headers), own_names, self._host):
            return _refusal(
                403,
                "Forbidden",
                f"This emulator is not called {host_of(request.headers)[:100]!r}; "
                "use its address, or start it with --allow-host NAME.",
            )
        origin_of_page = request.headers.get("origin", "")
        crossing = bool(origin_of_page) and is_own_page(origin_of_page, own_names, self._host)
        if request.method == "OPTIONS" and "access-control-request-method" in request.headers:
            return _preflight(request.headers) if crossing else _no_crossing(origin_of_page)
        reply = await self._answer(request)
        if crossing:
            reply.headers |= _crossing(origin_of_page)
        return reply

    async def _answer(self, request: Request) -> Reply:
        path, origin = request.raw_path, request.origin
        if request.body is None:
            return _refusal(
                413, "RequestEntityTooLarge", f"A body may have {LARGEST_BODY} bytes at most."
            )
        query = dict(parse_qsl(request.query, keep_blank_values=True)) if request.query else {}
        version = path[:5]
        if version in _VERSIONS and path[5:6] in {"", "/"}:
            call = Call(
                self.graph.state,
                request.method,
                path[5:] or "/",
                query,
                request.headers,
                request.body,
                origin + version,
            )
            return self.graph.serve(call)
        if path == "/" or path.startswith("/_emulator"):
            return await self._steer(request, request.body, query)
        method = "GET" if request.method == "HEAD" else request.method
        return self._sign_in(request, method, request.body)

    async def _steer(self, request: Request, body: bytes, query: dict[str, str]) -> Reply:
        method = "GET" if request.method == "HEAD" else request.method
        path, origin = request.raw_path, request.origin
        if has_foreign_origin(request.headers):
            return _refusal(403, "Forbidden", "Pages of other hosts cannot control the emulator.")
        if method == "GET" and path == "/":
            return page(self.graph, f"{origin}/v1.0", query)
        if method == "GET" and path == "/_emulator/page.css":
            return stylesheet()
        if method == "GET" and path == "/_emulator/page/requests":
            return requests_page(self.graph, query)
        if method == "GET" and path == "/_emulator/page/person":
            return person_page(self.graph, query)
        if method == "POST" and path.startswith(_FORMS):
            return await self._submit(path.removeprefix(_FORMS), request.headers, body)
        return await self._admin.handle(
            method, path.removeprefix("/_emulator"), request.query, body
        )

    async def _submit(self, name: str, headers: dict[str, str], body: bytes) -> Reply:
        """Do what a form of the page asks for, and lead back to the page."""
        if not forms.is_sent_by_own_page(headers):
            return _refusal(403, "Forbidden", "Forms are taken from the emulator's own page only.")
        try:
            form = forms.read_form(headers, body)
            call = forms.admin_call(name, form)
        except ValueError as error:
            return forms.refused_page(str(error), "/")
        content = json.dumps(call.body).encode()
        reply = await self._admin.handle(call.method, call.path, "", content)
        if reply.status >= 400 and is_object(reply.body):
            message = str(member(reply.body, "error").get("message"))
            return forms.refused_page(message, forms.way_back(form))
        return Reply(303, None, {"Location": forms.way_back(form), "Cache-Control": "no-store"})

    def _sign_in(self, request: Request, method: str, body: bytes) -> Reply:
        path, origin = request.raw_path, request.origin
        tenant, _, rest = path.strip("/").partition("/")
        if method == "GET" and rest in {
            "v2.0/.well-known/openid-configuration",
            ".well-known/openid-configuration",
        }:
            return self.graph.tokens.configuration(origin, tenant)
        if method == "GET" and rest in {"discovery/v2.0/keys", "discovery/keys"}:
            return self.graph.tokens.keys()
        if method == "POST" and rest == "oauth2/v2.0/token":
            return self.graph.token(tenant, f"{origin}{path}", request.headers, body)
        if method == "GET" and path == "/common/discovery/instance":
            return _instance(origin)
        return _refusal(404, "NotFound", f"Nothing is served at {path[:200]}; Graph is at /v1.0.")


def _crossing(page: str) -> dict[str, str]:
    """Return the headers with which a browser lets a page of another origin read an answer."""
    return {
        "Access-Control-Allow-Origin": page,
        "Access-Control-Expose-Headers": _EXPOSED,
        "Vary": "Origin",
    }


def _preflight(headers: dict[str, str]) -> Reply:
    """Answer a browser's question whether a page may send what it wants to send."""
    allowed = {
        "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE, HEAD",
        "Access-Control-Allow-Headers": headers.get("access-control-request-headers", "*"),
        "Access-Control-Max-Age": "600",
    }
    return Reply(204, None, {**_crossing(headers["origin"]), **allowed})


def _no_crossing(page: str) -> Reply:
    message = f"Pages of {page[:100]} cannot use this emulator; --allow-host NAME lets them."
    return _refusal(403, "Forbidden", message)


def _refusal(status: int, code: str, message: str) -> Reply:
    return Reply(status, {"error": {"code": code, "message": message}}, {}, "application/json")


def _instance(origin: str) -> Reply:
    host = origin.partition("://")[2]
    metadata = [{"preferred_network": host, "preferred_cache": host, "aliases": [host]}]
    endpoint = f"{origin}/common/v2.0/.well-known/openid-configuration"
    body = {"tenant_discovery_endpoint": endpoint, "api-version": "1.1", "metadata": metadata}
    return Reply(200, body, {}, "application/json")


def _address(scope: Scope) -> str:
    host, port = scope.get("server") or ("localhost", None)
    return f"{host}:{port}" if port else str(host)


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _read(receive: Receive) -> bytes | None:
    """Return the body, None for one that is too large; all of it is read either way."""
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        chunk: bytes = message.get("body", b"")
        size += len(chunk)
        if size <= LARGEST_BODY:
            chunks.append(chunk)
        else:
            chunks.clear()
        if not message.get("more_body", False):
            return b"".join(chunks) if size <= LARGEST_BODY else None


def wire_headers(reply: Reply, content: bytes) -> list[tuple[bytes, bytes]]:
    """Return the headers of an answer, those that every answer has among them.

    A body has no length in advance: the service sends it in chunks.
    """
    headers = list(_CONSTANT_HEADERS)
    if content:
        headers.append((b"content-type", reply.content_type.encode("latin-1")))
    elif reply.status != 204:
        headers.append((b"content-length", b"0"))
    return headers + [
        (name.lower().encode("latin-1"), value.encode("latin-1"))
        for name, value in reply.headers.items()
    ]


async def _send(send: Send, reply: Reply, scope: Scope) -> None:
    content = reply.content()
    kind = reply.fault.kind if reply.fault else ""
    if kind == "reset":
        reset(scope)
        return
    headers = wire_headers(reply, content)
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    if kind == "truncated":
        # More was announced than comes: the server closes the connection when the application
        # returns here.
        await send(
            {"type": "http.response.body", "body": content[: len(content) // 2], "more_body": True}
        )
    elif reply.fault and kind == "slow":
        await _send_slowly(send, content, reply.fault.seconds)
    else:
        await send({"type": "http.response.body", "body": content})


async def _send_slowly(send: Send, content: bytes, seconds: float) -> None:
    half = len(content) // 2
    await asyncio.sleep(seconds / 2)
    await send({"type": "http.response.body", "body": content[:half], "more_body": True})
    await asyncio.sleep(seconds / 2)
    await send({"type": "http.response.body", "body": content[half:]})
