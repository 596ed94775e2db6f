"""What a call would send."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen

from graphsync._core.request.body import content_type, encode
from graphsync._core.request.endpoint import Endpoint
from graphsync_client.types import Json, Operation


@frozen(kw_only=True)
class PreparedRequest:
    """Show one request as it goes on the wire, less the token; the body stays out of the repr, it may hold secrets."""

    name: str
    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None = field(default=None, repr=False)
    json: Json = field(default=None, repr=False)

    @classmethod
    def of(cls, operation: Operation[Any], endpoint: Endpoint) -> PreparedRequest:
        """Prepare an operation for a server.

        Raises `ForeignOrigin` where it leads to another one, `NotAvailable` where the server does not have it.
        """
        endpoint.check_has(operation.name)
        headers = {"accept": "application/json", **{name.lower(): value for name, value in operation.headers.items()}}
        content = encode(operation)
        if content is not None:
            headers["content-type"] = content_type(operation)
        _check(headers)
        return cls(
            name=operation.name,
            method=operation.method,
            url=endpoint.absolute(operation.url),
            headers=MappingProxyType(headers),
            content=content,
            json=None if isinstance(operation.body, bytes) else operation.body,
        )

    @property
    def path(self) -> str:
        """Return the path on the server, version root included, without the query."""
        return urlsplit(self.url).path


def _check(headers: Mapping[str, str]) -> None:
    for name, value in headers.items():
        if not (name.isascii() and name.isprintable() and value.isprintable()):
            raise ValueError(f"header {name!r} holds characters that no header can carry")
        if name == "authorization":
            raise ValueError("the client sets Authorization itself; pass the credential to the client instead")
