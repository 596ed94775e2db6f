# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_copy_to.py
"""Copying a job to another principal, application or tenant, against the local Graph."""

from __future__ import annotations

import json

import httpx
import pytest

from graphsync import RetryPolicy
from graphsync.emulator import (
    INBOUND_PRINCIPAL_ID,
    MANY_PRINCIPAL_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    Fault,
)
from graphsync.errors import (
    BadRequest,
    CopyFailed,
    MaskedSecrets,
    Refused,
    ServerFailure,
    WaitTimedOut,
)
from tests.facade.local import Local

pytestmark = pytest.mark.anyio

GALLERY = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621"


@pytest.fixture
def elsewhere():
    """Another tenant."""
    return Local()


@pytest.fixture
def other(elsewhere, tenant):
    """A client of the other tenant."""
    return type(tenant)(
        "t",
        endpoint=elsewhere.root,
        transport=httpx.MockTransport(elsewhere),
        retry=RetryPolicy(attempts=1),
    )


def edited_job(tenant):
    """Return a job with a mapping that its template has not."""
    job = tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    job.schema.get()
    users = job.schema.data.synchronization_rules[0].object_mappings[0]
    users.attribute_mappings = [
        one for one in users.attribute_mappings if one.target_attribute_name != "title"
    ]
    job.schema.replace()
    return job


def new_target(other, elsewhere, *, application=False):
    """Return the synchronization of an application that was just made from the gallery."""
    made = other.application_templates[GALLERY].instantiate("Contoso Copy")
    elsewhere.emulator.advance(seconds=100)
    elsewhere.requests.clear()
    if application:
        return other.applications[made.application.id].synchronization
    return other.service_principals[made.service_principal.id].synchronization


def titles(schema):
    mappings = schema.data.synchronization_rules[0].object_mappings[0].attribute_mappings
    return [one for one in mappings if one.target_attribute_name == "title"]


@pytest.mark.parametrize("application", [False, True])
def test_a_job_is_copied_to_another_tenant(local, tenant, other, elsewhere, application):
    job = edited_job(tenant)
    target = new_target(other, elsewhere, application=application)
    local.requests.clear()
    seen = []
    copy = job.copy_to(target, progress=seen.append)
    assert copy.created
    assert copy.schema_written
    assert copy.settings_written == ("BaseAddress", "SyncAll")
    assert copy.secrets_left_out == ("SecretToken",)
    assert [step.name for step in seen] == ["source", "target", "job", "schema", "settings"]
    assert tuple(seen) == copy.steps
    assert len(local.requests) == 3
    assert not local.writes
    assert len(elsewhere.requests) == 7
    assert [line.partition(" ")[0] for line in elsewhere.writes] == ["POST", "PUT", "PUT"]

    made = target.jobs[copy.job_id].get()
    made.schema.get()
    assert not titles(made.schema)
    assert str(made.schedule.state) != "Active"
    assert made.schema.data.id == copy.job_id
    assert SCIM_JOB_ID not in str(made.schema.data.to_dict())
    stored = target.secrets.list()
    assert stored["BaseAddress"] == "https://scim.contoso.com/v2"
    assert "SecretToken" not in stored
    assert "left out, as the service does not show them: SecretToken" in str(copy)


def test_the_target_s_own_values_go_along(tenant, other, elsewhere):
    job = edited_job(tenant)
    target = new_target(other, elsewhere)
    copy = job.copy_to(
        target,
        secrets={"SecretToken": "of the target", "BaseAddress": "https://b.contoso.com/scim"},
    )
    assert copy.secrets_left_out == ()
    stored = target.secrets.list()
    assert stored["BaseAddress"] == "https://b.contoso.com/scim"
    assert stored["SecretToken"] == "*"
    assert "of the target" not in repr(copy)


def test_a_job_that_is_there_is_written_only_where_it_is_named(tenant, other, elsewhere):
    job = edited_job(tenant)
    target = other.service_principals[SCIM_PRINCIPAL_ID].synchronization
    with pytest.raises(Refused, match=r"has a job of the template 'scim' already: scim\.7b1c"):
        job.copy_to(target)
    with pytest.raises(Refused, match=r"into='scim\.no': that job is not there; jobs of the"):
        job.copy_to(target, into="scim.no")
    other_template = (target.jobs.list())[1].id
    with pytest.raises(Refused, match="that job is of the template 'customappsso'"):
        job.copy_to(target, into=other_template)
    assert not elsewhere.writes
    copy = job.copy_to(target, into=SCIM_JOB_ID)
    assert (copy.created, copy.schema_written, copy.settings_written) == (False, True, ())
    assert [line.rpartition("/")[2] for line in elsewhere.writes] == ["schema"]
    again = job.copy_to(target, into=SCIM_JOB_ID)
    assert not again.schema_written
    assert len(elsewhere.writes) == 1


def test_a_job_is_not_copied_onto_itself(local, tenant):
    job = tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    with pytest.raises(Refused, match="is the job that is copied"):
        job.copy_to(tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization, into=SCIM_JOB_ID)
    with pytest.raises(Refused, match=r", scim\S+ and \d+ more; into="):
        job.copy_to(tenant.service_principals[MANY_PRINCIPAL_ID].synchronization)
    assert not local.writes


def test_settings_are_not_written_over_a_secret_that_the_target_does_not_show(
    tenant, other, elsewhere
):
    job = edited_job(tenant)
    target = other.service_principals[SCIM_PRINCIPAL_ID].synchronization
    target.secrets.update({"BaseAddress": "https://b.contoso.com", "SecretToken": "b"})
    elsewhere.requests.clear()
    with pytest.raises(MaskedSecrets, match=r"BaseAddress differ.* not show SecretToken: pass"):
        job.copy_to(target, into=SCIM_JOB_ID)
    assert not elsewhere.writes
    copy = job.copy_to(target, into=SCIM_JOB_ID, settings=False)
    assert copy.settings_written == ()
    assert (target.secrets.list())["BaseAddress"] == "https://b.contoso.com"


def test_a_template_that_the_target_does_not_have_fails_before_anything_is_written(
    tenant, other, elsewhere
):
    job = edited_job(tenant)
    target = other.service_principals[INBOUND_PRINCIPAL_ID].synchronization
    with pytest.raises(BadRequest):
        job.copy_to(target)
    assert len(target.jobs.list()) == 1
    assert [line.partition(" ")[0] for line in elsewhere.writes] == ["POST"]


def test_what_is_left_after_an_error_is_said_and_the_rest_can_be_done(tenant, other, elsewhere):
    job = edited_job(tenant)
    target = new_target(other, elsewhere)

    def before(request):
        if request.method == "PUT" and request.url.path.endswith("secrets"):
            elsewhere.emulator.faults.add(Fault(kind="status", status=500, times=1))

    elsewhere.before = before
    with pytest.raises(
        CopyFailed, match=r"at the step 'settings'.* schema of it written"
    ) as caught:
        job.copy_to(target)
    error = caught.value
    assert isinstance(error.__cause__, ServerFailure)
    assert (error.created, error.written, error.step) == (True, ("schema",), "settings")
    elsewhere.before = None
    copy = job.copy_to(target, into=error.job_id)
    assert (copy.job_id, copy.created, copy.schema_written) == (error.job_id, False, False)
    assert copy.settings_written == ("BaseAddress", "SyncAll")


def test_an_error_of_the_callback_carries_a_note_of_what_is_left(tenant, other, elsewhere):
    job = edited_job(tenant)
    target = new_target(other, elsewhere)

    def stop(step):
        if step.name == "job":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        job.copy_to(target, progress=stop)
    made = (target.jobs.list())[0].id
    [note] = caught.value.__notes__
    assert note == (
        f"What is left: job {made} was created and is not started, nothing of it written;"
        f" copy_to() with into={made!r} does the rest"
    )


def test_the_time_of_a_copy_is_limited(local, tenant, other, elsewhere, monkeypatch):
    job = edited_job(tenant)
    target = new_target(other, elsewhere)
    monkeypatch.setattr("graphsync._core.call.deadline.time", local)
    with pytest.raises(WaitTimedOut, match=r"within 30 s; it had reached the step 'target'"):
        job.copy_to(target, timeout=30, progress=lambda step: local.pause(31))
    assert not elsewhere.writes
    with pytest.raises(ValueError, match="timeout is 0; it must be more than 0 seconds"):
        job.copy_to(target, timeout=0)


@pytest.mark.parametrize("same_tenant", [False, True])
def test_filters_that_list_objects_stay_in_their_tenant(
    local, tenant, other, elsewhere, same_tenant
):
    job = tenant.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    schema = json.loads(json.dumps((job.schema.get()).data.to_dict()))
    rule = schema["synchronizationRules"][0]
    rule["groupFilter"] = {"includedGroups": ["99999999-9999-4999-8999-999999999999"]}
    extension = "extension_0123456789abcdef0123456789abcdef_team"
    rule["objectMappings"][0]["attributeMappings"][1]["source"] = {
        "type": "Attribute",
        "name": extension,
        "expression": f"[{extension}]",
    }
    local.put_schema(SCIM_PRINCIPAL_ID, SCIM_JOB_ID, schema)
    place = (tenant, local) if same_tenant else (other, elsewhere)
    target = new_target(*place)
    copy = job.copy_to(target)
    made = target.jobs[copy.job_id].schema.get()
    kept = made.data.synchronization_rules[0].to_dict()["groupFilter"]
    if same_tenant:
        assert (kept, copy.filters_left_out) == (rule["groupFilter"], ())
        assert copy.to_check == ()
    else:
        assert (kept, copy.filters_left_out) == (None, (f"groupFilter of {rule['name']}",))
        assert [one.partition(" ")[0] for one in copy.to_check] == [extension]
        assert "left out, as they list objects of the tenant: groupFilter" in str(copy)
