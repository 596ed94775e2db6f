"""A tenant in a file: it survives a restart, and kill -9 in the middle of many writes."""

import json
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from graphsync.emulator import NEW_JOB_ID, SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.tenant.store import Store

JOBS = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"
INSTANTIATE = "/applicationTemplates/8adf8e6e-67b2-4cf2-a259-e3dc5476c621/instantiate"
SEEDED = 4
BEARER = {"Authorization": "Bearer x"}


def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    state = tmp_path / "tenant.db"
    with Emulator(state=state, speed=0, start="2026-01-01T00:00:00Z") as emulator:
        httpx.post(f"{emulator.url}{JOBS}/{NEW_JOB_ID}/start", headers=BEARER)
        emulator.advance(minutes=41)
        before = httpx.get(f"{emulator.url}{JOBS}", headers=BEARER).json()["value"]
        log = httpx.get(f"{emulator.url}/auditLogs/provisioning", headers=BEARER).json()["value"]
    with Emulator(state=state, speed=0, start="2026-01-01T00:00:00Z") as emulator:
        after = httpx.get(f"{emulator.url}{JOBS}", headers=BEARER).json()["value"]
        assert after == before
        assert (
            httpx.get(f"{emulator.url}/auditLogs/provisioning", headers=BEARER).json()["value"]
            == log
        )
        emulator.advance(minutes=40)
        again = httpx.get(f"{emulator.url}{JOBS}/{NEW_JOB_ID}", headers=BEARER).json()
    assert (
        again["status"]["lastExecution"]["timeEnded"]
        > before[1]["status"]["lastExecution"]["timeEnded"]
    )
    assert again["status"]["lastExecution"]["timeEnded"] > "2026-01-01T00:41"


def test_nothing_acknowledged_is_lost_to_kill_9(tmp_path: Path) -> None:
    state = tmp_path / "tenant.db"
    command = [
        sys.executable,
        "-m",
        "graphsync.emulator",
        "--port",
        "0",
        "--speed",
        "0",
        "--state",
        str(state),
    ]
    acknowledged: list[str] = []
    enough = threading.Event()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        url = re.findall(r"http\S+", process.stdout.readline())[0]

        def write() -> None:
            with httpx.Client(base_url=url, headers=BEARER) as client:
                for number in range(1000):
                    try:
                        answer = client.post(INSTANTIATE, json={"displayName": f"Contoso {number}"})
                    except httpx.TransportError:
                        return
                    assert answer.status_code == 201
                    acknowledged.append(answer.json()["servicePrincipal"]["id"])
                    if number == 300:
                        enough.set()

        writer = threading.Thread(target=write)
        writer.start()
        assert enough.wait(60)
        process.send_signal(signal.SIGKILL)
        process.wait(20)
        writer.join(20)
    assert 300 <= len(acknowledged) < 1000
    with Emulator(state=state, speed=0) as emulator:
        kept = set(emulator.graph.tenant.principals)
        found = httpx.get(f"{emulator.url}/servicePrincipals/{acknowledged[-1]}", headers=BEARER)
    assert found.status_code == 200
    assert set(acknowledged) <= kept
    assert len(kept) - SEEDED - len(acknowledged) in {0, 1}


def test_a_cycle_that_was_interrupted_begins_again(tmp_path: Path) -> None:
    state = tmp_path / "tenant.db"
    first = Emulator(state=state, speed=0, start="2026-01-01T00:00:00Z", objects_per_page=10)
    record = first.graph.tenant.jobs(SCIM_PRINCIPAL_ID)[NEW_JOB_ID]
    first.graph.state.lifecycle.start(SCIM_PRINCIPAL_ID, record, 1767225600)
    first.advance(seconds=20)
    assert first.graph.engine.is_running(SCIM_PRINCIPAL_ID, NEW_JOB_ID)
    first.close()
    with Emulator(state=state, speed=0, start="2026-01-01T00:00:00Z") as second:
        second.advance(hours=1)
        job = httpx.get(f"{second.url}{JOBS}/{NEW_JOB_ID}", headers=BEARER).json()
    assert job["status"]["lastExecution"]["state"] == "Succeeded"
    assert len(second.graph.tenant.table("link", NEW_JOB_ID)) == 45


def test_files_that_hold_something_else(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"not a database at all, but long enough to be looked at" * 20)
    with pytest.raises(ValueError, match="is not a state file"):
        Store(other)
    newer = tmp_path / "newer.db"
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ValueError, match="format 99"):
        Store(newer)


def test_a_failed_write_changes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "tenant.db")
    with pytest.raises(TypeError):
        store.write([("kind", "", "a", {"x": 1}), ("kind", "", "b", {"x": object()})])
    assert list(store.rows()) == []
    store.write([("kind", "", "a", {"x": 1}), ("kind", "", "b", {"x": 2})])
    store.write([("kind", "", "a", None)])
    assert list(store.rows()) == [("kind", "", "b", {"x": 2})]
    store.close()


def test_a_seed_file(tmp_path: Path) -> None:
    seed = {
        "tenant": {"displayName": "Contoso Test", "defaultDomain": "test.contoso.com"},
        "users": 12,
        "applications": [
            {
                "displayName": "Contoso App",
                "servicePrincipalId": "55555555-5555-4555-8555-555555555555",
                "secrets": {
                    "BaseAddress": "https://app.contoso.com",
                    "SecretToken": "t",
                    "SyncAll": "true",
                },
                "jobs": [{"templateId": "scim", "started": True}, {"templateId": "customappsso"}],
            }
        ],
        "switches": {"page_size": 1},
    }
    path = tmp_path / "seed.json"
    path.write_text(json.dumps(seed))
    with Emulator(seed=path) as emulator:
        root = (
            f"{emulator.url}/servicePrincipals/55555555-5555-4555-8555-555555555555/synchronization"
        )
        page = httpx.get(f"{root}/jobs", headers=BEARER).json()
    assert (len(page["value"]), "@odata.nextLink" in page) == (1, True)
    assert page["value"][0]["status"]["lastExecution"]["state"] == "Succeeded"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is not JSON"),
        ("[]", "must hold an object"),
        ('{"people": []}', "'people' is not a known member"),
        ('{"applications": [{}]}', "needs a 'displayName'"),
        (
            '{"applications": [{"displayName": "x", "jobs": [{"templateId": "aws"}]}]}',
            "not one of its templates",
        ),
        (
            '{"applications": [{"displayName": "x", "applicationTemplateId": "y"}]}',
            "no gallery application",
        ),
        (
            '{"applications": [{"displayName": "x", "colour": "y"}]}',
            "'colour' is not a known member",
        ),
        ('{"switches": {"x": 1}}', "no switch is called"),
    ],
)
def test_seed_files_that_are_wrong(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "seed.json"
    path.write_text(text)
    with pytest.raises(ValueError, match=said):
        Emulator(seed=path)


def test_a_seeded_tenant_makes_new_ids_when_it_is_opened_again(tmp_path: Path) -> None:
    made = list[str]()
    for _ in range(2):
        emulator = Emulator(state=tmp_path / "tenant.db", random_seed=5, speed=0)
        made += [emulator.graph.engine.new_id() for _ in range(3)]
        emulator.close()
    assert len(set(made)) == 6
    assert (
        Emulator(random_seed=5, speed=0).graph.engine.new_id()
        == Emulator(random_seed=5, speed=0).graph.engine.new_id()
    )


def test_a_seed_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    state = tmp_path / "tenant.db"
    with pytest.raises(ValueError, match="displayName"):
        Emulator(state=state, seed={"users": 3, "applications": [{}]})
    emulator = Emulator(state=state)
    assert len(emulator.graph.tenant.users) == 40
    emulator.close()


def test_a_second_emulator_is_refused_while_the_file_is_in_use(tmp_path: Path) -> None:
    state = tmp_path / "tenant.db"
    with Emulator(state=state) as emulator:
        command = [sys.executable, "-m", "graphsync.emulator", "--state", str(state)]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=30)
        with pytest.raises(ValueError, match="in use by another emulator"):
            Emulator(state=state)
        assert httpx.get(f"{emulator.url}{JOBS}", headers=BEARER).status_code == 200
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1), ran.stderr
    assert f"{state} is in use by another emulator" in ran.stderr
    Emulator(state=state).close()


@pytest.mark.skipif(sys.platform == "win32", reason="the mode of a file is a matter of POSIX")
def test_only_its_owner_reads_a_state_file(tmp_path: Path) -> None:
    state = tmp_path / "tenant.db"
    state.touch(0o644)
    emulator = Emulator(state=state)
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in tmp_path.iterdir()} == {
        "tenant.db": "0o600",
        "tenant.db-wal": "0o600",
    }
    emulator.close()


def break_in_the_middle(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\x00damaged\xff" * 4000)


def break_a_document(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE document SET json = '{\"document\": 3}' WHERE kind = 'job'")
    connection.close()


def break_the_json(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE document SET json = '{' WHERE kind = 'user'")
    connection.close()


@pytest.mark.parametrize("damage", [break_in_the_middle, break_a_document, break_the_json])
def test_a_damaged_state_file_is_one_line(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    state = tmp_path / "tenant.db"
    Emulator(state=state).close()
    damage(state)
    command = [sys.executable, "-m", "graphsync.emulator", "--state", str(state)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1), ran.stderr
    assert str(state) in ran.stderr
    assert "damaged" in ran.stderr


def test_no_time_makes_a_state_file_unusable(tmp_path: Path) -> None:
    state = tmp_path / "tenant.db"
    with Emulator(state=state, speed=0) as emulator:
        before = emulator.graph.state.clock.now()
        for seconds in (1e12, 1e18, 1e308, float("inf"), float("nan"), 253402300799.0):
            with pytest.raises(ValueError, match="cannot advance"):
                emulator.advance(seconds=seconds)
        admin = emulator.url.removesuffix("/v1.0") + "/_emulator/advance"
        for body in ('{"seconds": 1e309}', '{"seconds": 1e300}', '{"duration": "P99999999999D"}'):
            assert httpx.post(admin, content=body).status_code == 400
        assert emulator.graph.state.clock.now() == before
    with Emulator(state=state, start="9999-12-31T23:59:59Z", speed=1_000_000) as emulator:
        assert httpx.get(emulator.url.removesuffix("v1.0")).status_code == 200
        assert httpx.get(f"{emulator.url}{JOBS}", headers=BEARER).status_code == 200
    with Emulator(state=state) as emulator:
        assert httpx.get(emulator.url.removesuffix("v1.0")).status_code == 200
