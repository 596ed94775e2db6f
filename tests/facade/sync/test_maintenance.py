# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_maintenance.py
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
from graphsync.errors import MaintenanceIncomplete, MaskedSecrets, RotationFailed, WaitTimedOut

NEW = {"BaseAddress": "https://scim.contoso.com/v2", "SecretToken": "new"}
OLD = {"SecretToken": "seeded-token"}


def verbs(local):
    return [line.rsplit("/", 1)[-1] for line in local.writes]


def states(tenant):
    jobs = tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs.list()
    return {job.id: str(job.schedule.state) for job in jobs}


def test_those_that_run_are_paused_and_started_again(local, tenant):
    principal = tenant.service_principals[SCIM_PRINCIPAL_ID]
    before = states(tenant)
    job = principal.synchronization.jobs[SCIM_JOB_ID]
    with tenant.maintenance([principal, job]) as window:
        assert [one.id for one in window.paused] == [SCIM_JOB_ID]
        assert states(tenant) == {**before, SCIM_JOB_ID: "Paused"}
    assert states(tenant) == before
    assert before[NEW_JOB_ID] == "Disabled"
    assert (verbs(local), window.failures) == (["pause", "start"], [])


def test_also_after_an_error(local, tenant):
    principal = tenant.service_principals[SCIM_PRINCIPAL_ID]
    with pytest.raises(KeyError):
        window = tenant.maintenance([principal])
        with window:
            raise KeyError
    assert (states(tenant))[SCIM_JOB_ID] == "Active"


def test_what_could_not_be_paused_or_started_is_listed(local, tenant):
    principals = [
        tenant.service_principals[one] for one in (SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID)
    ]
    local.emulator.faults.add(
        Fault(kind="status", status=503, path=f"*{TROUBLED_PRINCIPAL_ID}*/pause")
    )
    local.emulator.faults.add(Fault(kind="status", status=503, path="*/start", times=1))
    with pytest.raises(MaintenanceIncomplete, match="1 jobs are still paused") as failure:
        window = tenant.maintenance(principals)
        with window:
            pass
    assert [(one.action, TROUBLED_PRINCIPAL_ID in one.path) for one in window.failures] == [
        ("pause", True),
        ("start", False),
    ]
    assert failure.value.failures == (window.failures[1],)
    window.close()
    assert (states(tenant))[SCIM_JOB_ID] == "Active"


def test_the_second_half_in_another_process(local, tenant, tmp_path):
    window = tenant.maintenance([tenant.service_principals[SCIM_PRINCIPAL_ID]]).open()
    window.save(tmp_path / "window.json")
    assert (states(tenant))[SCIM_JOB_ID] == "Paused"
    tenant.maintenance().load(tmp_path / "window.json").close()
    assert (states(tenant))[SCIM_JOB_ID] == "Active"
    (tmp_path / "other.json").write_text("[]")
    with pytest.raises(ValueError, match="is not a file that"):
        tenant.maintenance().load(tmp_path / "other.json")


def test_a_list_that_is_saved_after_each_job_is_whole_at_any_time(
    local, tenant, tmp_path, monkeypatch
):
    file = tmp_path / "window.json"
    principals = [
        tenant.service_principals[one] for one in (SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID)
    ]
    window = tenant.maintenance(principals, progress=lambda window: window.save(file))
    window.open()
    assert len(tenant.maintenance().load(file).paused) == len(window.paused) == 2
    window.close()

    def broken(path, text, **_):
        path.write_bytes(text[:20].encode())
        raise OSError("the disk is full")

    monkeypatch.setattr(type(file), "write_text", broken)
    with pytest.raises(OSError, match="the disk is full"):
        window.save(file)
    assert len(tenant.maintenance().load(file).paused) == 2


def secrets_of(tenant):
    return tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.secrets


def test_what_cannot_be_paused_at_all_is_named_before_anything_is(local, tenant):
    principal = tenant.service_principals[SCIM_PRINCIPAL_ID]
    with pytest.raises(TypeError, match="takes a list; pass"):
        tenant.maintenance(principal)
    for wrong in (SCIM_PRINCIPAL_ID, principal.synchronization):
        with pytest.raises(TypeError, match="is not a bound job or service principal; pass graph"):
            tenant.maintenance([principal, wrong])
    with pytest.raises(ValueError, match="timeout is -1"):
        tenant.maintenance([principal], timeout=-1)
    assert local.requests == []


def test_a_rotation_names_what_it_needs(local, tenant):
    with pytest.raises(ValueError, match="nothing to rotate"):
        secrets_of(tenant).rotate({})
    assert local.requests == []
    with pytest.raises(MaskedSecrets, match="SecretToken; pass them along with the new ones"):
        secrets_of(tenant).rotate({"BaseAddress": "https://a.contoso.com"})
    assert local.writes == []


def test_new_secrets_are_tested_written_and_tested_again(local, tenant):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="new")
    seen = []
    secrets_of(tenant).rotate(NEW, progress=seen.append)
    assert verbs(local) == ["validateCredentials", "secrets", "validateCredentials"]
    assert len(local.requests) == 5
    assert [step.name for step in seen] == ["read", "test", "write", "check"]
    assert "new'" not in repr(seen)
    assert "scim.contoso.com" not in repr(seen)


def test_an_error_of_the_callback_after_the_writing_says_so(local, tenant):
    def stop(step):
        if step.name == "write":
            raise KeyboardInterrupt

    local.target(SCIM_PRINCIPAL_ID, accepted_token="new")
    with pytest.raises(KeyboardInterrupt) as broken:
        secrets_of(tenant).rotate(NEW, progress=stop)
    assert broken.value.__notes__ == ["The new secrets are written; what is saved was not tested"]


def test_secrets_that_do_not_work_are_not_written(local, tenant):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="another")
    with pytest.raises(RotationFailed, match="nothing was written") as failure:
        secrets_of(tenant).rotate(NEW)
    assert failure.value.state == "unchanged"
    assert verbs(local) == ["validateCredentials"]
    assert "new" not in repr(failure.value.__cause__)


@pytest.mark.parametrize(("old", "state", "writes"), [(OLD, "restored", 2), ({}, "new", 1)])
def test_the_way_back_where_what_is_saved_does_not_work(local, tenant, old, state, writes):
    def spoil(request):
        if request.url.path.endswith("/validateCredentials") and verbs(local).count("secrets") == 1:
            local.target(SCIM_PRINCIPAL_ID, accepted_token="revoked meanwhile")

    local.before = spoil
    with pytest.raises(RotationFailed) as failure:
        secrets_of(tenant).rotate(NEW, old=old)
    assert failure.value.state == state
    assert verbs(local).count("secrets") == writes


class Clock:
    """The time of deadlines, which passes when a test says so."""

    def __init__(self):
        self.now = 1000.0

    def monotonic(self):
        return self.now

    def passes(self, seconds):
        self.now += seconds


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr("graphsync._core.call.deadline.time", clock)
    return clock


def test_what_there_is_no_time_for_is_listed_and_the_rest_runs_again(local, tenant, clock):
    principals = [
        tenant.service_principals[one] for one in (SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID)
    ]
    before, seen = states(tenant), []

    def wait(window):
        seen.append(len(window.paused))
        clock.passes(6)

    with tenant.maintenance(principals, timeout=10, progress=wait) as window:
        assert len(window.paused) == 1
        assert all(isinstance(one.error, WaitTimedOut) for one in window.failures)
        assert any(TROUBLED_PRINCIPAL_ID in one.path for one in window.failures)
        clock.passes(60)
    assert states(tenant) == before
    assert len(seen) >= 2


def test_a_rotation_without_time_leaves_the_secrets_as_they_were(local, tenant, clock):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="new")
    local.before = lambda request: clock.passes(4)
    with pytest.raises(RotationFailed, match="no time") as failure:
        secrets_of(tenant).rotate(NEW, timeout=7)
    assert failure.value.state == "unchanged"
    assert "secrets" not in verbs(local)


def test_a_rotation_that_wrote_in_time_is_tested_whatever_it_takes(local, tenant, clock):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="new")
    local.before = lambda request: clock.passes(4)
    secrets_of(tenant).rotate(NEW, timeout=15)
    assert verbs(local) == ["validateCredentials", "secrets", "validateCredentials"]
