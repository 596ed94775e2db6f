"""What only beta has stands beside the rest, marked, and nothing else changes."""

from __future__ import annotations

from copy import deepcopy

from generator.document.beside import beside
from tests.generator.documents import answer, openapi, operation, parameter, ref, thing

MAIN = openapi(
    {"a.job": thing(id={"type": "string"})},
    {
        "/jobs/{job-id}": {
            "parameters": [parameter("job-id", "path")],
            "get": operation(answer(ref("a.job"))),
        },
        "/jobs/{job-id}/pause": {"post": operation()},
    },
)


def test_an_operation_comes_with_all_that_it_needs() -> None:
    document, beta = deepcopy(MAIN), deepcopy(MAIN)
    beta["components"]["schemas"] |= {
        "a.report": thing(job=ref("a.job"), inner=ref("a.inner")),
        "a.inner": thing(),
        "a.unused": thing(),
    }
    beta["components"]["schemas"]["a.job"]["properties"]["extra"] = {"type": "string"}
    beta["paths"]["/reports"] = {"get": operation(answer(ref("a.report")))}
    assert beside(document, beta) == ["GET /reports"]
    assert document["paths"]["/reports"]["get"]["x-graphsync-beta"] is True
    assert set(document["components"]["schemas"]) == {"a.job", "a.report", "a.inner"}
    assert document["components"]["schemas"]["a.job"] == thing(id={"type": "string"})
    assert {path: document["paths"][path] for path in MAIN["paths"]} == MAIN["paths"]


def test_one_path_spelled_twice_is_one_path() -> None:
    document = deepcopy(MAIN)
    beta = openapi(
        paths={
            "/jobs/{id}": {
                "parameters": [{"$ref": "#/components/parameters/id"}],
                "get": operation(),
                "delete": operation(parameters=[parameter("If-Match", "header")]),
            },
            "/jobs/{id}/microsoft.graph.pause": {"post": operation()},
        },
        parameters={"id": parameter("id", "path")},
    )
    assert beside(document, beta) == ["DELETE /jobs/{job-id}"]
    item = document["paths"]["/jobs/{job-id}"]
    assert [one["name"] for one in item["delete"]["parameters"]] == ["job-id", "If-Match"]
    assert "x-graphsync-beta" not in item["get"]


def test_a_beta_that_has_no_more_adds_nothing() -> None:
    document = deepcopy(MAIN)
    assert beside(document, deepcopy(MAIN)) == []
    assert document == MAIN
