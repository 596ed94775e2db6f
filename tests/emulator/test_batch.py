"""JSON batches."""

import base64
from collections.abc import Callable
from typing import Any

import pytest

from graphsync.emulator import (
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
)
from graphsync.emulator.protocol.fault import Fault

from .conftest import Caller

JOBS = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"


def request(
    key: str, method: str = "GET", url: str = f"{JOBS}/{SCIM_JOB_ID}", **more: Any
) -> dict[str, Any]:
    return {"id": key, "method": method, "url": url, **more}


def send(call: Caller, *requests: dict[str, Any], status: int = 200) -> Any:
    answer = call("POST", "/$batch", {"requests": list(requests)}, status=status)
    return {item["id"]: item for item in answer["responses"]} if status == 200 else answer["error"]


def test_each_item_has_a_status_of_its_own(call: Caller) -> None:
    answers = send(
        call,
        request("1"),
        request("2", url=f"{JOBS[1:]}/nope"),
        request("3", "POST", f"{JOBS}/{NEW_JOB_ID}/start"),
        request("4", url=f"{JOBS}/$count"),
    )
    assert [answers[key]["status"] for key in "1234"] == [200, 404, 204, 200]
    assert answers["1"]["body"]["id"] == SCIM_JOB_ID
    assert (
        answers["2"]["body"]["error"]["innerError"]["request-id"]
        == answers["2"]["headers"]["request-id"]
    )
    assert "body" not in answers["3"]
    assert base64.b64decode(answers["4"]["body"]) == b"2"


def test_a_failed_dependency_fails_what_depends_on_it(call: Caller) -> None:
    answers = send(
        call,
        request("1", url=f"{JOBS}/nope"),
        request("2", dependsOn=["1"]),
        request("3", dependsOn=["2"]),
        request("4"),
        request("5", dependsOn=["4"]),
    )
    assert [answers[key]["status"] for key in "12345"] == [404, 424, 424, 200, 200]


def test_queries_and_bodies(call: Caller) -> None:
    schema = call("GET", f"{JOBS}/{SCIM_JOB_ID}/schema")
    answers = send(
        call,
        request("list", url=f"{JOBS}?$filter=templateId eq 'scim'&$top=1"),
        request(
            "put",
            "PUT",
            f"{JOBS}/{SCIM_JOB_ID}/schema",
            headers={"Content-Type": "application/json"},
            body=schema,
        ),
    )
    assert len(answers["list"]["body"]["value"]) == 1
    assert answers["put"]["status"] == 204


def test_other_bodies_are_base64(call: Caller) -> None:
    url = f"/servicePrincipals/{INBOUND_PRINCIPAL_ID}/synchronization/jobs/{INBOUND_JOB_ID}/bulkUpload"
    body = base64.b64encode(b"{}").decode()
    answers = send(
        call,
        request("1", "POST", url, headers={"Content-Type": "application/scim+json"}, body=body),
    )
    assert answers["1"]["body"]["error"]["code"] == "Invalid Data Format"


def test_a_throttled_item_has_its_own_retry_after(call: Caller) -> None:
    call.emulator.faults.add(
        Fault(kind="status", status=429, retry_after=3, times=1, path="*/synchronization/*")
    )
    answers = send(call, request("1"), request("2"))
    assert sorted(item["status"] for item in answers.values()) == [200, 429]
    assert answers["1"]["headers"]["Retry-After"] == "3"


@pytest.mark.parametrize(
    ("requests", "said"),
    [
        ([], "array of requests"),
        ([request("a"), request("A")], "twice"),
        ([request(str(n)) for n in range(21)], "exceed 20"),
        ([request("1", dependsOn=["2"])], "depends on"),
        ([request("1", "POST", "/$batch")], "cannot hold a batch"),
        ([request("1", "FETCH")], "needs a 'method'"),
        ([{"method": "GET", "url": "/"}], "needs an 'id'"),
    ],
)
def test_batches_that_are_refused(call: Caller, requests: list[dict[str, Any]], said: str) -> None:
    assert said in send(call, *requests, status=400)["message"]


def test_synchronization_may_be_kept_out_of_batches(new: Callable[..., Caller]) -> None:
    call = new(batch_synchronization=False)
    assert send(call, request("1"))["1"]["status"] == 400
    call("GET", f"{JOBS}/{SCIM_JOB_ID}")


def test_the_batch_needs_a_token_and_its_items_do_not(call: Caller) -> None:
    assert (
        call.reply("POST", "/$batch", {"requests": [request("1")]}, {"authorization": ""}).status
        == 401
    )
