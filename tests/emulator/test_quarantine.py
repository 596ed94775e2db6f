"""Quarantine: what leads into it, how it tries again, what ends it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_JOB_ID,
    TROUBLED_PRINCIPAL_ID,
)
from graphsync.emulator.engine.quarantine import by_volume
from graphsync.emulator.switches import Switches
from graphsync.emulator.tenant.people import person, put_source, remove_source

from .conftest import Caller, either_target
from .jobs import (
    accept,
    accounts,
    clauses,
    cycle,
    empty_target,
    held,
    put_secrets,
    refuse_token,
    reject,
    scope,
)
from .scim_server import ScimServer


@pytest.fixture(params=["inside", "over HTTP"])
def target_server(request: pytest.FixtureRequest) -> Iterator[ScimServer | None]:
    yield from either_target(request.param)


SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
JOBS = f"{SYNC}/jobs"
JOB = f"{JOBS}/{NEW_JOB_ID}"
HEALTHY = f"{JOBS}/{SCIM_JOB_ID}"
TROUBLED = f"/servicePrincipals/{TROUBLED_PRINCIPAL_ID}/synchronization/jobs/{TROUBLED_JOB_ID}"


def status(call: Caller, path: str = JOB) -> Any:
    return call("GET", path)["status"]


def state(call: Caller, path: str = JOB) -> tuple[str, str]:
    job = call("GET", path)
    return job["schedule"]["state"], job["status"]["code"]


def test_refused_credentials_quarantine_and_retry_ever_later(call: Caller) -> None:
    refuse_token(call)
    call.emulator.advance(minutes=45)
    first = status(call, HEALTHY)
    quarantine = first["quarantine"]
    assert (first["code"], quarantine["reason"], quarantine["seriesCount"]) == (
        "Quarantine",
        "EncounteredQuarantineException",
        1,
    )
    assert quarantine["error"]["code"] == "SystemForCrossDomainIdentityManagementInvalidCredentials"
    assert first["lastExecution"]["error"] == quarantine["error"]
    attempts = [quarantine["nextAttempt"]]
    for hours in (6, 6, 12, 24):
        call.emulator.advance(hours=hours)
        attempts.append(status(call, HEALTHY)["quarantine"]["nextAttempt"])
    assert [attempt[:13] for attempt in attempts] == [
        "2026-01-01T06",
        "2026-01-01T12",
        "2026-01-02T00",
        "2026-01-03T00",
        "2026-01-04T00",
    ]
    assert status(call, HEALTHY)["countSuccessiveCompleteFailures"] == 5


def test_four_weeks_in_quarantine_disable_the_job(call: Caller) -> None:
    call.emulator.advance(days=27)
    assert state(call, TROUBLED) == ("Active", "Quarantine")
    call.emulator.advance(days=2)
    assert state(call, TROUBLED) == ("Disabled", "Quarantine")
    last = status(call, TROUBLED)["lastExecution"]["timeEnded"]
    call.emulator.advance(days=9)
    assert status(call, TROUBLED)["lastExecution"]["timeEnded"] == last


def test_working_credentials_end_the_quarantine_at_the_next_attempt(call: Caller) -> None:
    refuse_token(call)
    call.emulator.advance(minutes=45)
    accept(call)
    assert state(call, HEALTHY) == ("Active", "Quarantine")
    call.emulator.advance(hours=7)
    assert state(call, HEALTHY) == ("Active", "Active")
    assert status(call, HEALTHY)["quarantine"] is None


@pytest.mark.parametrize(
    "steer",
    [
        ("start", None),
        ("restart", {"criteria": {"resetScope": "QuarantineState"}}),
        ("restart", {"criteria": {}}),
    ],
)
def test_start_and_restart_lift_a_quarantine(call: Caller, steer: tuple[str, Any]) -> None:
    refuse_token(call)
    call.emulator.advance(minutes=45)
    call("POST", f"{HEALTHY}/{steer[0]}", steer[1], status=204)
    lifted = status(call, HEALTHY)
    assert (lifted["code"], lifted["quarantine"], lifted["countSuccessiveCompleteFailures"]) == (
        "Active",
        None,
        0,
    )
    call.emulator.advance(minutes=1)
    assert status(call, HEALTHY)["code"] == "Quarantine"


def delete_users(call: Caller, number: int) -> None:
    for key in list(call.emulator.graph.tenant.users)[-number:]:
        remove_source(call.emulator.graph.tenant, "user", key)


def limit_deletions(call: Caller, limit: int) -> None:
    settings = f'{{"Enabled":true,"DeleteThresholdEnabled":true,"DeleteThresholdValue":{limit}}}'
    put_secrets(call, SyncAll="true", SyncNotificationSettings=settings)


def test_too_many_deletions_are_staged_until_they_are_forced(call: Caller) -> None:
    limit_deletions(call, 3)
    delete_users(call, 3)
    before = len(held(call))
    call.emulator.advance(minutes=45)
    staged = status(call, HEALTHY)
    assert (staged["code"], staged["quarantine"]["reason"], len(held(call))) == (
        "Quarantine",
        "TooManyDeletes",
        before,
    )
    log = call("GET", "/auditLogs/provisioning", filter="provisioningAction eq 'stagedDelete'")[
        "value"
    ]
    assert len(log) == 3
    call("POST", f"{HEALTHY}/restart", {"criteria": {"resetScope": "ForceDeletes"}}, status=204)
    call.emulator.advance(minutes=10)
    assert len(held(call)) == before - 3
    call.emulator.advance(hours=8)
    assert state(call, HEALTHY) == ("Active", "Active")


def test_fewer_deletions_than_the_threshold_go_through(call: Caller) -> None:
    limit_deletions(call, 3)
    delete_users(call, 2)
    before = len(held(call))
    call.emulator.advance(minutes=45)
    assert state(call, HEALTHY) == ("Active", "Active")
    assert len(held(call)) == before - 2


def test_too_many_failures_prune_an_initial_cycle_and_quarantine_an_incremental_one(
    new: Callable[..., Caller],
) -> None:
    call = new(escrow_floor=10)
    tenant = call.emulator.graph.tenant
    reject(call, "userName")
    empty_target(call)
    call("POST", f"{JOB}/start", status=204)
    call.emulator.advance(minutes=5)
    pruned = call("GET", JOB)
    assert (pruned["status"]["escrowsPruned"], pruned["schedule"]["state"]) == (True, "Paused")
    for index in range(40, 55):
        put_source(tenant, "user", person(index, "contoso.com"))
    call("POST", f"{JOB}/start", status=204)
    call.emulator.advance(minutes=5)
    quarantined = status(call)
    assert quarantined["quarantine"]["reason"] == "EncounteredEscrowProportionThreshold"


def test_groups_and_disables_count_towards_the_threshold(call: Caller) -> None:
    limit_deletions(call, 3)
    tenant = call.emulator.graph.tenant
    delete_users(call, 1)
    remove_source(tenant, "group", next(iter(tenant.groups)))
    put_source(tenant, "user", {**next(iter(tenant.users.values())), "accountEnabled": False})
    cycle(call)
    assert status(call, HEALTHY)["quarantine"]["reason"] == "TooManyDeletes"


def test_a_mended_scope_and_a_restart_reject_them(call: Caller) -> None:
    limit_deletions(call, 3)
    before = accounts(call)
    scope(call, {"groups": [clauses("department", "EQUALS", "Nobody")]})
    assert status(call, HEALTHY)["quarantine"]["reason"] == "TooManyDeletes"
    scope(call, None)
    call("POST", f"{HEALTHY}/restart", status=204)
    cycle(call)
    assert (state(call, HEALTHY), accounts(call)) == (("Active", "Active"), before)


# how-provisioning-works and skip-out-of-scope-deletions: only what left scope stays as it is.
def test_who_leaves_scope_stays_where_deletions_out_of_scope_are_skipped(call: Caller) -> None:
    put_secrets(call, SyncAll="true", SkipOutOfScopeDeletions="True")
    tenant = call.emulator.graph.tenant
    scope(call, {"groups": [clauses("department", "EQUALS", "Nobody")]})
    assert {item["active"] for item in accounts(call).values()} == {"True"}
    blocked, gone = list(tenant.users)[:2]
    links = tenant.table("link", SCIM_JOB_ID)
    kept = {user: links[user]["target"] for user in (blocked, gone)}
    put_source(tenant, "user", {**tenant.users[blocked], "accountEnabled": False})
    remove_source(tenant, "user", gone)
    cycle(call)
    assert accounts(call)[kept[blocked]]["active"] == "False"
    assert kept[gone] not in accounts(call)


# application-provisioning-quarantine-status, the table of thresholds: references count in the last.
@pytest.mark.parametrize(
    ("failures", "references", "events", "reason"),
    [
        (4_999, 0, 4_999, None),
        (5_000, 0, 12_500, None),
        (5_001, 0, 12_500, "EncounteredEscrowProportionThreshold"),
        (5_000, 20_000, 50_000, None),
        (40_000, 0, 1_000_000, None),
        (40_001, 0, 1_000_000, "EncounteredBaseEscrowThreshold"),
        (0, 59_999, 1_000_000, None),
        (20_000, 40_000, 1_000_000, "EncounteredTotalEscrowThreshold"),
    ],
)
def test_volume_decides(failures: int, references: int, events: int, reason: str | None) -> None:
    cause = by_volume(failures, references, events, Switches())
    assert (cause.reason if cause else None) == reason
