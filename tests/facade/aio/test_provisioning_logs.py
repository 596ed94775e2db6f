from __future__ import annotations

import pytest

from graphsync import models
from graphsync.errors import Forbidden, RateLimitExceeded

pytestmark = pytest.mark.anyio

RECORD = {
    "id": "r1",
    "activityDateTime": "2026-01-01T00:00:37Z",
    "jobId": "j",
    "provisioningAction": "create",
    "sourceIdentity": {"displayName": "Ada", "identityType": "User"},
    "provisioningStatusInfo": {
        "status": "failure",
        "errorInformation": {"errorCode": "X", "reason": "why"},
    },
    "novelty": 1,
}


async def test_records_are_plain_data_page_by_page(graph, service):
    service.page(RECORD, next_link=f"{service.root}/auditLogs/provisioning?$skiptoken=x").page(
        {"id": "r2"}
    )
    records = [record async for record in graph.provisioning_logs]
    assert service.sent == [
        "GET /auditLogs/provisioning",
        "GET /auditLogs/provisioning?$skiptoken=x",
    ]
    assert [type(record) for record in records] == [models.ProvisioningObjectSummary] * 2
    first = records[0]
    assert (first.id, first.job_id, first.activity_date_time.year) == ("r1", "j", 2026)
    assert first.provisioning_action == models.ProvisioningAction.CREATE
    assert first.source_identity.display_name == "Ada"
    assert first.provisioning_status_info.error_information.reason == "why"
    assert first["novelty"] == 1


async def test_queries_go_on_the_wire(graph, service):
    service.page()
    logs = graph.provisioning_logs.filter("jobId eq 'j'").orderby("activityDateTime desc").top(5)
    assert await logs.filter("cycleId ne 'c'").first() is None
    assert service.sent == [
        (
            "GET /auditLogs/provisioning?$orderby=activityDateTime%20desc"
            "&$filter=(jobId%20eq%20'j')%20and%20(cycleId%20ne%20'c')&$top=5"
        )
    ]
    assert logs.resource_path == "/auditLogs/provisioning"
    assert logs._session is graph._session


async def test_what_an_upload_left_in_hand_filters_them(graph, sync, service):
    location = f"{service.root}/auditLogs/provisioning/?$filter=jobid%20eq%20'j'"
    service.answer(status=202, headers={"location": location}).page(RECORD)
    receipt = await sync.jobs["j"].bulk_upload.perform([{"schemas": ["x"], "externalId": "1"}])
    assert [
        record.id for record in await graph.provisioning_logs.filter(receipt.filter).list()
    ] == ["r1"]
    assert service.last.url.params["$filter"] == receipt.filter


async def test_the_known_limit_holds_for_pages_too(graph, service):
    link = f"{service.root}/auditLogs/provisioning?$skiptoken="
    for number in range(6):
        service.page({"id": str(number)}, next_link=f"{link}{number}")
    seen = []
    with pytest.raises(RateLimitExceeded, match="list_provisioning_logs") as failure:
        async for record in graph.with_options(timeout=1).provisioning_logs:
            seen.append(record.id)
    assert seen == ["0", "1", "2", "3", "4"]
    assert failure.value.next_link == f"{link}4"


async def test_a_missing_permission_is_named(graph, service):
    for code in ("Authorization_RequestDenied", "Forbidden"):
        service.answer({"error": {"code": code, "message": "no"}}, status=403)
        with pytest.raises(Forbidden) as failure:
            await graph.provisioning_logs.list()
        assert "ProvisioningLog.Read.All" in failure.value.hint
        assert "Synchronization" not in failure.value.hint


async def test_a_record_is_not_chosen_by_its_id(graph):
    with pytest.raises(TypeError, match="not subscriptable"):
        graph.provisioning_logs["r1"]
