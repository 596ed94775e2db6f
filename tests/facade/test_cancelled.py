"""Tasks whose asyncio task is cancelled while a request of theirs is under way."""

from __future__ import annotations

import asyncio

import anyio
import httpx
import pytest

from graphsync import RetryPolicy
from graphsync._async.native import Calls
from graphsync.aio import AsyncGraphClient
from graphsync.emulator import NEW_JOB_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID
from tests.facade.payroll import people

pytestmark = pytest.mark.anyio

ADA = "ada.ahlberg@contoso.com"
WORKING, OTHER = SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID


@pytest.fixture
def anyio_backend():
    return "asyncio"


class Line:
    """The way to a local Graph; a task is cancelled at the writing request of a number."""

    def __init__(self, place):
        self.place = place
        self.task = self.left = None
        self.served = False

    async def __call__(self, request):
        if request.method != "GET" and self.left is not None:
            self.left -= 1
            if self.left < 0:
                self.left = None
                self.task.cancel()
                if self.served:
                    self.place(request)
                await anyio.sleep(3600)  # where the cancellation arrives
        return self.place(request)

    async def cancelled(self, work, number, *, served):
        """Run a task, cancel it at a request, and return the error that it ended with."""
        self.left, self.served = number, served
        self.task = asyncio.ensure_future(work)
        with pytest.raises(asyncio.CancelledError) as ended:
            await self.task
        return ended.value


@pytest.fixture
def line(local):
    return Line(local)


@pytest.fixture
def graph(local, line, monkeypatch):
    async def sleep(_calls, seconds):
        local.pause(seconds)

    monkeypatch.setattr(Calls, "sleep", sleep)
    for module in ("tasks.waiting", "synchronization.repairing", "transport.transport"):
        monkeypatch.setattr(f"graphsync._async.{module}.time", local)
    transport = httpx.MockTransport(line)
    return AsyncGraphClient(
        "t", endpoint=local.root, transport=transport, retry=RetryPolicy(attempts=1)
    )


def job_of(graph, id=SCIM_JOB_ID):
    return graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[id]


async def state(graph, id=SCIM_JOB_ID):
    return str((await job_of(graph, id).get()).schedule.state)


def notes(error):
    return " ".join(getattr(error, "__notes__", []))


@pytest.mark.parametrize("served", [False, True])
async def test_a_repair_starts_the_job_again_and_says_what_is_deleted(graph, line, served):
    ada = (await graph.users[ADA].get()).id
    await job_of(graph).run()
    for number in range(3):
        repair = job_of(graph).repair_connection(ada)
        error = await line.cancelled(repair, number, served=served)
        assert ("is deleted" in notes(error)) is (number == 2)
        assert await state(graph) == "Active"
        await job_of(graph).repair_connection(ada)


@pytest.mark.parametrize("served", [False, True])
async def test_a_window_starts_what_it_paused(graph, line, served):
    async def window():
        async with graph.maintenance([graph.service_principals[one] for one in (WORKING, OTHER)]):
            raise AssertionError

    for number in range(2):
        await line.cancelled(window(), number, served=served)
        assert await state(graph) == "Active"


async def test_a_window_ends_as_it_should_if_its_block_is_cancelled(graph):
    async def window():
        async with graph.maintenance([graph.service_principals[WORKING]]):
            assert await state(graph) == "Paused"
            task.cancel()
            await anyio.sleep(3600)

    task = asyncio.ensure_future(window())
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await state(graph) == "Active"


@pytest.mark.parametrize("served", [False, True])
async def test_a_rotation_says_what_is_stored(graph, local, line, served):
    new = {"BaseAddress": "https://scim.contoso.com/v2", "SecretToken": "new"}
    secrets = graph.service_principals[WORKING].synchronization.secrets
    local.target(WORKING, accepted_token="new")
    said = [notes(await line.cancelled(secrets.rotate(new), at, served=served)) for at in range(3)]
    assert said == [
        "",
        "Whether the new secrets were written is not known",
        "The new secrets are written; what is saved was not tested",
    ]


async def test_a_run_says_that_it_may_have_started_the_job(graph, line):
    error = await line.cancelled(job_of(graph, NEW_JOB_ID).run(), 0, served=True)
    assert "was started by this call" in notes(error)
    assert await state(graph, NEW_JOB_ID) == "Active"


async def test_a_copy_says_what_is_left(graph, line):
    target = graph.service_principals["33333333-3333-4333-8333-333333333333"].synchronization
    for job in await target.jobs.list():
        await job.delete()
    error = await line.cancelled(job_of(graph).copy_to(target), 0, served=True)
    assert "Whether a job was created is not known" in notes(error)
    [made] = await target.jobs.list()
    await made.delete()
    error = await line.cancelled(job_of(graph).copy_to(target), 1, served=True)
    [made] = await target.jobs.list()
    assert f"job {made.id} was created and is not started" in notes(error)
    assert "Whether the settings arrived is not known" in notes(error)
    await job_of(graph).copy_to(target, into=made.id)


@pytest.mark.parametrize("served", [False, True])
async def test_an_upload_goes_on_in_another_call(payroll, monkeypatch, tmp_path, served):
    async def sleep(_calls, seconds):
        payroll.pause(seconds)

    monkeypatch.setattr(Calls, "sleep", sleep)
    for module in ("transport.transport", "inbound.upload_time"):
        monkeypatch.setattr(f"graphsync._async.{module}.time", payroll)
    line = Line(payroll)
    graph = AsyncGraphClient(
        "t", endpoint="http://127.0.0.1/v1.0", transport=httpx.MockTransport(line)
    )
    job = graph.service_principals[payroll.principal].synchronization.jobs[payroll.job]
    journal = tmp_path / "hr.sqlite"
    await line.cancelled(job.upload(people(120), journal=journal, check=False), 1, served=served)
    report = await job.upload(people(120), journal=journal, check=False)
    assert (report.is_complete, report.total, len(report.sent_again)) == (True, 120, 50)
    assert len(payroll.users) >= 120
