"""The life of a job: what each call does to it."""

from collections.abc import Iterator
from typing import Any

import pytest

from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
)

from .conftest import Caller, either_target
from .jobs import held
from .scim_server import ScimServer


@pytest.fixture(params=["inside", "over HTTP"])
def target_server(request: pytest.FixtureRequest) -> Iterator[ScimServer | None]:
    yield from either_target(request.param)


SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
JOBS = f"{SYNC}/jobs"
JOB = f"{JOBS}/{NEW_JOB_ID}"
HEALTHY = f"{JOBS}/{SCIM_JOB_ID}"
NEVER = "0001-01-01T00:00:00Z"


def status(call: Caller, path: str = JOB) -> Any:
    return call("GET", path)["status"]


def state(call: Caller, path: str = JOB) -> tuple[str, str]:
    job = call("GET", path)
    return job["schedule"]["state"], job["status"]["code"]


def test_a_new_job_is_as_captured(call: Caller) -> None:
    call("DELETE", JOB, status=204)
    made = call("POST", JOBS, {"templateId": "customappsso"}, status=201)
    assert made.pop("@odata.context").endswith("/synchronization/jobs/$entity")
    assert made == {
        "id": NEW_JOB_ID,
        "templateId": "customappsso",
        "schedule": {"expiration": None, "interval": "PT40M", "state": "Disabled"},
        "status": {
            "countSuccessiveCompleteFailures": 0,
            "escrowsPruned": False,
            "code": "Paused",
            "lastExecution": None,
            "lastSuccessfulExecution": None,
            "lastSuccessfulExecutionWithExports": None,
            "quarantine": None,
            "steadyStateFirstAchievedTime": NEVER,
            "steadyStateLastAchievedTime": NEVER,
            "troubleshootingUrl": None,
            "progress": [],
            "synchronizedEntryCountByType": [],
        },
        "synchronizationJobSettings": [
            {"name": "AzureIngestionAttributeOptimization", "value": "False"},
            {"name": "LookaheadQueryEnabled", "value": "False"},
        ],
    }


def test_started_and_not_yet_run_is_as_captured(call: Caller) -> None:
    call("POST", f"{JOB}/start", status=204)
    job = call("GET", JOB)
    assert (
        job["schedule"]["state"],
        job["status"]["code"],
        job["status"]["troubleshootingUrl"],
    ) == (
        "Active",
        "NotRun",
        "",
    )
    last = job["status"]["lastExecution"]
    assert last["state"] == "Failed"
    assert last["error"] == {"code": "None", "message": "", "tenantActionable": False}
    assert (last["timeBegan"], last["timeEnded"], last["activityIdentifier"]) == (
        NEVER,
        NEVER,
        None,
    )


def test_pause_lets_the_running_cycle_finish(call: Caller) -> None:
    call("POST", f"{JOB}/start", status=204)
    call.emulator.advance(seconds=11)
    call("POST", f"{JOB}/pause", status=204)
    call.emulator.advance(hours=2)
    assert state(call) == ("Paused", "Paused")
    ended = status(call)["lastExecution"]["timeEnded"]
    assert ended < "2026-01-01T00:02"
    call.emulator.advance(hours=2)
    assert status(call)["lastExecution"]["timeEnded"] == ended
    call("POST", f"{JOB}/start", status=204)
    assert state(call) == ("Active", "Active")


def test_pausing_twice_and_starting_twice_change_nothing(call: Caller) -> None:
    call("POST", f"{JOB}/pause", status=204)
    assert state(call) == ("Disabled", "Paused")
    call("POST", f"{HEALTHY}/start", status=204)
    assert state(call, HEALTHY) == ("Active", "Active")


def test_restart_with_the_watermark_looks_at_everything_again(call: Caller) -> None:
    call("POST", f"{HEALTHY}/restart", {"criteria": {"resetScope": "Watermark"}}, status=204)
    call.emulator.advance(minutes=2)
    last = status(call, HEALTHY)["lastExecution"]
    assert (last["countImported"], last["countExported"]) == (45, 0)


def test_full_restart_matches_accounts_again_and_recounts(call: Caller) -> None:
    tenant = call.emulator.graph.tenant
    accounts = held(call)
    call("POST", f"{HEALTHY}/restart", {"criteria": {"resetScope": "Full"}}, status=204)
    assert not tenant.table("link", SCIM_JOB_ID)
    call.emulator.advance(minutes=2)
    assert held(call) == accounts
    assert len(tenant.table("link", SCIM_JOB_ID)) == 45


def test_restart_wants_scopes_that_exist(call: Caller) -> None:
    error = call(
        "POST", f"{HEALTHY}/restart", {"criteria": {"resetScope": "Everything"}}, status=400
    )["error"]
    assert "Everything" in error["message"]


def test_deleting_a_job_keeps_accounts_and_secrets(call: Caller) -> None:
    accounts = held(call)
    call("DELETE", HEALTHY, status=204)
    call("GET", HEALTHY, status=404)
    assert len(call("GET", JOBS)["value"]) == 1
    assert held(call) == accounts
    assert len(call("GET", f"{SYNC}/secrets")["value"]) == 3
