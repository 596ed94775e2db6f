# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_interrupted.py
"""Tasks that end in the middle: by Ctrl-C before or after a request was served, or a lost answer.

What is left behind is put right, or said.
"""

from __future__ import annotations

import httpx
import pytest

from graphsync.emulator import NEW_JOB_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID
from graphsync.errors import MaintenanceIncomplete, RepairFailed, RotationFailed
from tests.facade.local import Local

pytestmark = pytest.mark.anyio

ADA = "ada.ahlberg@contoso.com"
NEW = {"BaseAddress": "https://scim.contoso.com/v2", "SecretToken": "new"}


class Breaking(Local):
    """Break off at the writing request of a number, before or after it is served."""

    def __init__(self):
        super().__init__()
        self.forget()

    def forget(self):
        self.left, self.served, self.error = None, False, KeyboardInterrupt

    def break_at(self, number, *, served, error=KeyboardInterrupt):
        self.left, self.served, self.error = number, served, error

    def __call__(self, request):
        if request.method != "GET" and self.left is not None:
            self.left -= 1
            if self.left < 0:
                served, error = self.served, self.error
                self.forget()
                if served:
                    super().__call__(request)
                raise error
        return super().__call__(request)


@pytest.fixture
def local(monkeypatch):
    breaking = Breaking()
    monkeypatch.setattr("graphsync._sync.transport.transport.time", breaking)
    return breaking


def lost():
    return httpx.ReadError("the connection broke")


def job_of(tenant, id=SCIM_JOB_ID):
    return tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[id]


def secrets_of(tenant):
    return tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.secrets


def state(tenant, id=SCIM_JOB_ID):
    return str((job_of(tenant, id).get()).schedule.state)


def running(tenant):
    """Return the jobs that run, of the two principals of a window."""
    found = set()
    for principal in (SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID):
        for job in tenant.service_principals[principal].synchronization.jobs.list():
            if str(job.schedule.state) == "Active":
                found.add(job.id)
    return found


def window_of(tenant):
    principals = (SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID)
    return tenant.maintenance([tenant.service_principals[one] for one in principals])


@pytest.mark.parametrize("served", [False, True])
def test_what_a_broken_window_paused_runs_again(local, tenant, served):
    before = running(tenant)
    for number in range(2):
        local.break_at(number, served=served)
        with pytest.raises(KeyboardInterrupt):
            window = window_of(tenant)
            with window:
                raise AssertionError
        assert running(tenant) == before


@pytest.mark.parametrize("served", [False, True])
def test_a_window_broken_at_its_end_says_which_jobs_may_be_paused(local, tenant, served):
    before = running(tenant)
    with pytest.raises(KeyboardInterrupt) as broken:
        window = window_of(tenant)
        with window:
            local.break_at(1, served=served)
            raise ValueError
    assert [job.resource_path for job in window.paused] == [
        broken.value.__notes__[0].rpartition(": ")[2]
    ]
    assert isinstance(broken.value.__context__, ValueError)
    window.close()
    assert (running(tenant), window.paused) == (before, [])


def test_a_lost_answer_to_a_pause_is_listed_and_the_job_runs_again(local, tenant):
    before = running(tenant)
    for served in (True, False):
        local.break_at(0, served=served, error=lost())
        with window_of(tenant) as window:
            [failure] = window.failures
            assert failure.action == "pause"
            assert len(window.paused) == (2 if served else 1)
        assert running(tenant) == before


def test_a_lost_answer_to_a_start_keeps_the_job_in_the_list(local, tenant):
    with pytest.raises(MaintenanceIncomplete):
        window = window_of(tenant)
        with window:
            local.break_at(0, served=True, error=lost())
    assert len(window.paused) == 1
    window.close()
    assert window.paused == []


@pytest.mark.parametrize(
    ("number", "served", "note"),
    [
        (0, True, None),
        (1, False, "Whether the new secrets were written is not known"),
        (1, True, "Whether the new secrets were written is not known"),
        (2, True, "The new secrets are written; what is saved was not tested"),
    ],
)
def test_a_broken_rotation_says_what_is_stored(local, tenant, number, served, note):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="new")
    local.break_at(number, served=served)
    with pytest.raises(KeyboardInterrupt) as broken:
        secrets_of(tenant).rotate(NEW)
    assert getattr(broken.value, "__notes__", [None]) == [note]
    assert "'new'" not in str(broken.value.__notes__ if note else "")


def test_a_rotation_broken_on_the_way_back_says_so(local, tenant):
    def spoil(request):
        if request.url.path.endswith("/validateCredentials") and local.left == 0:
            local.target(SCIM_PRINCIPAL_ID, accepted_token="another")

    local.target(SCIM_PRINCIPAL_ID, accepted_token="new")
    local.before = spoil
    local.break_at(3, served=False)
    with pytest.raises(KeyboardInterrupt) as broken:
        secrets_of(tenant).rotate(NEW, old={"SecretToken": "seeded-token"})
    assert broken.value.__notes__[0].endswith("were written back is not known")


@pytest.mark.parametrize("served", [False, True])
def test_secrets_whose_answer_is_lost_are_unknown(local, tenant, served):
    local.target(SCIM_PRINCIPAL_ID, accepted_token="new")
    local.break_at(1, served=served, error=lost())
    with pytest.raises(RotationFailed) as failure:
        secrets_of(tenant).rotate(NEW)
    assert failure.value.state == "unknown"


def test_a_broken_run_says_that_it_started_the_job(local, tenant):
    def stop(seen):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as broken:
        job_of(tenant, NEW_JOB_ID).run(progress=stop)
    assert "was started by this call" in broken.value.__notes__[0]
    assert state(tenant, NEW_JOB_ID) == "Active"
    with pytest.raises(KeyboardInterrupt) as broken:
        job_of(tenant).run(progress=stop)  # runs already
    assert not hasattr(broken.value, "__notes__")
    for wait in ("wait_for_cycle", "wait_for_steady_state", "wait_until_healthy"):
        local.requests.clear()
        job_of(tenant).pause()
        job_of(tenant).start()
        local.requests.clear()
        with pytest.raises(KeyboardInterrupt):
            getattr(job_of(tenant), wait)(progress=stop)
            raise KeyboardInterrupt  # where it had nothing to wait for
        assert local.writes == []


def linked(tenant):
    """Return Ada's id, and see to it that her job has linked her."""
    ada = (tenant.users[ADA].get()).id
    job_of(tenant).run()
    return ada


def test_a_broken_repair_leaves_the_job_running_and_says_what_is_deleted(local, tenant):
    ada = linked(tenant)
    for number, served in ((0, False), (0, True), (1, True), (2, False), (2, True)):
        local.break_at(number, served=served)
        with pytest.raises(KeyboardInterrupt) as broken:
            job_of(tenant).repair_connection(ada)
        notes = "".join(getattr(broken.value, "__notes__", []))
        assert ("is deleted" in notes) is (number == 2), (number, served)
        assert state(tenant) == "Active", (number, served)
        job_of(tenant).repair_connection(ada)


def test_a_repair_whose_pause_has_no_answer_starts_the_job_again(local, tenant):
    ada = linked(tenant)
    for served in (True, False):
        local.break_at(0, served=served, error=lost())
        with pytest.raises(RepairFailed, match="nothing was changed") as failure:
            job_of(tenant).repair_connection(ada)
        assert (failure.value.step, failure.value.job_paused) == ("pause", False)
        assert state(tenant) == "Active"


def test_a_broken_repair_whose_start_fails_says_that_the_job_is_paused(local, tenant):
    ada = linked(tenant)

    def stop(step):
        if step.name == "pause":
            local.break_at(0, served=False, error=lost())  # the start
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as broken:
        job_of(tenant).repair_connection(ada, progress=stop)
    [note] = broken.value.__notes__
    assert "is still paused; start()" in note
    assert "Starting it failed" in note


def test_a_repair_with_several_rules_for_users_changes_nothing(local, tenant):
    ada = linked(tenant)
    schema = (job_of(tenant).schema.get()).data.to_dict()
    rules = schema["synchronizationRules"]
    schema["synchronizationRules"] = [rules[0], {**rules[0], "id": "second", "name": "SECOND"}]
    local.put_schema(SCIM_PRINCIPAL_ID, SCIM_JOB_ID, schema)
    local.requests.clear()
    with pytest.raises(ValueError, match=r"SECOND \(second\).*Pass the id of the rule as rule="):
        job_of(tenant).repair_connection(ada)
    assert local.writes == []
    job_of(tenant).repair_connection(ada, rule=rules[0]["id"])
    assert state(tenant) == "Active"


def test_an_explanation_that_is_broken_off_has_written_nothing(local, tenant):
    def stop(seen):
        raise KeyboardInterrupt

    for task in ("explain", "preview"):
        with pytest.raises(KeyboardInterrupt):
            getattr(job_of(tenant), task)(ADA, progress=stop)
    assert local.writes == []
