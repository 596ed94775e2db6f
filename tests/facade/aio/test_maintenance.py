"""Windows in which jobs do not run, and secrets that are rotated."""

from __future__ import annotations

import pytest

from graphsync.emulator import (
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_PRINCIPAL_ID,
    Fault,
)
from graphsync.errors import MaintenanceIncomplete, RotationFailed

NEW = {"BaseAddress": "https://scim.contoso.com/v2", "SecretToken": "new"}
OLD = {"SecretToken": "seeded-token"}


def verbs(local):
    return [line.rsplit("/", 1)[-1] for line in local.writes]


async def states(tenant):
    jobs = await tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs.list()
    return {job.id: str(job.schedule.state) for job in jobs}


async def test_those_that_run_are_paused_and_started_again(local, tenant):
    principal = tenant.service_principals[SCIM_PRINCIPAL_ID]
    before = await states(tenant)
    job = principal.synchronization.jobs[SCIM_JOB_ID]
    async with tenant.maintenance([principal, job]) as window:
        assert [one.id for one in window.paused] == [SCIM_JOB_ID]
        assert await states(tenant) == {**before, SCIM_JOB_ID: "Paused"}
    assert await states(tenant) == before
    assert before[NEW_JOB_ID] == "Disabled"
    assert (verbs(local), window.failures) == (["pause", "start"], [])


async def test_also_after_an_error(local, tenant):
    principal = tenant.service_principals[SCIM_PRINCIPAL_ID]
    with pytest.raises(KeyError):
        window = tenant.maintenance([principal])
        async with window:
            raise KeyError
    assert (await states(tenant))[SCIM_JOB_ID] == "Active"


async def test_what_could_not_be_paused_or_started_is_listed(local, tenant):
    principals = [
        tenant.service_principals[one] for one in (SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID)
    ]
    local.emulator.faults.add(
        Fault(kind="status", status=503, path=f"*{TROUBLED_PRINCIPAL_ID}*/pause")
    )
    local.emulator.faults.add(Fault(kind="status", status=503, path="*/start", times=1))
    with pytest.raises(MaintenanceIncomplete, match="1 jobs are still paused") as failure:
        window = tenant.maintenance(principals)
        async with window:
            pass
    assert [(one.action, TROUBLED_PRINCIPAL_ID in one.path) for one in window.failures] == [
        ("pause", True),
        ("start", False),
    ]
    assert failure.value.failures == (window.failures[1],)
    await window.close()
    assert (await states(tenant))[SCIM_JOB_ID] == "Active"


async def test_the_second_half_in_another_process(local, tenant, tmp_path):
    window = await tenant.maintenance([tenant.service_principals[SCIM_PRINCIPAL_ID]]).open()
    window.save(tmp_path / "window.json")
    assert (await states(tenant))[SCIM_JOB_ID] == "Paused"
    await tenant.maintenance().load(tmp_path / "window.json").close()
    assert (await states(tenant))[SCIM_JOB_ID] == "Active"
    (tmp_path / "other.json").write_text("[]")
    with pytest.raises(ValueError, match="is not a file that"):
        tenant.maintenance().load(tmp_path / "other.json")


def secrets_of(tenant):
    return tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.secrets


async def test_new_secrets_are_tested_written_and_tested_again(local, tenant):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="new")
    await secrets_of(tenant).rotate(NEW)
    assert verbs(local) == ["validateCredentials", "secrets", "validateCredentials"]
    assert len(local.requests) == 5


async def test_secrets_that_do_not_work_are_not_written(local, tenant):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="another")
    with pytest.raises(RotationFailed, match="nothing was written") as failure:
        await secrets_of(tenant).rotate(NEW)
    assert failure.value.state == "unchanged"
    assert verbs(local) == ["validateCredentials"]
    assert "new" not in repr(failure.value.__cause__)


@pytest.mark.parametrize(("old", "state", "writes"), [(OLD, "restored", 2), ({}, "new", 1)])
async def test_the_way_back_where_what_is_saved_does_not_work(local, tenant, old, state, writes):
    def spoil(request):
        if request.url.path.endswith("/validateCredentials") and verbs(local).count("secrets") == 1:
            local.target(SCIM_PRINCIPAL_ID, accepted_token="revoked meanwhile")

    local.before = spoil
    with pytest.raises(RotationFailed) as failure:
        await secrets_of(tenant).rotate(NEW, old=old)
    assert failure.value.state == state
    assert verbs(local).count("secrets") == writes
