"""A reference that may be null is one reference, and no class of its own."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.document.passes.nullable_refs import nullable_refs
from tests.generator.documents import openapi, ref, thing

OR_NULL = {"type": "object", "nullable": True}


@pytest.mark.parametrize("branches", [[ref("b"), OR_NULL], [OR_NULL, ref("b")]])
def test_a_choice_of_a_reference_and_null_becomes_a_reference_that_may_be_null(
    branches: list[Any],
) -> None:
    document = nullable_refs(openapi({"a": thing(b={"anyOf": deepcopy(branches)}), "b": thing()}))
    assert document["components"]["schemas"]["a"]["properties"]["b"] == {
        "allOf": [ref("b")],
        "nullable": True,
    }


def test_it_is_found_in_items_and_bodies_and_what_stands_beside_it_stays() -> None:
    choice: dict[str, Any] = {"anyOf": [ref("b"), OR_NULL], "readOnly": True}
    cured = {"allOf": [ref("b")], "nullable": True, "readOnly": True}
    item = openapi({"a": thing(b={"type": "array", "items": deepcopy(choice)})})
    assert nullable_refs(item)["components"]["schemas"]["a"]["properties"]["b"]["items"] == cured
    answer = openapi(
        paths={
            "/a": {
                "get": {"responses": {"200": {"content": {"application/json": {"schema": choice}}}}}
            }
        }
    )
    assert (
        nullable_refs(answer)["paths"]["/a"]["get"]["responses"]["200"]["content"][
            "application/json"
        ]["schema"]
        == cured
    )


@pytest.mark.parametrize(
    "schema",
    [
        {"anyOf": [ref("b"), ref("c")]},
        {"anyOf": [ref("b"), {"type": "string", "nullable": True}]},
        {"anyOf": [ref("b"), {"type": "object", "nullable": False}]},
        {
            "anyOf": [
                ref("b"),
                {"type": "object", "nullable": True, "properties": {"x": {"type": "string"}}},
            ]
        },
        {"anyOf": [ref("b"), ref("c"), OR_NULL]},
        {"anyOf": [OR_NULL, OR_NULL]},
        {"anyOf": [ref("b")]},
        {"oneOf": [ref("b"), OR_NULL]},
        {"allOf": [ref("b")], "nullable": True},
    ],
)
def test_any_other_choice_is_left_for_the_shapes_to_refuse(schema: dict[str, Any]) -> None:
    document = openapi({"a": thing(b=schema)})
    before = deepcopy(document)
    assert nullable_refs(document) == before


def test_a_default_that_looks_like_such_a_choice_is_data() -> None:
    document = openapi({"a": thing(b={"default": {"anyOf": [ref("b"), OR_NULL]}})})
    before = deepcopy(document)
    assert nullable_refs(document) == before
