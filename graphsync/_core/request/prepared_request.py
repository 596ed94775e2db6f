"""What a call would send."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar
from urllib.parse import urlsplit

from graphsync._core.json_values import as_list, as_object, text_at
from graphsync._core.request.body import content_type, encode
from graphsync._core.request.endpoint import Endpoint
from graphsync_client.types import Json, Operation, Reads, Value

_SECRETS = (
    "/synchronization",
    "/synchronization/secrets",
    "/synchronization/connectivityParameters",
)

# What an operation asks for is what it reads; the others read JSON, or nothing but errors, which
# are JSON.
_ACCEPTED = {Reads.TEXT: "text/plain", Reads.BYTES: "application/octet-stream"}


class PreparedRequest(Value, kw_only=True):
    """One request as it goes on the wire, without the token.

    The body stays out of the repr, it may hold secrets.
    """

    name: str
    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None = None
    json: Json = None

    _unshown: ClassVar[frozenset[str]] = frozenset({"content", "json"})

    @classmethod
    def of(cls, operation: Operation[Any], endpoint: Endpoint) -> PreparedRequest:
        """Prepare an operation for a server.

        Raises `ForeignOrigin` where it leads to another one, `NotAvailable` where the server does
        not have it.
        """
        endpoint.check_has(operation.name)
        _check_headers(operation)
        return cls(
            name=operation.name,
            method=operation.method,
            url=(endpoint.beta if operation.beta else endpoint).absolute(operation.url),
            headers=MappingProxyType(_headers(operation)),
            content=encode(operation),
            json=None if isinstance(operation.body, bytes) else operation.body,
        )

    @property
    def reads_secrets(self) -> bool:
        """Whether the answer lists secrets: the request is one for them, or a batch with one."""
        if self.name == "send_batch":
            items = as_list((as_object(self.json) or {}).get("requests"))
            return any(_is_secrets(text_at(as_object(item), "url") or "") for item in items)
        return _is_secrets(self.url)

    @property
    def path(self) -> str:
        """The path on the server, version root included, without the query."""
        return urlsplit(self.url).path


def _is_secrets(url: str) -> bool:
    return urlsplit(url).path.endswith(_SECRETS)


def _headers(operation: Operation[Any]) -> dict[str, str]:
    headers = {
        "accept": _ACCEPTED.get(operation.reads, "application/json"),
        **{name.lower(): value for name, value in operation.headers.items()},
    }
    if operation.body is not None:
        headers["content-type"] = content_type(operation)
    return headers


def _check_headers(operation: Operation[Any]) -> None:
    # No value is bound to a name: a header may hold a token, and tracebacks can show variables.
    for name in operation.headers:
        if name.lower() == "authorization":
            raise ValueError(
                "the client sets Authorization itself; pass the credential to the client instead"
            )
        if not (name.isascii() and name.isprintable() and operation.headers[name].isprintable()):
            raise ValueError(f"header {name!r} holds characters that a header cannot carry")
