"""Provisioning as code against the local Graph: export, plan, apply, roll back, and what a kill leaves."""

from __future__ import annotations

import copy
from contextlib import suppress
from typing import get_args

import pytest

from graphsync import RetryPolicy
from graphsync._core.config import secret_hashes
from graphsync.aio import AsyncGraphClient
from graphsync.config import ApplicationReference, Configuration, JobReference
from graphsync.config.aio import apply, export, plan, rollback
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator, Fault
from graphsync.emulator.protocol.fault import Kind
from graphsync.errors import (
    ApplyFailed,
    ConfigurationInvalid,
    GraphError,
    MaskedSecrets,
    NoMatch,
    PlanOutdated,
)

pytestmark = pytest.mark.anyio

QUICK = RetryPolicy(wait_initial=0.001, wait_max=0.001)
HERE = (ApplicationReference(principal=SCIM_PRINCIPAL_ID), JobReference(template="scim"))
TOKEN = {"TOKEN": "s3cret-value"}
NEW = """
application: {display_name: Contoso Travel, template: Custom}
job: {template: scim, state: running}
secrets: {BaseAddress: https://scim.contoso.com, SecretToken: ${env:TOKEN}}
notifications: {address: it@contoso.com, on: [quarantine], deletion_threshold: 500}
assignments: [group:Sales, user:ada.ahlberg@contoso.com]
mappings:
  User:
    scope: [department EQUALS Sales]
    attributes: {title: 'ToUpper([jobTitle])', externalId: ~}
"""
OLD = f"""
application: {{principal: {SCIM_PRINCIPAL_ID}}}
job: {{template: scim, state: running}}
mappings: {{User: {{scope: [department EQUALS Sales]}}}}
"""


class Killed(BaseException):
    """The end of a process, which no `except Exception` sees."""


class Watch:
    """Count what goes out, and end the process after so many answers."""

    def __init__(self, emulator, killed_after=None):
        self.emulator = emulator
        self.killed_after = killed_after
        self.answers = 0
        self.writes = []

    async def response(self, response):
        self.answers += 1
        request = response.request
        if request.method != "GET":
            self.writes.append(f"{request.method} {request.url.path.rpartition('/')[2]}")
        if response.status_code in {401, 404}:
            self.emulator.advance(seconds=11)
        if self.answers == self.killed_after:
            raise Killed

    def client(self):
        hooks = {"response": [self.response]}
        return AsyncGraphClient("token", endpoint=self.emulator.url, retry=QUICK, event_hooks=hooks)


@pytest.fixture
def emulator(monkeypatch):
    with Emulator(start="2026-01-01T00:00:00Z", speed=0, replication_delay=10.0) as running:

        async def sleep(seconds):
            running.advance(seconds=seconds)

        monkeypatch.setattr("graphsync._async.config.applying.sleep", sleep)
        yield running


@pytest.fixture
async def graph(emulator):
    async with Watch(emulator).client() as client:
        yield client


async def test_what_was_exported_needs_nothing_done(graph):
    exported = await export(graph, *HERE)
    assert exported.secrets["BaseAddress"].written("BaseAddress")
    assert "SecretToken" not in exported.secrets
    assert (await plan(graph, exported)).is_empty
    again = Configuration.loads(exported.dumps())
    assert (await plan(graph, again)).is_empty
    full = await export(graph, *HERE, full=True)
    assert len(full.mappings["User"]["attributes"]) > 15
    assert (await plan(graph, full)).is_empty


async def test_a_plan_says_what_changes_and_what_that_means(graph):
    made = await plan(graph, Configuration.loads(OLD.replace("running", "paused")))
    text = made.to_text()
    assert "~ User.scope: none -> department EQUALS Sales" in text
    assert "User: whoever leaves the scope loses the account, or is disabled." in text
    assert "~ state: Active -> Paused" in text
    assert f"({made.requests} requests)" in text
    assert made.requests <= 6
    assert made.to_dict()["steps"][0]["subject"] == "schema"


async def test_with_people_a_plan_says_what_becomes_of_them(emulator, graph):
    desired = Configuration.loads(OLD)
    made = await plan(graph, desired, people=emulator.users)
    assert made.blast_radius.people == len(emulator.users)
    assert "disabled" in made.to_text()
    assert made.to_dict()["blast_radius"]["counts"]["disabled"] > 0
    assert (await plan(graph, desired)).blast_radius is None


async def test_planning_sends_reads_and_nothing_else(emulator):
    watch = Watch(emulator)
    async with watch.client() as graph:
        for text in (NEW, OLD, OLD.replace("SCIM", "x")):
            await plan(graph, Configuration.loads(text), environment=TOKEN)
        await export(graph, *HERE)
    assert watch.writes == []
    assert watch.answers > 10


@pytest.mark.parametrize("kind", get_args(Kind))
async def test_whatever_goes_wrong_a_plan_writes_nothing(emulator, kind):
    watch = Watch(emulator)
    desired = Configuration.loads(OLD)
    async with watch.client() as graph:
        quick = graph.with_options(timeout=5, retry=RetryPolicy(attempts=1))
        for times in range(1, 7):
            emulator.faults.clear()
            emulator.faults.add(Fault(kind=kind, status=503, seconds=0.01, times=times))
            with suppress(GraphError):
                await plan(quick, desired)
    assert watch.answers > 0 or kind == "reset"  # which comes instead of every answer
    assert watch.writes == []


async def test_an_application_is_brought_up_and_a_second_time_nothing_is_written(
    emulator, tmp_path
):
    desired = Configuration.loads(NEW)
    watch = Watch(emulator)
    async with watch.client() as graph:
        made = await plan(graph, desired, environment=TOKEN)
        assert [str(step.subject) for step in made.steps] == [
            "application",
            "secrets",
            "job",
            "schema",
            "assignment",
            "assignment",
            "state",
        ]
        seen = []
        receipt = await apply(graph, desired, made, environment=TOKEN, on_step=seen.append)
        assert [*receipt.done] == seen
        assert [str(step.subject) for step in seen] == [
            "application",
            "secrets",
            "job",
            "schema",
            "assignment",
            "assignment",
            "state",
        ]
        job = (
            await graph.service_principals[receipt.principal_id]
            .synchronization.jobs[receipt.job_id]
            .get()
        )
        assert job.schedule.state == "Active"
        mapping = (
            (await job.schema.get()).rules["USERGROUP_OUTBOUND_USERGROUP"].object_mappings["User"]
        )
        targets = mapping.attribute_mappings.names()
        assert "externalId" not in targets
        settings = (
            await graph.service_principals[receipt.principal_id].synchronization.secrets.list()
        ).notification_settings
        assert (settings.recipients, settings.delete_threshold_value) == ("it@contoso.com", 500)
        watch.writes.clear()
        again = await apply(graph, desired, environment=TOKEN, secrets_known=receipt.secret_hashes)
        assert (again.done, watch.writes) == ((), [])
    assert TOKEN["TOKEN"] not in repr((made, receipt, made.to_text(), made.to_dict()))


async def test_a_backup_brings_back_what_was_before(graph, tmp_path):
    before = copy.deepcopy(
        (
            await graph.service_principals[SCIM_PRINCIPAL_ID]
            .synchronization.jobs[SCIM_JOB_ID]
            .schema.get()
        ).data.to_dict()
    )
    backup = tmp_path / "before.yaml"
    receipt = await apply(graph, Configuration.loads(OLD), backup=backup)
    assert receipt.backup == backup
    assert "SecretToken:" not in backup.read_text()
    await rollback(graph, backup)
    after = (
        await graph.service_principals[SCIM_PRINCIPAL_ID]
        .synchronization.jobs[SCIM_JOB_ID]
        .schema.get()
    ).data.to_dict()
    assert after["synchronizationRules"][0]["objectMappings"][0]["scope"] in (
        None,
        {"groups": [], "inputFilterGroups": [], "categoryFilterGroups": []},
    )
    assert after["directories"] == before["directories"]
    assert (await plan(graph, Configuration.load(backup))).is_empty


async def test_a_plan_for_another_state_is_not_carried_out(emulator):
    watch = Watch(emulator)
    desired = Configuration.loads(OLD)
    async with watch.client() as graph:
        made = await plan(graph, desired)
        job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
        schema = await job.schema.get()
        schema.rules["USERGROUP_OUTBOUND_USERGROUP"].object_mappings["User"].data.enabled = False
        await schema.replace()
        watch.writes.clear()
        with pytest.raises(PlanOutdated, match="nothing was written") as outdated:
            await apply(graph, desired, made)
        assert watch.writes == []
        assert outdated.value.plan.fingerprint != made.fingerprint


async def test_masked_secrets_are_asked_for_before_the_first_write(emulator):
    watch = Watch(emulator)
    desired = Configuration.loads(
        OLD.replace("mappings", "secrets: {BaseAddress: https://new.contoso.com}\nmappings")
    )
    async with watch.client() as graph:
        made = await plan(graph, desired)
        assert "The service does not show SecretToken" in made.to_text()
        with pytest.raises(MaskedSecrets, match=r"does not show SecretToken.*Nothing was written"):
            await apply(graph, desired)
    assert watch.writes == []


async def test_a_failure_says_how_far_it_got_and_a_second_run_does_the_rest(emulator):
    desired = Configuration.loads(OLD.replace("running", "paused"))
    async with Watch(emulator).client() as graph:
        emulator.faults.add(
            Fault(kind="status", status=400, times=1, path="*/schema", method="PUT")
        )
        with pytest.raises(
            ApplyFailed,
            match=r"~ schema scim failed; done before: nothing; not done: ~ state paused",
        ) as failed:
            await apply(graph, desired)
        assert [str(step.subject) for step in failed.value.remaining] == ["state"]
        receipt = await apply(graph, desired)
        assert [str(step.subject) for step in receipt.done] == ["schema", "state"]


async def test_what_cannot_be_meant_is_an_error_without_a_write(emulator):
    watch = Watch(emulator)
    async with watch.client() as graph:
        with pytest.raises(ConfigurationInvalid, match="the gallery has no template 'Nothing'"):
            await plan(
                graph, Configuration.loads(NEW.replace("Custom", "Nothing")), environment=TOKEN
            )
        with pytest.raises(ConfigurationInvalid, match="TOKEN is not set"):
            await plan(graph, Configuration.loads(NEW), environment={})
        with pytest.raises(NoMatch, match="no job made from the template 'other'"):
            await export(graph, HERE[0], JobReference(template="other"))
        with pytest.raises(ConfigurationInvalid, match="there is no application"):
            await plan(
                graph,
                Configuration.loads(
                    OLD.replace(SCIM_PRINCIPAL_ID, "00000000-0000-4000-8000-000000000000")
                ),
            )
    assert watch.writes == []


async def test_killed_after_any_answer_and_run_again_there_is_one_of_each(
    emulator, monkeypatch, tmp_path
):
    # Slow on purpose, and of no use here: a run makes four.
    monkeypatch.setitem(secret_hashes._COST, "n", 2)
    desired = Configuration.loads(NEW)
    killed_after, is_done, rows = 0, False, []
    while not is_done:
        killed_after += 1
        emulator.reset()
        journal = tmp_path / f"{killed_after}.journal"
        watch = Watch(emulator, killed_after)
        async with watch.client() as graph:
            try:
                await apply(graph, desired, environment=TOKEN, journal=journal)
                is_done = True
            except Killed:
                pass
        after = Watch(emulator)
        async with after.client() as graph:
            receipt = await apply(graph, desired, environment=TOKEN, journal=journal)
            emulator.advance(seconds=60)
            found = await graph.request(
                "GET",
                "/servicePrincipals",
                params={"$filter": "displayName eq 'Contoso Travel'"},
            )
            applications = await graph.request(
                "GET", "/applications", params={"$filter": "displayName eq 'Contoso Travel'"}
            )
            jobs = await graph.service_principals[receipt.principal_id].synchronization.jobs.list()
            assert len(found["value"]) == len(applications["value"]) == len(jobs) == 1, killed_after
            assert (await jobs[0].get()).schedule.state == "Active"
            holders = [
                one.principal_display_name
                async for one in graph.service_principals[receipt.principal_id].assignments
            ]
            assert sorted(holders) == ["Ada Ahlberg", "Sales"], killed_after
            assert (
                await plan(graph, desired, environment=TOKEN, secrets_known=receipt.secret_hashes)
            ).is_empty
        rows.append((killed_after, watch.writes, after.writes))
    assert len(rows) > 12
