"""What has items is an array."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.document.passes.untyped_arrays import untyped_arrays
from tests.generator.documents import openapi, parameter, ref, thing


@pytest.mark.parametrize(
    "items",
    [{"type": "string"}, ref("b"), {"anyOf": [ref("b")]}, {"allOf": [ref("b")], "nullable": True}],
)
def test_a_schema_with_items_is_an_array(items: dict[str, Any]) -> None:
    document = untyped_arrays(openapi({"a": thing(b={"items": items, "nullable": True})}))
    assert document["components"]["schemas"]["a"]["properties"]["b"] == {
        "items": items,
        "nullable": True,
        "type": "array",
    }


def test_also_in_a_parameter() -> None:
    held = parameter("$select", items={"type": "string"})
    document = untyped_arrays(openapi(paths={"/a": {"get": {"parameters": [held]}}}))
    assert document["paths"]["/a"]["get"]["parameters"][0]["schema"] == {
        "items": {"type": "string"},
        "type": "array",
    }


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "items": {"type": "string"}},
        {"type": "object", "items": {"type": "string"}},
        {"type": "string"},
        {"default": {"items": {"type": "string"}}},
        {"x-note": {"items": {"type": "string"}}},
    ],
)
def test_what_has_a_type_or_is_data_is_left_alone(schema: dict[str, Any]) -> None:
    document = openapi({"a": thing(b=schema)})
    before = deepcopy(document)
    assert untyped_arrays(document) == before


def test_a_property_or_a_type_called_items_makes_no_array_of_its_neighbours() -> None:
    document = openapi(
        {"items": thing(items={"type": "array", "items": ref("items")}, other={"type": "string"})}
    )
    before = deepcopy(document)
    assert untyped_arrays(document) == before
