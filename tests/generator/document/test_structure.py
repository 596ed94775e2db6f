"""What is no OpenAPI document is refused before any pass, with a pointer to the defect."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.document.passes import cure
from generator.errors import GeneratorError
from generator.openapi.walk import Node
from tests.generator.documents import answer, openapi, operation, parameter, ref, thing

GOOD = openapi(
    {"a/b": thing(name={"type": "string"})},
    {
        "/jobs": {
            "get": operation(answer(ref("a~1b")), parameters=[parameter("$top", type="integer")])
        }
    },
)
DEFECTS: list[tuple[tuple[str | int, ...], Any, str]] = [
    (("paths",), [], "/paths"),
    (("paths", "/jobs", "get"), "text", "/paths/~1jobs/get"),
    (("paths", "/jobs", "get", "parameters"), {}, "/paths/~1jobs/get/parameters"),
    (("paths", "/jobs", "get", "parameters", 0), {"in": "query"}, "/paths/~1jobs/get/parameters/0"),
    (("paths", "/jobs", "get", "parameters", 0, "in"), "body", "/paths/~1jobs/get/parameters/0/in"),
    (
        ("paths", "/jobs", "get", "responses", "2XX"),
        {"content": {}},
        "/paths/~1jobs/get/responses/2XX",
    ),
    (
        ("paths", "/jobs", "get", "responses", "2XX", "content"),
        [],
        "/paths/~1jobs/get/responses/2XX/content",
    ),
    (("components", "schemas"), [], "/components/schemas"),
    (("components", "schemas", "a/b", "properties"), [], "/components/schemas/a~1b/properties"),
    (
        ("components", "schemas", "a/b", "properties", "name", "type"),
        5,
        "/components/schemas/a~1b/properties/name/type",
    ),
    (("components", "schemas", "a/b", "enum"), "red", "/components/schemas/a~1b/enum"),
    (("components", "schemas", "a/b", "allOf"), {}, "/components/schemas/a~1b/allOf"),
    (("info",), {}, "/info"),
    (("paths", "/jobs", "get", "requestBody"), None, "/paths/~1jobs/get/requestBody"),
    (("paths", "/jobs", "post"), None, "/paths/~1jobs/post"),
    (("components", "schemas", "a/b", "items"), None, "/components/schemas/a~1b/items"),
]


@pytest.mark.parametrize(("way", "value", "place"), DEFECTS)
def test_a_part_of_another_kind_is_refused_where_it_stands(
    way: tuple[Any, ...], value: Any, place: str
) -> None:
    document: Node = deepcopy(GOOD)
    here: Any = document
    for step in way[:-1]:
        here = here[step]
    here[way[-1]] = value
    with pytest.raises(GeneratorError) as caught:
        cure(document, ())
    assert caught.value.place == place
    assert len(str(caught.value).splitlines()) == 1


def test_null_as_a_default_is_a_value() -> None:
    nullable = {"type": "string", "nullable": True, "default": None, "x-note": None}
    cured = cure(openapi({"a": thing(name=nullable)}, {"/jobs": {"get": operation()}}), ())
    assert cured["components"]["schemas"]["A"]["properties"]["name"] == nullable


def test_the_document_itself_is_not_edited() -> None:
    document = openapi(
        {"a.b": thing(name={"type": "number", "format": "int32"})}, {"/jobs": {"get": operation()}}
    )
    before = deepcopy(document)
    cure(document, ())
    assert document == before


def test_what_an_alias_made_one_object_is_cured_in_each_of_its_places() -> None:
    shared = {"allOf": [ref("a.b")], "nullable": True}
    cured = cure(
        openapi(
            {"a.b": thing(), "a.c": thing(one=shared, two=shared)}, {"/jobs": {"get": operation()}}
        ),
        (),
    )
    assert cured["components"]["schemas"]["C"]["properties"] == {
        name: {"allOf": [ref("B")], "nullable": True} for name in ("one", "two")
    }
