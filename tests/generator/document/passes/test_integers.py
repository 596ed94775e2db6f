"""Whole numbers are integers, and numbers that may be infinite are numbers."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.document.passes.integers import integers
from tests.generator.documents import enum, openapi, ref, thing

INFINITIES = ("-INF", "INF", "NaN")


def cured(schema: dict[str, Any], **others: Any) -> Any:
    return integers(openapi({"a": thing(x=deepcopy(schema)), **others}))["components"]["schemas"][
        "a"
    ]["properties"]["x"]


@pytest.mark.parametrize("format", ["int8", "uint8", "int16", "int32", "int64"])
def test_a_number_of_an_integer_format_is_an_integer(format: str) -> None:
    schema = {"type": "number", "format": format, "nullable": True, "minimum": -5}
    assert cured(schema) == {**schema, "type": "integer"}


@pytest.mark.parametrize("key", ["oneOf", "anyOf"])
@pytest.mark.parametrize(
    "names", [enum(*INFINITIES), enum(*INFINITIES, nullable=True), ref("ReferenceNumeric")]
)
@pytest.mark.parametrize("texts", [[], [{"type": "string"}]])
@pytest.mark.parametrize("format", ["float", "double", "decimal"])
def test_a_choice_with_the_names_of_infinity_is_a_number(
    key: str, names: Any, texts: Any, format: str
) -> None:
    found = cured({key: [{"type": "number", "format": format}, *texts, names]})
    assert found == {
        "type": "number",
        "format": format,
        **({"nullable": True} if "nullable" in names else {}),
    }


def test_a_choice_that_may_be_null_stays_so() -> None:
    choice = [
        {"type": "number", "format": "double", "nullable": True},
        {"type": "string"},
        ref("ReferenceNumeric"),
    ]
    assert cured({"oneOf": choice}) == {"type": "number", "format": "double", "nullable": True}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "number"},
        {"type": "number", "format": "double"},
        {"type": "integer", "format": "int64"},
        {"type": "string", "format": "int64"},
        {"oneOf": [{"type": "number", "format": "double"}, {"type": "string"}]},
        {"oneOf": [{"type": "integer", "format": "int32"}, {"type": "string"}, enum(*INFINITIES)]},
        {"oneOf": [{"type": "number", "format": "double"}, {"type": "boolean"}, enum(*INFINITIES)]},
        {"oneOf": [{"type": "number", "format": "double"}, ref("b"), enum(*INFINITIES)]},
        {"oneOf": [{"type": "number", "format": "double"}, {"type": "string"}, enum("red")]},
    ],
)
def test_everything_else_is_left_alone(schema: dict[str, Any]) -> None:
    assert cured(schema) == schema


def test_a_property_called_one_of_or_type_is_a_property() -> None:
    document = openapi(
        {"a": thing(oneOf={"type": "string"}, type={"type": "string"}, format={"type": "string"})}
    )
    before = deepcopy(document)
    assert integers(document) == before


def test_the_named_infinities_go_with_the_last_reference_to_them() -> None:
    choice = {"oneOf": [{"type": "number", "format": "double"}, ref("ReferenceNumeric")]}
    infinities = enum(*INFINITIES)
    assert (
        "ReferenceNumeric"
        not in integers(openapi({"a": thing(x=deepcopy(choice)), "ReferenceNumeric": infinities}))[
            "components"
        ]["schemas"]
    )
    used = openapi(
        {"a": thing(x=choice, y=ref("ReferenceNumeric")), "ReferenceNumeric": infinities}
    )
    assert integers(used)["components"]["schemas"]["ReferenceNumeric"] == infinities
    other = openapi({"ReferenceNumeric": enum("INF", ["red"])})
    assert "ReferenceNumeric" in integers(other)["components"]["schemas"]
