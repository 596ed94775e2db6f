"""How calls go into one request, and come out of one answer."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graphsync._core.batch.format import BatchRequest, answers, chunks, failed_dependency
from graphsync._core.request.endpoint import Endpoint
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync._core.response.answer import Answer
from graphsync_client.types import Operation

ENDPOINT = Endpoint.of("https://graph.microsoft.com/v1.0")


def batched(id: str, body: Any = None, path: str = "/x") -> BatchRequest:
    operation = Operation[None](name="x", method="POST", path=path, body=body)
    request = PreparedRequest.of(operation, ENDPOINT)
    return BatchRequest(
        id=id, operation=operation, request=request, path=ENDPOINT.below(request.url)
    )


def test_a_dependency_is_written_only_where_both_go_together():
    call = batched("2", {"a": 1})
    call.depends_on = "1"
    assert call.write({"1", "2"})["dependsOn"] == ["1"]
    assert "dependsOn" not in call.write({"2"})
    assert call.write({"2"})["body"] == {"a": 1}
    assert batched("3", b"\x00").write(set())["body"] == "AA=="
    assert "body" not in batched("4").write(set())


def test_groups_hold_twenty_in_order():
    sizes = [len(group) for group in chunks([batched(str(number)) for number in range(41)])]
    assert sizes == [20, 20, 1]
    assert chunks([]) == []


@pytest.mark.parametrize(
    ("status", "read"), [(200, 200), ("204", 204), ("²00", 500), (None, 500), (99, 500)]
)
def test_a_status_that_cannot_be_read_is_a_failure(status, read):
    envelope = Answer(
        status=200,
        headers={},
        content=json.dumps({"responses": [{"id": "A", "status": status}]}).encode(),
    )
    assert answers(envelope, [batched("a")])["a"].status == read


def test_noise_in_an_envelope_is_passed_over():
    items = [
        "noise",
        {"id": "9", "status": 200},
        {"status": 200},
        {"id": "1", "status": 200, "body": "%%"},
    ]
    envelope = Answer(status=200, headers={}, content=json.dumps({"responses": items}).encode())
    found = answers(envelope, [batched("1")])
    assert {id: answer.content for id, answer in found.items()} == {"1": b"%%"}


def test_a_failed_dependency_is_answered_as_the_service_would():
    call = batched("2")
    call.depends_on = "1"
    answer = failed_dependency(call)
    assert answer.status == 424
    assert b"call 1 of the batch" in answer.content


def test_another_server_cannot_be_batched():
    with pytest.raises(ValueError, match="not below the version root"):
        batched("1", path="https://graph.microsoft.com/beta/x")
