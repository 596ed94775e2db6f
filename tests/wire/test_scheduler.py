"""`examples/scheduler.py`: each tenant a unit of work of a queue, in two worker processes."""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from graphsync.emulator import (
    CLIENT_ID,
    CLIENT_SECRET,
    TENANT_ID,
    TROUBLED_JOB_ID,
    Emulator,
)

ROOT = Path(__file__).parents[2]
GOOD = ("contoso", "contoso-emea", "contoso-apac")


@pytest.fixture
def scheduler(
    local_graph: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ModuleType]:
    """The example, with three tenants that answer and one that does not."""

    def table(name: str, endpoint: str) -> str:
        return (
            f'[{name}]\ntenant_id = "{TENANT_ID}"\nendpoint = "{endpoint}"\n'
            f'authority = "{local_graph.authority}"\nverify = "{local_graph.ca_file}"\n'
        )

    tables = [table(name, local_graph.url) for name in GOOD]
    tables.append(table("fabrikam", "https://127.0.0.1:9/v1.0") + "timeout = 3\n")
    (tmp_path / "tenants.toml").write_text("".join(tables), encoding="utf-8")
    for name, value in {
        "FLEET_FOLDER": str(tmp_path),
        "CLIENT_ID": CLIENT_ID,
        "CLIENT_SECRET": CLIENT_SECRET,
    }.items():
        monkeypatch.setenv(name, value)
    sys.modules.pop("examples.scheduler", None)
    yield importlib.import_module("examples.scheduler")
    sys.modules.pop("examples.scheduler", None)


def workers() -> subprocess.Popen[str]:
    """Run the queue's own program, as the example says."""
    consumer = [sys.executable, "-m", "huey.bin.huey_consumer", "examples.scheduler.queue"]
    return subprocess.Popen(
        [*consumer, "-k", "process", "-w", "2", "--no-periodic", "-d", "0.05"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(scheduler: ModuleType, count: int) -> None:
    end = time.monotonic() + 60
    while len([*scheduler.FOLDER.glob("*.jsonl")]) < count:
        assert time.monotonic() < end
        time.sleep(0.05)


def test_before_the_first_round_no_tenant_is_missing_and_none_is_ok(scheduler: ModuleType) -> None:
    rows = [*scheduler.latest()]
    assert {row["tenant"] for row in rows} == {*GOOD, "fabrikam"}
    assert {(row["severity"], row["error"]) for row in rows} == {("unknown", "there is no result")}


@pytest.mark.slow
def test_every_tenant_is_read_by_workers_also_after_they_were_killed(
    scheduler: ModuleType,
) -> None:
    scheduler.check_all.call_local()
    assert scheduler.queue.pending_count() == len(GOOD) + 1
    first = workers()
    wait_for(scheduler, 1)
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    # What was under way is lost, and the next round reads it again.
    scheduler.check_all.call_local()
    for done in scheduler.FOLDER.glob("*.jsonl"):
        done.unlink()
    second = workers()
    try:
        wait_for(scheduler, len(GOOD) + 1)
    finally:
        second.send_signal(signal.SIGINT)
        _, said = second.communicate(timeout=60)
    assert "Traceback" not in said
    rows = [*scheduler.latest()]
    by_tenant = {
        name: [row for row in rows if row["tenant"] == name] for name in scheduler.tenants()
    }
    for name in GOOD:
        critical = [row["job_id"] for row in by_tenant[name] if row["severity"] == "critical"]
        assert critical == [TROUBLED_JOB_ID]
        assert len(by_tenant[name]) > 250
    assert [(row["severity"], row["rule"]) for row in by_tenant["fabrikam"]] == [
        ("unknown", "unreadable")
    ]
    assert CLIENT_SECRET not in json.dumps(rows)
    # A result that is two rounds old is not a result.
    old = time.time() - 3 * scheduler.ROUND
    os.utime(scheduler.FOLDER / "contoso.jsonl", (old, old))
    stale = [row for row in scheduler.latest() if row["tenant"] == "contoso"]
    assert [row["state"] for row in stale] == ["unreadable"]
    assert "s old" in stale[0]["error"]
