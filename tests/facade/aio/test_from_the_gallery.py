"""The whole way against the local Graph, which shows new objects with a delay."""

from __future__ import annotations

import pytest

from graphsync import RetryPolicy, models
from graphsync.aio import AsyncGraphClient
from graphsync.emulator import Emulator
from graphsync.errors import Forbidden, NotFound, Unauthorized

pytestmark = pytest.mark.anyio

QUICK = RetryPolicy(wait_initial=0.001, wait_max=0.001)
FIND = "displayName eq 'Databricks'"


@pytest.fixture
def emulator():
    # Its clock stands still but for `advance`.
    with Emulator(start="2026-01-01T00:00:00Z", speed=0, replication_delay=30.0) as running:
        yield running


async def test_from_the_gallery_to_the_logs(emulator):
    refused = []

    async def let_time_pass(response):
        if response.status_code in {401, 404}:
            refused.append(response.request.url.path)
            emulator.advance(seconds=31)

    hooks = {"response": [let_time_pass]}
    async with AsyncGraphClient(
        "token", endpoint=emulator.url, retry=QUICK, event_hooks=hooks
    ) as graph:
        patient = graph.with_options(consistency=60)
        template = await patient.application_templates.filter(FIND).first()
        made = await template.instantiate("Contoso Lake")
        assert made.application.application_template_id == template.id
        assert made.service_principal.display_name == "Contoso Lake"
        sync = made.service_principal.synchronization
        await sync.secrets.replace(
            {"BaseAddress": "https://scim.contoso.com", "SecretToken": "t0ken"}
        )
        assert refused[0].endswith("/synchronization/secrets")
        job = await sync.jobs.create(await sync.templates.first())
        await job.start()
        path = f"{made.service_principal.resource_path}/appRoleAssignedTo"
        ada = next(
            id
            for id, user in emulator.graph.tenant.users.items()
            if user["displayName"] == "Ada Ahlberg"
        )
        await graph.request(
            "POST", path, json={"principalId": ada, "resourceId": made.service_principal.id}
        )
        logs = graph.provisioning_logs.filter(f"jobId eq '{job.id}'")
        assert await logs.first() is None
        emulator.advance(hours=2)
        assert (await job.get()).status.code == "Active"
        (record,) = await logs.filter("provisioningAction eq 'create'").list()
        assert record.source_identity.display_name == "Ada Ahlberg"
        assert record.service_principal.id == made.service_principal.id
        assert record.provisioning_status_info.status == models.ProvisioningResult.SUCCESS
        assert len(await logs.top(30).list()) > 30


async def test_without_patience_a_new_object_is_refused(emulator):
    async with AsyncGraphClient("token", endpoint=emulator.url, retry=QUICK) as graph:
        template = await graph.application_templates.filter(FIND).first()
        made = await template.instantiate("Contoso Lake")
        with pytest.raises(Unauthorized) as failure:
            await made.service_principal.synchronization.jobs.create("dataBricks")
        assert "consistency=60" in failure.value.hint
        emulator.advance(seconds=31)
        assert (await made.service_principal.get()).id == made.service_principal.id
        assert (await made.application.get()).app_id == made.service_principal.app_id
        assert (
            await made.service_principal.synchronization.jobs.create("dataBricks")
        ).id.startswith("dataBricks.")


async def test_what_the_gallery_does_not_have(emulator):
    async with AsyncGraphClient("token", endpoint=emulator.url, retry=QUICK) as graph:
        before = len(emulator.graph.tenant.principals)
        with pytest.raises(NotFound) as failure:
            await graph.application_templates["Databricks"].instantiate("Contoso Lake")
        assert "neither a name" in failure.value.hint
        assert len(emulator.graph.tenant.principals) == before
        assert await graph.application_templates.filter("displayName eq 'Nothing'").first() is None


@pytest.mark.parametrize(
    "role", ["Synchronization.ReadWrite.All", "Application.ReadWrite.OwnedBy", "AuditLog.Read.All"]
)
async def test_each_call_needs_its_own_permission(role):
    with Emulator(authentication="permissions", roles=[role]) as emulator:
        token = emulator.graph.tokens.issue("some-client")
        async with AsyncGraphClient(token, endpoint=emulator.url, retry=QUICK) as graph:
            template = await graph.application_templates.filter(FIND).first()
            if role.startswith("Application."):
                assert (await template.instantiate("Contoso Lake")).application.id
            else:
                with pytest.raises(Forbidden) as failure:
                    await template.instantiate("Contoso Lake")
                assert "Application.ReadWrite.All" in failure.value.hint
            if role.startswith("AuditLog."):
                assert await graph.provisioning_logs.first() is not None
            else:
                with pytest.raises(Forbidden) as failure:
                    await graph.provisioning_logs.list()
                assert "ProvisioningLog.Read.All" in failure.value.hint
