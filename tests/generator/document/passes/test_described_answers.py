"""An answer described in place is named after its operation."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.document.passes.described_answers import described_answers
from generator.document.resolved import resolved
from tests.generator.documents import answer, openapi, operation, ref, thing


def document(schema: dict[str, Any], **schemas: Any) -> dict[str, Any]:
    named = {**operation(answer(schema)), "operationId": "ping_job"}
    return openapi(schemas, {"/a": {"get": named}})


@pytest.mark.parametrize(
    "schema",
    [
        thing(value={"type": "string"}),
        thing(ref("Page"), value={"type": "string"}),
        thing(a={"type": "integer"}),
    ],
)
def test_an_object_described_in_place_becomes_a_type(schema: dict[str, Any]) -> None:
    found = described_answers(document(deepcopy(schema)))
    media = found["paths"]["/a"]["get"]["responses"]["2XX"]["content"]["application/json"]
    assert media == {"schema": ref("PingJobResponse")}
    named = {
        "x-graphsync-name": "pingJobResponse",
        "x-graphsync-place": "/paths/~1a/get/responses/2XX/content/application~1json/schema",
    }
    assert found["components"]["schemas"] == {"PingJobResponse": {**schema, **named}}


@pytest.mark.parametrize("schema", [ref("Job"), {"type": "string"}, {}])
def test_what_has_a_name_or_no_properties_is_left_alone(schema: dict[str, Any]) -> None:
    before = document(schema, Job=thing())
    assert described_answers(deepcopy(before)) == before


def test_a_type_that_is_called_so_already_is_not_overwritten() -> None:
    taken = document(thing(value={"type": "string"}), PingJobResponse=thing())
    found = described_answers(taken)
    media = found["paths"]["/a"]["get"]["responses"]["2XX"]["content"]["application/json"]
    assert media == {"schema": ref("PingJobResponse2")}
    assert found["components"]["schemas"]["PingJobResponse"] == thing()
    assert resolved(found) == [
        "answer of ping_job: PingJobResponse2, for PingJobResponse is another type"
    ]


def test_bytes_that_are_described_as_an_object_are_bytes() -> None:
    held = document({})
    media = {"application/octet-stream": {"schema": thing(value={"type": "string"})}}
    held["paths"]["/a"]["get"]["responses"]["2XX"]["content"] = media
    assert described_answers(held)["components"]["schemas"] == {}
    assert media == {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
