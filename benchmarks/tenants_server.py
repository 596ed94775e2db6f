"""A server of many tenants over TLS: `python -m benchmarks.tenants_server FOLDER` prints its address.

Each path `/<tenant>/v1.0` is a tenant with 200 service principals, every tenth with a job and
secrets. An answer comes after 80 ms, about as long as one of Graph takes. The file of the
certificate authority is FOLDER/ca.pem.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from pathlib import Path
from typing import Any, cast

import trustme

from benchmarks.jobs import guid, job

PRINCIPALS = 200
WITH_JOB = 10
SLOW = 0.08


def _job(number: int) -> dict[str, Any]:
    found = job(number)
    for name in ("lastExecution", "lastSuccessfulExecution"):
        # Nothing fails, so that the logs are not asked.
        found["status"][name] |= {"countEscrowed": 0, "countEscrowedRaw": 0}
    return found


class Answers:
    """The answers to the two kinds of request: a page of principals, and a batch."""

    def __init__(self) -> None:
        ids = [guid(number) for number in range(PRINCIPALS)]
        value = [{"id": id, "displayName": f"Contoso App {at}"} for at, id in enumerate(ids)]
        self.page = json.dumps({"value": value}).encode()
        self._jobs = {
            f"/servicePrincipals/{id}/synchronization/jobs": [_job(at)]
            if at % WITH_JOB == 0
            else []
            for at, id in enumerate(ids)
        }

    def batch(self, body: bytes) -> bytes:
        """Return the answer to a batch."""
        responses = [
            {
                "id": one["id"],
                "status": 200,
                "headers": {},
                "body": {"value": self._value(one["url"])},
            }
            for one in json.loads(body)["requests"]
        ]
        return json.dumps({"responses": responses}).encode()

    def _value(self, url: str) -> list[dict[str, Any]]:
        if url.endswith("/secrets"):
            return [{"key": "BaseAddress", "value": "https://app.contoso.com"}]
        return self._jobs[url]


class _Conversation(asyncio.Protocol):
    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, mark, rest = self._received.partition(b"\r\n\r\n")
        length = int(
            (head.lower() + b"\r\n").partition(b"content-length: ")[2].partition(b"\r\n")[0] or 0
        )
        if not mark or len(rest) < length:
            return
        self._received = rest[length:]
        body = self._answers.batch(rest) if head.startswith(b"POST") else self._answers.page
        start = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
        asyncio.get_running_loop().call_later(SLOW, self._transport.write, start % len(body) + body)


async def serve(folder: Path) -> None:
    """Serve until standard input ends, which it does with the process that started this one."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    answers, loop = Answers(), asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: _Conversation(answers), "127.0.0.1", 0, ssl=context, backlog=1000
    )
    print(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
