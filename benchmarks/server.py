"""A server whose answers were serialised before it started: `python -m benchmarks.server` prints
its address.

It spends some 20 microseconds on a request, so that what is measured is the client. Below `/slow`
each answer waits 80 ms.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import cast

from benchmarks.jobs import job, page
from benchmarks.schema import schema

PRINCIPAL = "3f1d6c0a-7b52-4b8e-9a0d-1c2b3a4d5e6f"
JOB = f"scim.{PRINCIPAL}"
TOKEN = "eyJ0" * 400  # as long as real ones
PAGES = 10
ENDLESS = 10_000
SLOW = 0.08

_HEAD = (
    b"HTTP/1.1 %d %s\r\ncontent-type:"
    b" application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8\r\ncache-control:"
    b" no-cache\r\nvary: Accept-Encoding\r\nstrict-transport-security:"
    b" max-age=31536000\r\nrequest-id: 6c2e1c8e-2f51-4a8f-8f2d-52f1d2a8f6d1\r\nclient-request-id:"
    b" 6c2e1c8e-2f51-4a8f-8f2d-52f1d2a8f6d1\r\nx-ms-ags-diagnostic:"
    b' {"ServerInfo":{"DataCenter":"West'
    b' Europe","Slice":"E","Ring":"5","ScaleUnit":"003"}}\r\nodata-version: 4.0\r\ndate: Sun, 01'
    b" Mar 2026 08:12:44 GMT\r\ncontent-length: %d\r\n\r\n"
)


def _answer(body: bytes, status: int = 200, reason: bytes = b"OK") -> bytes:
    return _HEAD % (status, reason, len(body)) + body


class Answers:
    """Every answer, by its path.

    Only the links of the endless collection are put together on demand.
    """

    def __init__(self, origin: str) -> None:
        self._root = f"{origin}/v1.0"
        self._fixed = {b"/v1.0" + path.encode(): answer for path, answer in self._paths()}
        self._items = page(10).partition(b'"value": ')[2]

    def _paths(self) -> list[tuple[str, bytes]]:
        sync = f"/servicePrincipals/{PRINCIPAL}/synchronization"
        found = [
            (f"{sync}/jobs/{JOB}", _answer(json.dumps(job(1)).encode())),
            (f"{sync}/jobs/{JOB}/schema", _answer(schema())),
        ]
        whole = json.loads(page())
        for number in range(PAGES):
            link = f"{self._root}{sync}/jobs?$skiptoken={number + 1}"
            document = {
                "@odata.context": whole["@odata.context"],
                "@odata.nextLink": link,
                "value": whole["value"],
            }
            if number == PAGES - 1:
                del document["@odata.nextLink"]
            found.append(
                (
                    f"{sync}/jobs" + (f"?$skiptoken={number}" if number else ""),
                    _answer(json.dumps(document).encode()),
                )
            )
        return found

    def find(self, target: bytes) -> bytes:
        """Return the whole answer, head and body."""
        known = self._fixed.get(target)
        if known is not None:
            return known
        path, _, token = target.partition(b"?$skiptoken=")
        if b"/endless/" in path:
            number = int(token or b"0") + 1
            link = b'"@odata.nextLink": "%s%s?$skiptoken=%d", ' % (
                self._root.encode(),
                path.removeprefix(b"/v1.0"),
                number,
            )
            return _answer(b"{" + (link if number < ENDLESS else b"") + b'"value": ' + self._items)
        return _answer(
            b'{"error":{"code":"ResourceNotFound","message":"No such answer."}}', 404, b"Not Found"
        )


class _Conversation(asyncio.Protocol):
    def __init__(self, answers: Answers, loop: asyncio.AbstractEventLoop) -> None:
        self._answers = answers
        self._loop = loop
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._received += data
        while b"\r\n\r\n" in self._received:
            head, _, self._received = self._received.partition(b"\r\n\r\n")
            target = head.split(b" ", 2)[1]
            if target.startswith(b"/slow"):
                self._loop.call_later(
                    SLOW, self._transport.write, self._answers.find(target.removeprefix(b"/slow"))
                )
            else:
                self._transport.write(self._answers.find(target))


async def serve() -> None:
    """Serve until standard input ends, which it does with the process that started this one."""
    loop = asyncio.get_running_loop()
    waiting: list[Answers] = []
    server = await loop.create_server(
        lambda: _Conversation(waiting[0], loop), "127.0.0.1", 0, backlog=1000
    )
    origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    waiting.append(Answers(origin))
    print(origin, flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
