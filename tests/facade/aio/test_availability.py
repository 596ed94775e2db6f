"""What a cloud does not have is refused before anything is sent."""

from __future__ import annotations

import httpx
import pytest

from graphsync import Cloud
from graphsync.aio import AsyncGraphClient
from graphsync.errors import NotAvailable

pytestmark = pytest.mark.anyio

USNAT = "v1.0-usnat"
CLOUD = Cloud(
    "https://graph.contoso.com",
    "https://login.contoso.com",
    "https://graph.contoso.com/.default",
    USNAT,
)


@pytest.fixture(params=["by its cloud", "because it was told"])
def national(request, service) -> AsyncGraphClient:
    """A client that knows in one of two ways which metadata its server follows."""
    transport = httpx.MockTransport(service)
    if request.param == "by its cloud":
        return AsyncGraphClient("t", cloud=CLOUD, transport=transport)
    return AsyncGraphClient("t", version=USNAT, transport=transport)


async def test_an_operation_that_is_missing_is_refused_and_nothing_is_sent(national, service):
    job = national.service_principals["p"].synchronization.jobs["j"]
    for verb in (lambda: job.provision_on_demand("rule", "user"), lambda: job.bulk_upload.get()):
        with pytest.raises(
            NotAvailable, match=r"does not exist in v1\.0-usnat.*nothing was sent.*version="
        ) as refused:
            await verb()
        assert refused.value.version == USNAT
        assert refused.value.operation in {"provision_on_demand", "get_bulk_upload"}
    assert service.requests == []


async def test_a_dry_run_is_refused_as_well(national):
    with pytest.raises(NotAvailable):
        national.dry_run(
            national.service_principals["p"].synchronization.acquire_access_token, {"AppKey": "x"}
        )


async def test_what_the_cloud_has_is_sent(national, service):
    service.answer(status=204).answer({"value": []})
    await national.service_principals["p"].synchronization.jobs["j"].start()
    assert await national.service_principals["p"].synchronization.jobs.list() == []
    assert len(service.requests) == 2


async def test_other_paths_are_the_callers_business(national, service):
    service.answer({"ok": True})
    assert await national.request(
        "GET", "/servicePrincipals/p/synchronization/jobs/j/bulkUpload"
    ) == {"ok": True}


async def test_the_main_version_has_everything(graph, service):
    service.answer({"id": "u"})
    await graph.service_principals["p"].synchronization.jobs["j"].bulk_upload.get()
    assert len(service.requests) == 1


async def test_a_version_that_nobody_knows_is_refused_at_once():
    with pytest.raises(
        ValueError, match=r"version 'v3' is not known; there are v1\.0, .*v1\.0-usnat"
    ):
        AsyncGraphClient("t", version="v3")
