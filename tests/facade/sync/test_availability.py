# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_availability.py
"""What a cloud does not have is refused before anything is sent."""

from __future__ import annotations

import httpx
import pytest

from graphsync import Cloud, GraphClient
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
def national(request, service) -> GraphClient:
    """A client that knows in one of two ways which metadata its server follows."""
    transport = httpx.MockTransport(service)
    if request.param == "by its cloud":
        return GraphClient("t", cloud=CLOUD, transport=transport)
    return GraphClient("t", version=USNAT, transport=transport)


def test_an_operation_that_is_missing_is_refused_and_nothing_is_sent(national, service):
    job = national.service_principals["p"].synchronization.jobs["j"]
    for verb in (lambda: job.provision_on_demand("rule", "user"), lambda: job.bulk_upload.get()):
        with pytest.raises(
            NotAvailable, match=r"does not exist in v1\.0-usnat.*nothing was sent.*version="
        ) as refused:
            verb()
        assert refused.value.version == USNAT
        assert refused.value.operation in {"provision_on_demand", "get_bulk_upload"}
    assert service.requests == []


def test_a_dry_run_is_refused_as_well(national):
    with pytest.raises(NotAvailable):
        national.dry_run(
            national.service_principals["p"].synchronization.acquire_access_token, {"AppKey": "x"}
        )


def test_what_the_cloud_has_is_sent(national, service):
    service.answer(status=204).answer({"value": []})
    national.service_principals["p"].synchronization.jobs["j"].start()
    assert national.service_principals["p"].synchronization.jobs.list() == []
    assert len(service.requests) == 2


def test_other_paths_are_the_callers_business(national, service):
    service.answer({"ok": True})
    assert national.request("GET", "/servicePrincipals/p/synchronization/jobs/j/bulkUpload") == {
        "ok": True
    }


def test_the_main_version_has_everything(graph, service):
    service.answer({"id": "u"})
    graph.service_principals["p"].synchronization.jobs["j"].bulk_upload.get()
    assert len(service.requests) == 1


def test_a_version_that_nobody_knows_is_refused_at_once():
    with pytest.raises(
        ValueError, match=r"version 'v3' is not known; there are v1\.0, .*v1\.0-usnat"
    ):
        GraphClient("t", version="v3")
