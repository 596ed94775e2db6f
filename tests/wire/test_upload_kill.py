"""An upload that is killed at random moments, and started again until it is done, loses nothing."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from graphsync.emulator import INBOUND_JOB_ID, INBOUND_PRINCIPAL_ID, Emulator
from graphsync.emulator.protocol.call import Call

ROOT = Path(__file__).parents[2]
RECORDS = 420
# A part of 50, where nothing is known of its end.
PART = 50
NEVER = 10**9


class Assassin:
    """Kill the uploading process while the local Graph answers it: before the request counts, or after."""

    def __init__(self, emulator: Emulator) -> None:
        self.victim: subprocess.Popen[str] | None = None
        self.countdown = NEVER
        self.is_late = False
        self.received: Counter[str] = Counter()
        self._serve = emulator.graph.serve
        emulator.graph.serve = self.serve  # type: ignore[method-assign]

    def serve(self, call: Call) -> Any:
        self.countdown -= 1
        if self.countdown == 0 and not self.is_late:
            self._kill()
        reply = self._serve(call)
        if call.method == "POST" and call.path.endswith("/bulkUpload") and reply.status == 202:
            self.received.update(
                item["data"]["externalId"] for item in json.loads(call.body)["Operations"]
            )
        if self.countdown == 0 and self.is_late:
            self._kill()
        return reply

    def _kill(self) -> None:
        assert self.victim is not None
        os.kill(self.victim.pid, signal.SIGKILL)


def test_killed_at_random_moments_and_started_again_it_loses_nothing(tmp_path: Path) -> None:
    seed = int.from_bytes(os.urandom(4))
    chance = random.Random(seed)
    journal = tmp_path / "hr.sqlite"
    kills = 0
    with Emulator(start="2026-01-01T00:00:00Z", speed=0, throttling=False) as emulator:
        assassin = Assassin(emulator)
        for attempt in range(40):
            # A few kills by the server, at requests; a few by the process itself, at statements; then none.
            by_server = kills < 10 and attempt % 2 == 0
            statement = chance.randint(1, 2000) if kills < 10 and not by_server else NEVER
            assassin.countdown = chance.randint(1, 14) if by_server else NEVER
            assassin.is_late = chance.random() < 0.5
            arguments = (
                emulator.url,
                INBOUND_PRINCIPAL_ID,
                INBOUND_JOB_ID,
                journal,
                RECORDS,
                statement,
            )
            assassin.victim = subprocess.Popen(
                [sys.executable, "-m", "tests.wire.payroll_upload", *map(str, arguments)],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            said, complained = assassin.victim.communicate()
            if assassin.victim.returncode == 0:
                break
            assert assassin.victim.returncode == -signal.SIGKILL, (seed, complained)
            kills += 1
        else:
            raise AssertionError(f"seed {seed}: it never came to an end")
        users = [
            item
            for item in emulator.graph.tenant.users.values()
            if str(item.get("employeeId", "")).startswith("E")
        ]
    report = json.loads(said)
    everyone = {f"E{number}" for number in range(RECORDS)}
    assert kills >= 3, f"seed {seed}"
    assert {str(item["employeeId"]) for item in users} >= everyone, f"seed {seed}"
    assert set(assassin.received) == everyone, f"seed {seed}"
    assert sum(report["counts"].values()) == RECORDS, f"seed {seed}"
    assert set(report["counts"]) <= {"created", "updated", "unchanged"}, f"seed {seed}"
    twice = {name for name, count in assassin.received.items() if count > 1}
    assert twice <= set(report["again"]), f"seed {seed}"
    assert sum(assassin.received.values()) - RECORDS <= PART * kills, f"seed {seed}"
    assert report["run"] == 1, f"seed {seed}"
