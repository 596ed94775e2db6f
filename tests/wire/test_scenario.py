"""A day's work with the asynchronous client against the local Graph; the guide does the same with the synchronous one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from graphsync import AsyncGraphClient, Scope, models
from graphsync.emulator import (
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    MANY_JOBS,
    MANY_PRINCIPAL_ID,
    SCIM_APP_ID,
    SCIM_APPLICATION_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    Emulator,
)
from graphsync.errors import (
    BadRequest,
    Conflict,
    MaskedSecrets,
    NotFound,
    ServiceError,
    VersionMismatch,
)


@pytest.fixture
def run():
    def run(work: Callable[[AsyncGraphClient], Awaitable[None]], **switches: object) -> None:
        async def main(url: str) -> None:
            async with AsyncGraphClient("token", endpoint=url) as graph:
                await work(graph)

        with Emulator(**switches) as emulator:
            asyncio.run(main(emulator.url))

    return run


def test_principals_are_found(run):
    async def work(graph: AsyncGraphClient) -> None:
        found = await graph.service_principals.find(app_id=SCIM_APP_ID)
        assert found.id == SCIM_PRINCIPAL_ID
        assert (await graph.service_principals.find(display_name=found.display_name)).id == found.id
        assert (await graph.applications.find(app_id=SCIM_APP_ID)).id == SCIM_APPLICATION_ID
        assert (await graph.applications[SCIM_APPLICATION_ID].get()).app_id == SCIM_APP_ID
        job = await graph.service_principals.by_app_id(SCIM_APP_ID).synchronization.jobs.first()
        assert job.id == SCIM_JOB_ID

    run(work)


def test_pages_of_many_jobs(run):
    async def work(graph: AsyncGraphClient) -> None:
        jobs = graph.service_principals[MANY_PRINCIPAL_ID].synchronization.jobs
        pages = [page async for page in jobs.top(7).pages()]
        assert sum(len(page) for page in pages) == MANY_JOBS
        assert len(pages) == -(-MANY_JOBS // 7)
        rest = await jobs.resume(pages[0].next_link).list()
        assert len(rest) == MANY_JOBS - 7

    run(work)


def test_a_job_from_its_beginning_to_its_end(run):
    async def work(graph: AsyncGraphClient) -> None:
        sync = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization
        with pytest.raises(Conflict):
            await sync.jobs.create("scim")
        job = sync.jobs[SCIM_JOB_ID]
        await job.delete()
        with pytest.raises(NotFound):
            await job.get()
        job = await sync.jobs.create("scim")
        assert job.schedule.state == "Disabled"
        await job.start()
        assert (await job.get()).schedule.state == "Active"
        await job.restart(Scope.WATERMARK | Scope.ESCROWS)
        await job.pause()
        assert (await job.get()).status.code == "Paused"
        with pytest.raises(BadRequest):
            await sync.jobs.create("no-such-template")

    run(work)


def test_a_schema_is_edited_checked_and_reset(run):
    async def work(graph: AsyncGraphClient) -> None:
        schema = (
            graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID].schema
        )
        await schema.get()
        original, version = schema.data.to_dict(), schema.version
        mappings = schema.rules.names()
        rule = schema.rules[mappings[0]]
        attributes = rule.object_mappings["User"].attribute_mappings
        name = attributes.names()[0]
        attributes.remove(name)
        await schema.replace(expected_version=version)
        await schema.get()
        assert (
            name not in schema.rules[mappings[0]].object_mappings["User"].attribute_mappings.names()
        )
        schema.rules[mappings[0]].data.priority = 9
        with pytest.raises(VersionMismatch):
            await schema.replace(expected_version=version)
        await schema.reset(discard_edits=True)
        await schema.get()
        assert schema.data.to_dict()["synchronizationRules"] == original["synchronizationRules"]
        assert "Append" in [function.name async for function in schema.functions]
        assert "EQUALS" in [operator.name async for operator in schema.filter_operators]
        directories = await schema.directories.list()
        assert [directory.id for directory in directories] == [
            item.id for item in schema.data.directories
        ]

    run(work)


def test_secrets_are_masked_and_merged(run):
    async def work(graph: AsyncGraphClient) -> None:
        secrets = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.secrets
        await secrets.replace(
            {"BaseAddress": "https://scim.contoso.com", "SecretToken": "t0ken"}, wait=5
        )
        values = await secrets.list()
        assert values["BaseAddress"] == "https://scim.contoso.com"
        assert values.masked == (models.SynchronizationSecret.SECRET_TOKEN,)
        with pytest.raises(MaskedSecrets):
            await secrets.update({"SyncAll": "true"})
        await secrets.update({"SyncAll": "true"}, leave_out=("SecretToken",))
        settings = models.SyncNotificationSettings(enabled=True, recipients="ada@contoso.com")
        await secrets.replace({"SyncNotificationSettings": settings})
        assert (await secrets.list()).notification_settings == settings
        with pytest.raises(BadRequest) as failure:
            await secrets.replace({"SyncNotificationSettings": ""})
        assert failure.value.code == "InvalidNotificationSettings"
        await secrets.clear("SyncNotificationSettings")

    run(work)


def test_uploads_and_on_demand(run):
    async def work(graph: AsyncGraphClient) -> None:
        upload = (
            graph.service_principals[INBOUND_PRINCIPAL_ID]
            .synchronization.jobs[INBOUND_JOB_ID]
            .bulk_upload
        )
        record = {
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "externalId": "1",
            "userName": "ada@contoso.com",
        }
        receipt = await upload.perform([record])
        assert INBOUND_JOB_ID in receipt.filter
        await graph.request("GET", receipt.location)
        job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
        with pytest.raises(ServiceError) as failure:
            await job.provision_on_demand("no-such-rule", "user")
        assert failure.value.code in {"RequestParameterInvalid", "CredentialsMissing"}

    run(work)


def test_a_batch_of_many(run):
    async def work(graph: AsyncGraphClient) -> None:
        sync = graph.service_principals[MANY_PRINCIPAL_ID].synchronization
        jobs = await sync.jobs.list()
        batch = graph.batch()
        items = [batch.add(job.start) for job in jobs[:25]]
        last = batch.add(jobs[0].pause).depends_on(items[0])
        missing = batch.add(sync.jobs["no-such-job"].get)
        await batch.send()
        assert [item.error for item in [*items, last]] == [None] * 26
        assert isinstance(missing.error, NotFound)
        assert (await jobs[0].get()).schedule.state == "Paused"
        assert (await jobs[1].get()).schedule.state == "Active"

    run(work)
