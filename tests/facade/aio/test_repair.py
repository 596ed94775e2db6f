"""The repair of a wrong object connection, against the local Graph."""

from __future__ import annotations

import pytest

from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_JOB_ID,
    TROUBLED_PRINCIPAL_ID,
    Fault,
)
from graphsync.errors import (
    NotFound,
    ProvisioningFailed,
    Quarantined,
    RepairFailed,
    ServerFailure,
    WaitTimedOut,
)

pytestmark = pytest.mark.anyio

ADA = "ada.ahlberg@contoso.com"


async def linked_job(local, tenant):
    """Return a job that has linked Ada to an account, her id and the account's id."""
    job = tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    ada = (await tenant.users[ADA].get()).id
    await job.run()
    account = (await job.object_connections[ada].get()).target_anchor
    local.requests.clear()
    return job, ada, account


def mend(local, account):
    """Correct the data so that Ada's address leads to a new account, and return its id."""
    accounts = local.emulator.graph.tenant.table("account", SCIM_PRINCIPAL_ID)
    accounts[account]["attributes"]["userName"] = "a.ahlberg@contoso.com"
    right = local.emulator.put_account(SCIM_PRINCIPAL_ID, {"userName": ADA, "active": True})
    local.emulator.graph.engine.workshop.forget(SCIM_PRINCIPAL_ID)
    return right


def refuse(local, method, ending):
    """Make the local Graph fail a request, as often as it is sent."""

    def before(request):
        if request.method == method and request.url.path.endswith(ending):
            local.emulator.faults.add(Fault(kind="status", status=500, times=1))

    local.before = before


def writes(local):
    return [line.rpartition("/")[2].partition("(")[0] for line in local.writes]


async def test_a_wrong_link_becomes_the_right_one(local, tenant):
    job, ada, wrong = await linked_job(local, tenant)
    right = mend(local, wrong)
    seen = []
    repair = await job.repair_connection(ADA, progress=seen.append)
    assert (repair.user_id, repair.before.target_anchor) == (ada, wrong)
    assert (repair.after.target_anchor, repair.changed) == (right, True)
    assert not repair.result.failed
    assert tuple(seen) == repair.steps
    assert [step.name for step in seen] == [
        "job",
        "user",
        "rule",
        "connection",
        "pause",
        "delete",
        "provision",
        "check",
        "start",
    ]
    assert writes(local) == ["pause", "objectConnections", "provisionOnDemand", "start"]
    assert len(local.requests) == 10
    assert str((await job.get()).schedule.state) == "Active"


async def test_the_same_link_again_is_said(local, tenant):
    job, ada, account = await linked_job(local, tenant)
    repair = await job.repair_connection(ada)
    assert repair.after.target_anchor == account
    assert repair.changed is False
    assert str((await job.get()).schedule.state) == "Active"


async def test_a_job_that_was_paused_stays_paused(local, tenant):
    job, ada, wrong = await linked_job(local, tenant)
    right = mend(local, wrong)
    await job.pause()
    local.requests.clear()
    repair = await job.repair_connection(ada)
    assert repair.after.target_anchor == right
    assert writes(local) == ["objectConnections", "provisionOnDemand"]
    assert str((await job.get()).schedule.state) == "Paused"


async def test_without_a_link_the_user_is_only_provisioned(local, tenant):
    _, ada, _ = await linked_job(local, tenant)
    other = tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[NEW_JOB_ID]
    local.requests.clear()
    repair = await other.repair_connection(ada)
    assert repair.before is None
    assert repair.after is not None
    assert writes(local) == ["provisionOnDemand"]


async def test_two_accounts_of_one_name_fail_and_the_job_runs_again(local, tenant):
    job, ada, wrong = await linked_job(local, tenant)
    mend(local, wrong)
    local.emulator.put_account(SCIM_PRINCIPAL_ID, {"userName": ADA, "active": True})
    local.emulator.graph.engine.workshop.forget(SCIM_PRINCIPAL_ID)
    with pytest.raises(RepairFailed) as failure:
        await job.repair_connection(ada)
    error = failure.value
    assert isinstance(error.__cause__, ProvisioningFailed)
    assert (error.step, error.link_deleted, error.job_paused) == ("provision", True, False)
    assert wrong in str(error)
    assert str((await job.get()).schedule.state) == "Active"


async def test_a_failure_in_the_middle_starts_the_job_again(local, tenant):
    job, ada, account = await linked_job(local, tenant)
    refuse(local, "DELETE", f"objectConnections('{ada}')")
    with pytest.raises(RepairFailed, match="nothing was changed") as failure:
        await job.repair_connection(ada)
    error = failure.value
    assert isinstance(error.__cause__, ServerFailure)
    assert (error.step, error.link_deleted, error.job_paused) == ("delete", False, False)
    local.before = None
    assert (await job.object_connections[ada].get()).target_anchor == account
    assert str((await job.get()).schedule.state) == "Active"


async def test_a_job_that_cannot_be_started_again_is_part_of_the_error(local, tenant):
    job, ada, _ = await linked_job(local, tenant)
    refuse(local, "POST", "/start")
    with pytest.raises(RepairFailed, match="still paused; start") as failure:
        await job.repair_connection(ada)
    assert (failure.value.step, failure.value.job_paused) == ("start", True)
    local.before = None
    assert str((await job.get()).schedule.state) == "Paused"


async def test_an_error_of_the_callback_goes_on_and_says_what_is_left(local, tenant):
    job, ada, _ = await linked_job(local, tenant)

    def stop(step):
        if step.name == "delete":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as failure:
        await job.repair_connection(ada, progress=stop)
    assert "is deleted, and the next cycle" in failure.value.__notes__[0]
    assert str((await job.get()).schedule.state) == "Active"


async def test_what_cannot_work_fails_before_anything_is_changed(local, tenant):
    job, ada, _ = await linked_job(local, tenant)
    with pytest.raises(NotFound):
        await job.repair_connection("nobody@contoso.com")
    with pytest.raises(ValueError, match="text is empty"):
        await job.repair_connection(" ")
    with pytest.raises(ValueError, match="more than 0 seconds"):
        await job.repair_connection(ada, timeout=0)
    troubled = tenant.service_principals[TROUBLED_PRINCIPAL_ID].synchronization
    with pytest.raises(Quarantined):
        await troubled.jobs[TROUBLED_JOB_ID].repair_connection(ada)
    assert local.writes == []


async def test_the_time_is_for_all_steps_and_the_job_runs_again(local, tenant):
    job, ada, _ = await linked_job(local, tenant)

    def let_time_pass(step):
        if step.name == "pause":
            local.emulator.advance(seconds=100)

    with pytest.raises(RepairFailed) as failure:
        await job.repair_connection(ada, timeout=60, progress=let_time_pass)
    assert isinstance(failure.value.__cause__, WaitTimedOut)
    assert (failure.value.step, failure.value.link_deleted) == ("delete", False)
    assert str((await job.get()).schedule.state) == "Active"
