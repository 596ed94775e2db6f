"""A service for a very long upload: `python -m benchmarks.upload_server` prints its address.

It keeps of a tenant what an upload needs, and finds a page of a log of 100,000 records at once: the
local Graph, which looks at each record of its log for each page, would take hours. It has one job,
with a cycle every 40 minutes that takes 0.6 s for each record, and answers `/_emulator/advance` as
the local Graph does.
"""

from __future__ import annotations

import json
import re
import sys
import threading
from bisect import bisect_left, bisect_right
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

JOB = "API2AAD.contoso"
_START = datetime(2026, 1, 1, tzinfo=UTC)
_INTERVAL = 2400.0
_A_RECORD = 0.6


def _iso(seconds: float) -> str:
    return (_START + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")


class Service:
    """The clock, what was uploaded, and the log in the order of its moments."""

    def __init__(self) -> None:
        self._now = 0.0
        self._staged: list[str] = []
        self._ids: list[str] = []
        self._moments: list[float] = []
        self._next_cycle = _INTERVAL
        self._last = (-60.0, -59.0, 0)

    def advance(self, seconds: float) -> None:
        """Move the clock, and begin the cycles that are due until then."""
        self._now += seconds
        while self._next_cycle <= self._now:
            begun, staged = self._next_cycle, self._staged
            self._staged = []
            self._ids += staged
            self._moments += [begun + (at + 1) * _A_RECORD for at in range(len(staged))]
            ended = begun + 1 + len(staged) * _A_RECORD
            self._last = (begun, ended, len(staged))
            self._next_cycle = max(begun + _INTERVAL, ended)

    def upload(self, document: dict[str, Any]) -> None:
        """Take the records of one request."""
        self._staged += [one["data"]["externalId"] for one in document["Operations"]]

    def job(self) -> dict[str, Any]:
        """Return the job; a cycle under way ended before it began."""
        begun, ended, count = self._last
        run = {
            "activityIdentifier": "run",
            "countImported": count,
            "state": "Succeeded",
            "timeBegan": _iso(begun),
            "timeEnded": _iso(ended if ended <= self._now else begun - _INTERVAL),
        }
        status = {"code": "Active", "quarantine": None, "lastExecution": run}
        schedule = {"interval": "PT40M", "state": "Active"}
        return {"id": JOB, "templateId": "API2AAD", "schedule": schedule, "status": status}

    def log(self, query: dict[str, list[str]], address: str) -> dict[str, Any]:
        """Return a page of the log, the newest records first."""
        since = re.search(r"activityDateTime ge (\S+)", query["$filter"][0])
        first = 0.0
        if since is not None:
            first = (datetime.fromisoformat(since[1]) - _START).total_seconds()
        begin = bisect_left(self._moments, first)
        end = bisect_right(self._moments, self._now)
        size = int(query["$top"][0])
        # A record that is new meanwhile must not move what the next page has.
        end = int(query.get("$skiptoken", [str(end)])[0])
        rest = max(begin, end - size)
        page: dict[str, Any] = {"value": [self._record(at) for at in range(end - 1, rest - 1, -1)]}
        if rest > begin:
            page["@odata.nextLink"] = f"{address.partition('&$skiptoken')[0]}&$skiptoken={rest}"
        return page

    def _record(self, at: int) -> dict[str, Any]:
        id = self._ids[at]
        return {
            "id": f"log-{at}",
            "activityDateTime": _iso(self._moments[at]),
            "jobId": JOB,
            "provisioningAction": "create",
            "sourceIdentity": {"id": id, "displayName": id, "identityType": "User"},
            "provisioningStatusInfo": {"status": "success", "errorInformation": None},
            "modifiedProperties": [],
        }


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    service = Service()
    lock = threading.Lock()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        with self.lock:
            if parts.path.endswith("/auditLogs/provisioning"):
                address = f"http://{self.headers['host']}{self.path}"
                self._answer(200, self.service.log(parse_qs(parts.query), address))
            else:
                self._answer(200, self.service.job())

    def do_POST(self) -> None:
        document = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with self.lock:
            if self.path == "/_emulator/advance":
                self.service.advance(document["seconds"])
                self._answer(200, {})
            else:
                self.service.upload(document)
                self._answer(202, None)

    def _answer(self, status: int, document: object) -> None:
        body = b"" if document is None else json.dumps(document).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Write nothing."""


def main() -> None:
    """Serve until standard input ends, which it does with the process that started this one."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}/v1.0", flush=True)
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    main()
