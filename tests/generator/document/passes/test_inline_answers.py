"""A collection described in place is named after what it holds."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.passes.inline_answers import inline_answers
from generator.errors import GeneratorError
from tests.generator.documents import answer, openapi, operation, ref, thing

PAGE = ref("Page")


def collection(name: str, *bases: dict[str, Any]) -> dict[str, Any]:
    return thing(*bases, value={"type": "array", "items": ref(name)})


def found(*schemas: dict[str, Any], **components: Any) -> tuple[list[Any], Any]:
    paths = {f"/{at}": {"get": operation(answer(schema))} for at, schema in enumerate(schemas)}
    document = inline_answers(openapi(components, paths))
    items = document["paths"].values()
    contents = [item["get"]["responses"]["2XX"]["content"]["application/json"]["schema"] for item in items]
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


@pytest.mark.parametrize("schema", [ref("Job"), {"type": "integer"}, {}, {"type": "array", "items": ref("Job")}])
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
def test_any_other_object_described_in_place_is_left_to_the_pass_that_knows_operations(schema: dict[str, Any]) -> None:
    assert found(schema) == ([schema], {})


def test_a_type_that_is_called_so_already_is_not_overwritten() -> None:
    with pytest.raises(GeneratorError, match=r"^/paths/~10/get/responses/2XX: a second JobCollectionResponse"):
        found(collection("Job"), Job=thing(), JobCollectionResponse=thing(other={"type": "string"}))
    with pytest.raises(GeneratorError, match=r"^/paths/~11/get/responses/2XX: a second JobCollectionResponse"):
        found(collection("Job"), collection("Job", PAGE), Job=thing())
