"""A collection described in place is named after what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generator.document.passes.inline_answers import inline_answers
from generator.document.resolved import resolved
from tests.generator.documents import answer, openapi, operation, ref, thing

PAGE = ref("Page")


def collection(name: str, *bases: dict[str, Any]) -> dict[str, Any]:
    return thing(*bases, value={"type": "array", "items": ref(name)})


def found(*schemas: dict[str, Any], **components: Any) -> tuple[list[Any], Any]:
    paths = {f"/{at}": {"get": operation(answer(schema))} for at, schema in enumerate(schemas)}
    document = inline_answers(openapi(components, paths))
    items = document["paths"].values()
    contents = [
        item["get"]["responses"]["2XX"]["content"]["application/json"]["schema"] for item in items
    ]
    return contents, document["components"]["schemas"]


@pytest.mark.parametrize("bases", [[], [PAGE]])
def test_two_operations_with_the_same_collection_share_one_type(bases: list[Any]) -> None:
    contents, schemas = found(collection("Job", *bases), collection("Job", *bases), Job=thing())
    assert contents == [ref("JobCollectionResponse")] * 2
    named = {
        **collection("Job", *bases),
        "x-graphsync-name": "jobCollectionResponse",
        "x-graphsync-place": "/paths/~10/get/responses/2XX/content/application~1json/schema",
    }
    assert schemas == {"Job": thing(), "JobCollectionResponse": named}


@pytest.mark.parametrize(
    "schema", [ref("Job"), {"type": "integer"}, {}, {"type": "array", "items": ref("Job")}]
)
def test_what_has_a_name_or_no_properties_is_left_alone(schema: dict[str, Any]) -> None:
    assert found(schema, Job=thing()) == ([schema], {"Job": thing()})


@pytest.mark.parametrize(
    "schema",
    [
        thing(name={"type": "string"}),
        thing(value={"type": "array", "items": {"type": "string"}}),
        thing(PAGE, name={"type": "string"}),
    ],
)
def test_any_other_object_described_in_place_is_left_to_the_pass_that_knows_operations(
    schema: dict[str, Any],
) -> None:
    assert found(schema) == ([schema], {})


def test_a_collection_of_another_shape_is_named_after_its_function() -> None:
    page = {"JobCollectionResponse": thing(other={"type": "string"}), "Job": thing()}
    delta = collection("Job", thing(link={"type": "string"}))
    paths = {
        path: {"get": operation(answer(schema))}
        for path, schema in (
            ("/jobs/microsoft.graph.delta()", collection("Job")),
            ("/more/delta()", collection("Job")),
            ("/other/delta(token='{token}')", delta),
        )
    }
    document = inline_answers(openapi(page, paths))
    contents = [next(_answers(item)) for item in document["paths"].values()]
    assert contents == [ref(f"JobDelta{more}CollectionResponse") for more in ("", "", "2")]
    assert (
        document["components"]["schemas"]["JobCollectionResponse"] == page["JobCollectionResponse"]
    )
    assert [line.partition(", for")[0] for line in resolved(document)] == [
        "answer of /jobs/microsoft.graph.delta(): JobDeltaCollectionResponse",
        "answer of /other/delta(token='{token}'): JobDelta2CollectionResponse",
    ]


def _answers(item: Any) -> Iterator[Any]:
    for made in item.values():
        yield made["responses"]["2XX"]["content"]["application/json"]["schema"]
