"""Named incidents: each shows as it does in a tenant, by what causes it there."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from graphsync import GraphClient
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.scenarios import SCENARIOS
from graphsync.fleet import Severity

from .conftest import Caller
from .jobs import JOB, accounts

DOCUMENT = Path(__file__).parents[2] / "docs" / "emulator.md"


def log(call: Caller) -> list[tuple[str, str | None]]:
    call.emulator.switches.throttling = False
    found = call("GET", "/auditLogs/provisioning", filter=f"jobId eq '{SCIM_JOB_ID}'")["value"]
    infos = [item["provisioningStatusInfo"] for item in found]
    return [(item["status"], (item["errorInformation"] or {}).get("errorCode")) for item in infos]


def played(call: Caller, name: str) -> Any:
    assert call.emulator.scenario(name) == SCIM_JOB_ID
    return call("GET", JOB)


def test_a_wrong_token(call: Caller) -> None:
    status = played(call, "wrong token")["status"]
    assert status["code"] == "Quarantine"
    assert status["quarantine"]["error"]["code"].endswith("InvalidCredentials")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("matching conflict", "DuplicateSourceEntries"),
        ("duplicate in target", "DuplicateTargetEntries"),
        ("throttled target", "TooManyRequests"),
        ("broken expression", "AttributeMappingExpressionFailure"),
    ],
)
def test_objects_that_fail(call: Caller, name: str, code: str) -> None:
    assert ("failure", code) not in log(call)
    status = played(call, name)["status"]
    assert ("failure", code) in log(call)
    assert (status["code"], status["lastExecution"]["state"]) == ("Active", "EntryLevelErrors")
    assert status["lastExecution"]["countEscrowed"] > 0


def test_too_many_deletions(call: Caller) -> None:
    before = len(accounts(call))
    status = played(call, "too many deletions")["status"]
    assert status["quarantine"]["reason"] == "TooManyDeletes"
    assert len(accounts(call)) == before


def test_a_scope_mistake(call: Caller) -> None:
    played(call, "scope mistake")
    assert {item["active"] for item in accounts(call).values()} == {"False"}


def test_a_schema_change(call: Caller) -> None:
    assert call("GET", JOB)["status"]["lastExecution"]["countImported"] == 0
    assert played(call, "schema change")["status"]["lastExecution"]["countImported"] == 45


def test_a_missing_reference(call: Caller) -> None:
    played(call, "missing reference")
    (robin,) = [item for item in accounts(call).values() if item["displayName"] == "Robin"]
    assert not any(name.endswith(":manager") for name in robin)


def test_disabled_after_four_weeks(call: Caller) -> None:
    assert played(call, "disabled after four weeks")["schedule"]["state"] == "Disabled"


def test_a_name_that_there_is_not(call: Caller) -> None:
    with pytest.raises(ValueError, match="did you mean 'wrong token'"):
        call.emulator.scenario("wrong tokn")
    with pytest.raises(LookupError, match="no job of the service principal 'x' runs"):
        call.emulator.scenario("wrong token", principal_id="x")


def test_the_document_lists_them() -> None:
    for scenario in SCENARIOS.values():
        assert f"| `{scenario.name}` | {scenario.shows} |" in DOCUMENT.read_text()


# What the fleet says of the job that an incident happened to, over HTTP.
@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("wrong token", Severity.CRITICAL),
        ("too many deletions", Severity.CRITICAL),
        ("disabled after four weeks", Severity.CRITICAL),
        ("matching conflict", Severity.WARNING),
        ("broken expression", Severity.WARNING),
    ],
)
def test_the_fleet_sees_it(name: str, severity: Severity) -> None:
    with Emulator(start="2026-01-01T00:00:00Z", speed=0) as emulator:
        emulator.scenario(name)
        now = emulator.graph.state.clock.now
        with GraphClient("t", endpoint=emulator.url) as graph:
            fleet = graph.fleet(
                principals=[SCIM_PRINCIPAL_ID], now=lambda: datetime.fromtimestamp(now(), UTC)
            )
            found = {item.job_id: item.severity for item in fleet}
    assert found[SCIM_JOB_ID] is severity


def test_the_command_begins_with_one() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "graphsync.emulator", "--port", "0", "--scenario", "wrong tokn"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ran.returncode, "did you mean 'wrong token'" in ran.stderr) == (2, True)


def test_an_admin_call_plays_one() -> None:
    with Emulator(start="2026-01-01T00:00:00Z", speed=0) as emulator:
        root = emulator.url.replace("/v1.0", "/_emulator")
        answer = httpx.post(f"{root}/scenarios", json={"name": "wrong token"}, trust_env=False)
        assert (answer.status_code, answer.json()) == (200, {"jobId": SCIM_JOB_ID})
        wrong = httpx.post(f"{root}/scenarios", json={"name": "x"}, trust_env=False)
        assert wrong.status_code == 400
