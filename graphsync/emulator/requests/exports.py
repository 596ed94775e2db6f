"""Requests for other programs: as HAR, and as a curl command."""

import shlex
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlsplit

from graphsync.emulator.document import Document
from graphsync.emulator.requests.shown import Shown

_LEFT_OUT = frozenset(
    {"host", "content-length", "connection", "accept-encoding", "transfer-encoding"}
)


def har(requests: Iterable[Shown], version: str) -> Document:
    """Return an HTTP archive (HAR 1.2) that the network tools of browsers open."""
    return {
        "log": {
            "version": "1.2",
            "creator": {"name": "graphsync-emulator", "version": version},
            "entries": [_entry(item) for item in requests],
        }
    }


def curl(request: Shown) -> str:
    """Return the command that sends a request again; `$TOKEN` stands for its token."""
    parts = ["curl", "--request", request.method, shlex.quote(request.url)]
    for name, value in request.headers.items():
        if name.lower() == "authorization":
            parts += ["--header", '"Authorization: Bearer $TOKEN"']
        elif name.lower() not in _LEFT_OUT:
            parts += ["--header", shlex.quote(f"{name}: {value}")]
    if request.body:
        parts += ["--data-raw", shlex.quote(request.body)]
    return " ".join(parts)


def _entry(item: Shown) -> Document:
    milliseconds = round(item.seconds * 1000, 3)
    query = parse_qsl(urlsplit(item.url).query, keep_blank_values=True)
    asked: Document = {
        "method": item.method,
        "url": item.url,
        "httpVersion": "HTTP/1.1",
        "headers": _pairs(item.headers),
        "queryString": [{"name": name, "value": value} for name, value in query],
        "cookies": [],
        "headersSize": -1,
        "bodySize": len(item.body.encode()),
    }
    if item.body:
        kind = next(
            (value for name, value in item.headers.items() if name.lower() == "content-type"),
            "application/json",
        )
        asked["postData"] = {"mimeType": kind, "text": item.body}
    return {
        "startedDateTime": item.at,
        "time": milliseconds,
        "request": asked,
        "response": {
            "status": item.status,
            "statusText": "",
            "httpVersion": "HTTP/1.1",
            "headers": _pairs(item.answer_headers),
            "cookies": [],
            "content": {
                "size": len(item.answer.encode()),
                "mimeType": item.answer_type or "application/json",
                "text": item.answer,
            },
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": len(item.answer.encode()),
        },
        "cache": {},
        "timings": {"send": 0, "wait": milliseconds, "receive": 0},
        "comment": f"{item.direction}, on the tenant's clock",
    }


def _pairs(headers: Mapping[str, str]) -> list[Document]:
    return [{"name": name, "value": value} for name, value in headers.items()]
