"""Running a job and waiting for it, on a clock that the wait itself moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from graphsync import Scope
from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_JOB_ID,
    TROUBLED_PRINCIPAL_ID,
    Fault,
    Rejection,
)
from graphsync.errors import (
    JobPaused,
    NotDeferrable,
    NotFound,
    Quarantined,
    ServerFailure,
    WaitTimedOut,
)


def job_of(tenant, job_id=SCIM_JOB_ID, principal=SCIM_PRINCIPAL_ID):
    return tenant.service_principals[principal].synchronization.jobs[job_id]


def gets(local):
    return [line for line in local.sent if line.startswith("GET ")]


async def test_a_new_job_is_started_and_its_first_cycle_returned(local, tenant):
    cycle = await job_of(tenant, NEW_JOB_ID).run()
    assert (cycle.imported, str(cycle.state), cycle.succeeded, cycle.escrowed) == (
        45,
        "Succeeded",
        True,
        0,
    )
    assert cycle.duration > timedelta(0)
    assert local.writes == [
        f"POST /servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{NEW_JOB_ID}/start"
    ]
    assert "45 imported" in repr(cycle)


async def test_a_running_job_is_not_started_and_forty_minutes_cost_at_most_45_requests(
    local, tenant
):
    job = job_of(tenant)
    before = (await job.run()).began
    local.requests.clear()
    local.pauses.clear()
    cycle = await job.run()
    assert local.writes == []
    assert cycle.began > before
    assert 2300 < sum(local.pauses) < 2500
    assert 10 < len(gets(local)) <= 45
    assert local.pauses[:3] == sorted(local.pauses[:3])
    assert job.status.last_execution.time_began == cycle.began


async def test_a_cycle_under_way_at_the_call_does_not_count(local, tenant):
    local.emulator.switches.seconds_per_object = 10.0
    job = job_of(tenant, NEW_JOB_ID)
    await job.start()
    local.emulator.advance(seconds=15)
    running = (await job.get()).status.last_execution
    assert running.time_ended is None or running.time_ended < running.time_began
    cycle = await job.run()
    assert cycle.began > running.time_began
    assert cycle.imported < 45


async def test_what_became_of_each_object_of_the_cycle(local, tenant):
    local.emulator.put_user(
        {"userPrincipalName": "zoe@contoso.com", "displayName": "Zoe", "mailNickname": "zoe"}
    )
    cycle = await job_of(tenant, NEW_JOB_ID).run()
    local.requests.clear()
    records = [record async for record in cycle.logs()]
    assert len(gets(local)) == 1
    assert records
    assert {(record.job_id, record.cycle_id) for record in records} == {(NEW_JOB_ID, cycle.id)}


async def test_a_cycle_since_a_time_or_another_cycle(local, tenant):
    job = job_of(tenant)
    last = (await job.get()).status.last_execution
    local.requests.clear()
    found = await job.wait_for_cycle(since=last.time_began)
    assert (found.id, local.pauses) == (last.activity_identifier, [])
    later = await job.wait_for_cycle(since=found)
    assert later.began > found.began
    with pytest.raises(ValueError, match="time zone"):
        await job.wait_for_cycle(since=datetime(2026, 1, 1))
    with pytest.raises(TypeError, match="since is str; pass a datetime"):
        await job.wait_for_cycle(since="2026-01-01")
    with pytest.raises(WaitTimedOut) as failure:
        await job.wait_for_cycle(since=datetime(2030, 1, 1, tzinfo=UTC), timeout=90)
    assert failure.value.status.code == "Active"
    assert "within 90 s; last status Active" in str(failure.value)


async def test_the_wait_ends_at_its_time_to_the_second(local, tenant):
    began = local.monotonic()
    with pytest.raises(WaitTimedOut):
        await job_of(tenant).wait_for_cycle(timeout=100)
    assert local.monotonic() - began == pytest.approx(100)


async def test_a_quarantined_job_is_not_started_and_the_error_says_what_to_do(local, tenant):
    job = job_of(tenant, TROUBLED_JOB_ID, TROUBLED_PRINCIPAL_ID)
    with pytest.raises(Quarantined) as failure:
        await job.run()
    assert (local.writes, local.pauses) == ([], [])
    error = failure.value
    assert error.reason == "EncounteredQuarantineException"
    assert error.disabled_after - error.since == timedelta(days=28)
    assert "secrets.rotate()" in error.advice
    assert error.advice in str(error)


async def test_credentials_refused_in_the_cycle_end_the_wait_with_that_cycle(local, tenant):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="another")
    with pytest.raises(Quarantined) as failure:
        await job_of(tenant, NEW_JOB_ID).run()
    assert str(failure.value.execution.state) == "Failed"
    assert failure.value.status.code == "Quarantine"


async def test_a_job_that_is_paused_meanwhile_ends_the_wait(local, tenant):
    job = job_of(tenant)
    with pytest.raises(JobPaused, match=r"start\(\) lets it run"):
        await job_of(tenant, NEW_JOB_ID).wait_for_cycle()
    await job.pause()
    with pytest.raises(JobPaused, match=r"it is paused; start\(\)"):
        await job.wait_for_cycle()


async def test_a_first_cycle_whose_failures_were_dropped_is_an_error(local, tenant):
    local.emulator.switches.escrow_floor = 10
    local.target(SCIM_PRINCIPAL_ID, rejects=[Rejection(attribute="userName")])
    local.tenant.table("account", SCIM_PRINCIPAL_ID).empty()
    with pytest.raises(JobPaused, match="too many objects failed in its first cycle") as failure:
        await job_of(tenant, NEW_JOB_ID).run()
    assert failure.value.execution.count_imported == 45


async def test_looks_that_fail_in_passing_do_not_end_the_wait(local, tenant):
    job = job_of(tenant)
    local.emulator.faults.add(Fault(kind="status", status=503, times=6, method="GET"))
    with pytest.raises(ServerFailure):
        await job.run()  # nothing was done yet, and the state before the call is not known
    seen = []
    status = await job.wait_until_healthy(progress=seen.append)
    assert status.code == "Active"
    assert [type(one.error).__name__ for one in seen] == ["ServerFailure"] * 5
    assert (seen[0].status, seen[0].job_id) == (None, SCIM_JOB_ID)
    assert [one.next_look for one in seen] == local.pauses
    local.emulator.faults.add(Fault(kind="status", status=503, method="GET"))
    with pytest.raises(ServerFailure):
        await job.wait_until_healthy(timeout=None)  # not for ever
    with pytest.raises(WaitTimedOut) as failure:
        await job.wait_until_healthy(timeout=60)
    assert isinstance(failure.value.__cause__, ServerFailure)


async def test_steady_state_and_health_come_after_a_start(local, tenant):
    job = job_of(tenant, NEW_JOB_ID)
    await job.start()
    reached = await job.wait_for_steady_state()
    assert reached == job.status.last_execution.time_ended
    local.target(SCIM_PRINCIPAL_ID, accepted_token="another")
    with pytest.raises(Quarantined):
        await job.run()
    local.target(SCIM_PRINCIPAL_ID, accepted_token="seeded-token")
    await job.restart(Scope.QUARANTINE_STATE)
    status = await job.wait_until_healthy()
    assert status.quarantine is None


async def test_a_job_that_does_not_show_yet_is_waited_for(local, tenant):
    local.emulator.switches.replication_delay = 30.0
    jobs = tenant.service_principals[TROUBLED_PRINCIPAL_ID].synchronization.jobs
    template = (await jobs[TROUBLED_JOB_ID].get()).template_id
    await jobs[TROUBLED_JOB_ID].delete()
    local.emulator.advance(minutes=5)
    created = await jobs.create(template)
    with pytest.raises(NotFound):
        await created.get()
    await created.wait_until_visible()
    assert created.template_id == template
    with pytest.raises(WaitTimedOut, match="never read") as failure:
        await jobs["missing"].wait_until_visible(timeout=20)
    assert isinstance(failure.value.__cause__, NotFound)


async def test_several_requests_are_neither_batched_nor_run_dry(tenant):
    with pytest.raises(NotDeferrable, match=r"run\(\) of SynchronizationJob"):
        tenant.batch().add(job_of(tenant).run)
    with pytest.raises(ValueError, match="more than 0"):
        await job_of(tenant).run(timeout=0)
