"""A repair whose task is cancelled between two steps."""

from __future__ import annotations

import anyio
import anyio.lowlevel
import httpx
import pytest

from graphsync.aio import AsyncGraphClient
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend():
    return "asyncio"


@pytest.mark.parametrize("at", ["pause", "delete", "provision"])
async def test_a_cancelled_repair_starts_the_job_again(local, at):
    async def answer(request):
        await anyio.lowlevel.checkpoint()  # where a cancellation arrives
        return local(request)

    transport = httpx.MockTransport(answer)
    async with AsyncGraphClient("token", endpoint=local.root, transport=transport) as graph:
        job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
        ada = (await graph.users["ada.ahlberg@contoso.com"].get()).id
        local.emulator.advance(hours=2)
        await job.object_connections[ada].get()
        local.requests.clear()
        seen = []
        with anyio.CancelScope() as scope:

            def cancel(step):
                seen.append(step.name)
                if step.name == at:
                    scope.cancel()

            await job.repair_connection(ada, progress=cancel)
        assert scope.cancelled_caught
        assert seen[-1] == at
        assert local.writes[-1].endswith("/start")
        assert str((await job.get()).schedule.state) == "Active"
