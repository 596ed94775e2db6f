"""What a configuration says of assignments and settings, against the local Graph: planned, applied, taken back."""

from __future__ import annotations

import json

import pytest

from graphsync import RetryPolicy
from graphsync.aio import AsyncGraphClient
from graphsync.config import ApplicationReference, Configuration, JobReference
from graphsync.config.aio import apply, before, drift, export, plan, rollback
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator, Fault
from graphsync.errors import ApplyFailed, ConfigurationInvalid, MaskedSecrets, PlanOutdated
from graphsync_client import models

pytestmark = pytest.mark.anyio

QUICK = RetryPolicy(wait_initial=0.001, wait_max=0.001)
TOKEN = {"TOKEN": "s3cret-value"}
HERE = (ApplicationReference(principal=SCIM_PRINCIPAL_ID), JobReference(template="scim"))
FILE = {
    "application": {"principal": SCIM_PRINCIPAL_ID},
    "job": {"template": "scim"},
    "assignments": ["group:Sales", "user:ADA.ahlberg@contoso.com", "user:bela.ahlberg@contoso.com"],
}


def configuration(**changes):
    return Configuration.from_dict({**FILE, **changes})


@pytest.fixture
def emulator(monkeypatch):
    with Emulator(start="2026-01-01T00:00:00Z", speed=0) as running:

        async def sleep(seconds):
            running.advance(seconds=seconds)

        monkeypatch.setattr("graphsync._async.config.applying.sleep", sleep)
        yield running


@pytest.fixture
def sent():
    return []


@pytest.fixture
async def graph(emulator, sent):
    async def note(request):
        sent.append(f"{request.method} {request.url.path.rpartition('/v1.0')[2]}")

    hooks = {"request": [note]}
    async with AsyncGraphClient(
        "token", endpoint=emulator.url, retry=QUICK, event_hooks=hooks
    ) as client:
        yield client


def writes(sent):
    return [one for one in sent if not one.startswith("GET ")]


async def assigned(graph):
    principal = graph.service_principals[SCIM_PRINCIPAL_ID]
    return sorted([one.principal_display_name async for one in principal.assignments])


async def test_assignments_are_made_and_ended_and_a_second_time_nothing_is_written(graph, sent):
    receipt = await apply(graph, configuration())
    assert [str(step) for step in receipt.done] == [
        "+ assignment group:Sales",
        "+ assignment user:ADA.ahlberg@contoso.com",
        "+ assignment user:bela.ahlberg@contoso.com",
    ]
    assert await assigned(graph) == ["Ada Ahlberg", "Bela Ahlberg", "Sales"]
    sent.clear()
    assert (await apply(graph, configuration())).done == ()
    assert writes(sent) == []

    fewer = configuration(assignments=["group:Sales"])
    made = await plan(graph, fewer)
    assert "- assignment user:Ada Ahlberg" in made.to_text()
    assert "Whoever was assigned only by this loses the account" in made.to_text()
    await apply(graph, fewer, made)
    assert await assigned(graph) == ["Sales"]
    await apply(graph, configuration(assignments=[]))
    assert await assigned(graph) == []


async def test_what_a_file_does_not_mention_stays_and_costs_no_request(graph, sent):
    await apply(graph, configuration())
    sent.clear()
    assert (await plan(graph, configuration(assignments=None))).is_empty
    assert not [one for one in sent if "AssignedTo" in one or one.startswith("GET /users")]


async def test_names_are_looked_up_fifteen_at_a_time(emulator, graph, sent):
    people = [f"user:{user['userPrincipalName']}" for user in emulator.users[:31]]
    made = await plan(graph, configuration(assignments=[*people, "group:Sales", "group:Legal"]))
    assert len(made.steps) == 33
    assert sent.count("GET /users") == 3
    assert sent.count("GET /groups") == 1
    assert made.requests == len(sent)


async def test_a_name_that_is_missing_or_shared_is_an_error_with_its_place(graph, sent):
    text = json.dumps({**FILE, "assignments": ["group:Sales", "user:nobody@contoso.com"]})
    with pytest.raises(
        ConfigurationInvalid,
        match=r"assignments\[1\]: there is no user 'nobody@contoso.com'; write its userPrincipal",
    ) as missing:
        await apply(graph, Configuration.loads(text, "json"))
    assert missing.value.path == ("assignments", 1)
    unknown = "group:00000000-0000-4000-8000-00000000000f"
    with pytest.raises(ConfigurationInvalid, match=r"assignments\[0\]: there is no group '0000"):
        await plan(graph, configuration(assignments=[unknown]))
    with pytest.raises(ConfigurationInvalid, match=r"assignments\[1\].role: .* no role 'Chief'"):
        await plan(
            graph,
            configuration(assignments=["group:Sales", {"to": "group:Legal", "role": "Chief"}]),
        )
    assert writes(sent) == []
    other = await graph.groups.create(
        models.Group(
            display_name="Sales",
            mail_nickname="sales2",
            mail_enabled=False,
            security_enabled=True,
        )
    )
    with pytest.raises(ConfigurationInvalid, match="several groups are called 'Sales'") as several:
        await plan(graph, configuration())
    assert other.id in str(several.value)
    await apply(graph, configuration(assignments=[f"group:{other.id.upper()}"]))
    assert await assigned(graph) == ["Sales"]
    # The export says which of the two it is.
    assert (await export(graph, *HERE)).assignments[0].name == other.id


async def test_the_same_assignment_twice_is_a_slip(emulator, graph):
    id = next(user["id"] for user in emulator.users if user["givenName"] == "Ada")
    with pytest.raises(ConfigurationInvalid, match=r"assignments\[3\]: .*same as assignments\[1\]"):
        await plan(graph, configuration(assignments=[*FILE["assignments"], f"user:{id}"]))


async def test_an_export_has_the_assignments_by_name(graph):
    await apply(graph, configuration())
    found = await export(graph, *HERE)
    assert found.to_dict()["assignments"] == [
        "group:Sales",
        "user:ada.ahlberg@contoso.com",
        "user:bela.ahlberg@contoso.com",
    ]
    assert (await plan(graph, found)).is_empty


async def test_somebody_assigned_in_the_meantime_makes_a_plan_outdated(graph, sent):
    made = await plan(graph, configuration())
    await graph.service_principals[SCIM_PRINCIPAL_ID].assignments.assign("carl.ahlberg@contoso.com")
    sent.clear()
    with pytest.raises(PlanOutdated) as outdated:
        await apply(graph, configuration(), made)
    assert "- assignment user:Carl Ahlberg" in outdated.value.plan.to_text()
    assert writes(sent) == []


async def test_a_failed_assignment_leaves_the_rest_for_the_next_run(emulator, graph):
    emulator.faults.add(
        Fault(kind="status", status=403, times=1, path="*/appRoleAssignedTo", method="POST")
    )
    with pytest.raises(ApplyFailed, match=r"assignment group:Sales failed"):
        await apply(graph, configuration(), replication=0)
    await apply(graph, configuration())
    assert await assigned(graph) == ["Ada Ahlberg", "Bela Ahlberg", "Sales"]


async def test_drift_has_an_exit_code_for_each_outcome(graph):
    await apply(graph, configuration())
    assert (await drift(graph, configuration())).exit_code == 0
    await graph.service_principals[SCIM_PRINCIPAL_ID].assignments.unassign(
        "ada.ahlberg@contoso.com"
    )
    found = await drift(graph, configuration())
    assert found.exit_code == 2
    assert "+ assignment user:ADA.ahlberg@contoso.com" in found.to_text()
    broken = await drift(graph, configuration(assignments=["group:Nobody"]))
    assert (broken.exit_code, broken.plan) == (1, None)
    assert "there is no group 'Nobody'" in broken.to_text()


# ---- a backup, subject by subject


def secrets(address):
    return {"BaseAddress": address, "SecretToken": "${env:TOKEN}"}


CHANGES = {
    "schema": {"mappings": {"User": {"attributes": {"title": None}}}},
    "assignment": {"assignments": ["group:Legal"]},
    "state": {"job": {"template": "scim", "state": "paused"}},
    "address": {"secrets": secrets("https://new.contoso.com")},
    "notifications": {
        "secrets": secrets("https://old.contoso.com"),
        "notifications": {"address": "new@contoso.com", "on": [], "deletion_threshold": 7},
    },
}


@pytest.mark.parametrize("subject", CHANGES)
async def test_a_rollback_brings_back_each_subject(graph, sent, tmp_path, subject):
    first = configuration(
        job={"template": "scim", "state": "running"},
        secrets=secrets("https://old.contoso.com"),
        notifications={
            "address": "it@contoso.com",
            "on": ["quarantine", "accidental_deletions"],
            "deletion_threshold": 500,
        },
    )
    known = (await apply(graph, first, environment=TOKEN, validate=False)).secret_hashes
    there = await state(graph)
    backup = tmp_path / "before.yaml"
    changed = await apply(
        graph,
        configuration(**CHANGES[subject]),
        environment=TOKEN,
        backup=backup,
        secrets_known=known,
        validate=False,
    )
    assert changed.done
    assert changed.left_out == ("SecretToken",)
    assert "# The values of these secrets are left out: SecretToken" in backup.read_text()
    assert TOKEN["TOKEN"] not in backup.read_text()
    assert await state(graph) != there
    planned = await plan(graph, await before(graph, backup), environment=TOKEN)
    assert not planned.is_empty
    await rollback(graph, backup, environment=TOKEN)
    assert await state(graph) == there
    sent.clear()
    assert (await rollback(graph, backup, environment=TOKEN)).done == ()
    assert writes(sent) == []


async def state(graph):
    principal = graph.service_principals[SCIM_PRINCIPAL_ID]
    job = principal.synchronization.jobs[SCIM_JOB_ID]
    schema = (await job.schema.get()).data.to_dict()
    mapping = next(one for one in schema["synchronizationRules"][0]["objectMappings"])
    return (
        sorted(one["targetAttributeName"] for one in mapping["attributeMappings"]),
        await assigned(graph),
        str((await job.get()).schedule.state),
        {
            str(key): value
            for key, value in (await principal.synchronization.secrets.list()).items()
        },
    )


async def test_a_rollback_of_settings_asks_for_the_secret_before_it_writes(graph, sent, tmp_path):
    clear = {"BaseAddress": "https://new.contoso.com", "SecretToken": "in the clear"}
    backup = tmp_path / "before.json"
    await apply(graph, configuration(secrets=clear), backup=backup, validate=False)
    assert "SecretToken" not in backup.read_text()
    sent.clear()
    with pytest.raises(MaskedSecrets, match="SecretToken"):
        await rollback(graph, backup)
    assert writes(sent) == []
