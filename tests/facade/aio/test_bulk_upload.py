from __future__ import annotations

import pytest

from graphsync import models
from graphsync.errors import BadRequest, ForeignOrigin, NotLoaded

pytestmark = pytest.mark.anyio

BULK = "urn:ietf:params:scim:api:messages:2.0:BulkRequest"
USER = "urn:ietf:params:scim:schemas:core:2.0:User"
LOCATION = (
    "https://graph.microsoft.com/v1.0/auditLogs/provisioning/?$filter=jobid%20eq%20'API2AAD.x'"
)


def record(number: int = 1, **more: object) -> dict:
    return {
        "schemas": [USER],
        "externalId": f"e{number}",
        "userName": f"u{number}@contoso.com",
        **more,
    }


def request(**changes: object) -> models.BulkRequest:
    operation = {"method": "POST", "bulkId": "1", "path": "/Users", "data": record()} | changes
    return models.BulkRequest.from_dict(
        {"schemas": [BULK], "Operations": [operation], "failOnErrors": None}
    )


def twice() -> models.BulkRequest:
    whole = request()
    whole.operations = [*(whole.operations or ()), *(request().operations or ())]
    return whole


async def test_records_with_one_external_id_are_sent_in_their_order(sync, service):
    service.answer(status=202)
    await sync.jobs["j"].bulk_upload.perform([record(1, title="a"), record(1, title="b")])
    sent = [(one["bulkId"], one["data"]["title"]) for one in service.body["Operations"]]
    assert sent == [("1", "a"), ("2", "b")]


async def test_records_are_posted_as_scim_and_leave_a_receipt(sync, service):
    service.answer(status=202, headers={"location": LOCATION})
    receipt = await sync.jobs["j"].bulk_upload.perform([record(1), record(2)])
    assert service.sent == [f"POST {service.sync}/jobs/j/bulkUpload"]
    assert service.last.headers["content-type"] == "application/scim+json"
    assert service.body["schemas"] == [BULK]
    assert service.body["Operations"][1] == {
        "method": "POST",
        "bulkId": "2",
        "path": "/Users",
        "data": record(2),
    }
    assert receipt.job_id == "j"
    assert receipt.location == LOCATION
    assert receipt.filter.startswith("jobId eq 'j' and activityDateTime ge 20")


async def test_the_location_can_be_followed_on_the_same_server_only(graph, sync, service):
    service.answer(status=202, headers={"location": LOCATION}).page()
    receipt = await sync.jobs["j"].bulk_upload.perform([record()])
    assert await graph.request("GET", receipt.location) == {"value": []}
    service.answer(status=202, headers={"location": "https://contoso.com/x"}).answer(status=202)
    receipt = await sync.jobs["j"].bulk_upload.perform([record()])
    with pytest.raises(ForeignOrigin):
        await graph.request("GET", receipt.location)
    receipt = await sync.jobs["j"].bulk_upload.perform([record()])
    assert receipt.location is None


async def test_a_whole_request_goes_as_it_is(sync, service):
    service.answer(status=202).answer(status=202)
    whole = request(novelty=1)
    await sync.jobs["j"].bulk_upload.perform(whole.to_dict())
    assert service.body == whole.to_dict()
    await sync.jobs["j"].bulk_upload.perform(whole)
    assert service.body == whole.to_dict()
    assert service.body["failOnErrors"] is None


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ([], "1 to 50 operations, not 0"),
        ([record(number) for number in range(51)], "not 51"),
        (
            [record(), {"schemas": [USER]}],
            r"^record 1: data\.externalId is missing; nothing was sent",
        ),
        ([record(), record(2, schemas=[])], r"record 1 of 'e2': data\.schemas is missing"),
        (twice(), r"operation \(bulkId '1'\) 1 of 'e1': another operation has the same bulkId"),
        ([{"schemas": [USER], "externalId": 7}], r"data\.externalId is 7; it must be text"),
        ({"schemas": [BULK], "Operations": []}, "not 0"),
        ([{"externalId": "x"}], r"data\.schemas is missing"),
        (request(method="PUT"), "always POST"),
        (request(path="/Groups"), "always /Users"),
        (request(data=[1]), "not a JSON object"),
        (request(data={"schemas": [USER]}), r"externalId is missing"),
        (
            models.BulkRequest(schemas=["x"], operations=request().operations),
            "schemas of a bulk request",
        ),
    ],
)
async def test_what_the_service_would_refuse_is_refused_before_sending(sync, service, wrong, told):
    with pytest.raises(ValueError, match=told):
        await sync.jobs["j"].bulk_upload.perform(wrong)
    assert service.requests == []


@pytest.mark.parametrize(
    ("wrong", "told"), [(record(), r"pass \[record\]"), (["e1"], "record 0 is str")]
)
async def test_what_is_no_list_of_records_is_refused(sync, service, wrong, told):
    with pytest.raises(TypeError, match=told):
        await sync.jobs["j"].bulk_upload.perform(wrong)
    assert service.requests == []


@pytest.mark.parametrize("location", ["http://[", "https://graph.microsoft.com/v1.0/x", ""])
async def test_whatever_the_location_is_the_receipt_finds_the_records(sync, service, location):
    service.answer(status=202, headers={"location": location})
    receipt = await sync.jobs["j"].bulk_upload.perform([record()])
    assert receipt.filter.startswith("jobId eq 'j' and activityDateTime ge ")


async def test_fifty_are_allowed_and_not_repeated_blindly(sync, service):
    service.answer(status=503)
    with pytest.raises(Exception, match="503"):
        await sync.jobs["j"].bulk_upload.perform([record(number) for number in range(50)])
    assert len(service.requests) == 1


async def test_a_bad_upload_is_explained(sync, service):
    service.answer({"error": {"code": "BadRequest", "message": "Invalid Data Format"}}, status=400)
    with pytest.raises(BadRequest) as failure:
        await sync.jobs["j"].bulk_upload.perform([record()])
    assert "API2AAD" in failure.value.hint


async def test_the_stored_upload(sync, service):
    upload = sync.jobs["j"].bulk_upload
    base = f"{service.sync}/jobs/j/bulkUpload"
    with pytest.raises(NotLoaded, match=r"bulk_upload\.get\(\)"):
        _ = upload.id
    service.answer({"id": "u"}).answer(content=b"\x00\xff").answer(status=204).answer(status=204)
    assert (await upload.get()).id == "u"
    assert await upload.get_content() == b"\x00\xff"
    await upload.replace_content(b"\x01")
    assert service.last.content == b"\x01"
    assert service.last.headers["content-type"] == "application/octet-stream"
    await upload.delete_content()
    service.answer(status=204).answer(status=204)
    await upload.update(models.BulkUpload.from_dict({"x": 1}))
    assert service.body == {"x": 1}
    await upload.delete()
    assert service.sent == [
        f"GET {base}",
        f"GET {base}/$value",
        f"PUT {base}/$value",
        f"DELETE {base}/$value",
        f"PATCH {base}",
        f"DELETE {base}",
    ]
