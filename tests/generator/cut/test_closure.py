"""What a cut takes along because something refers to it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.errors import GeneratorError
from tests.generator.cut.making import cut, document, schemas


def test_the_closure_takes_references_of_every_kind_and_nothing_else():
    made = document(
        paths={
            "/a": {"$ref": "#/components/pathItems/a"},
            "/b": {
                "parameters": [{"$ref": "#/components/parameters/p"}],
                "get": {
                    "requestBody": {"$ref": "#/components/requestBodies/b"},
                    "responses": {"200": {"headers": {"X": {"$ref": "#/components/headers/h"}}}},
                    "callbacks": {"c": {"{$request.body}": {"post": {"responses": {"default": {"$ref": "#/components/responses/r"}}}}}},
                },
            },
        },
        components={
            "pathItems": {"a": {}, "unused": {}},
            "parameters": {"p": {"schema": {"$ref": "#/components/schemas/P"}}, "unused": {}},
            "requestBodies": {"b": {"content": {"*/*": {"encoding": {"x": {"headers": {"Y": {"$ref": "#/components/headers/i"}}}}}}}},
            "headers": {"h": {"schema": {"not": {"$ref": "#/components/schemas/H"}}}, "i": {}, "unused": {}},
            "responses": {"r": {"content": {"*/*": {"schema": {"items": {"$ref": "#/components/schemas/R/properties/x"}}}}}},
            "schemas": {
                "P": {"additionalProperties": {"$ref": "#/components/schemas/Q"}},
                "Q": {"example": {"$ref": "#/components/schemas/unused"}, "additionalProperties": False},
                "H": {"default": {"$ref": "#/components/schemas/unused"}, "enum": [{"$ref": "#/components/schemas/unused"}]},
                "R": {"properties": {"x": {}, "$ref": {"oneOf": [{"$ref": "#/components/schemas/S"}]}}},
                "S": {"x-else": {"$ref": "#/components/schemas/unused"}, "discriminator": {"mapping": {"$ref": "#/components/schemas/unused"}}},
                "unused": {},
            },
        },
    )  # fmt: skip
    kept = {f"{group}/{name}" for group, named in cut(made)["components"].items() for name in named}
    assert kept == {
        "pathItems/a", "parameters/p", "requestBodies/b", "headers/h", "headers/i", "responses/r",
        "schemas/P", "schemas/Q", "schemas/H", "schemas/R", "schemas/S",
    }  # fmt: skip


def test_a_mapping_keeps_what_is_kept_anyway_in_either_spelling():
    mapping = {
        "a": "#/components/schemas/A",
        "b": "B",
        "c": "#/components/schemas/C",
        "d": "D",
        "e": "else.yaml#/A",
    }
    made = schemas(
        A={
            "properties": {"b": {"$ref": "#/components/schemas/B"}},
            "discriminator": {"mapping": mapping},
        },
        B={},
        C={},
        D={},
    )
    found = cut(made)["components"]["schemas"]
    assert set(found) == {"A", "B"}
    assert found["A"]["discriminator"]["mapping"] == {"a": "#/components/schemas/A", "b": "B"}


def test_types_may_contain_each_other():
    both = {
        "A": {"properties": {"b": {"$ref": "#/components/schemas/B"}}},
        "B": {"items": {"$ref": "#/components/schemas/A"}},
    }
    assert cut(schemas(**both))["components"]["schemas"] == both


@pytest.mark.parametrize(
    ("named", "place"),
    [
        ({"A": {"$ref": "#/components/schemas/A"}}, "/components/schemas/A"),
        ({"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}}, "/components/schemas/A"),
        ({"A": {"$ref": "#/components/schemas/B/properties/c"}, "B": {"allOf": [{}, {"$ref": "#/components/schemas/A"}]}}, "/components/schemas/A/$ref"),
        ({"A": {"items": {"$ref": "#/components/schemas/C"}}, "C": {"allOf": [{"$ref": "#/components/schemas/C"}]}}, "/components/schemas/C"),
    ],
)  # fmt: skip
def test_a_reference_that_ends_in_itself_is_an_error(named: dict[str, Any], place: str):
    with pytest.raises(GeneratorError) as error:
        cut(schemas(**named))
    assert error.value.place == place


def test_a_dangling_reference_is_an_error_at_the_reference():
    with pytest.raises(GeneratorError, match="there is no /components/schemas/A") as error:
        cut(schemas(B={}))
    assert error.value.place == "/paths/~1a/get/responses/200/content/application~1json/schema/$ref"
    deep = schemas(A={"items": {"$ref": "#/components/schemas/B/properties/x"}}, B={})
    with pytest.raises(
        GeneratorError, match="nothing at /components/schemas/B/properties"
    ) as error:
        cut(deep)
    assert error.value.place == "/components/schemas/A/items/$ref"
