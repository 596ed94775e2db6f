"""A cured schema is an annotation and a codec; any other is refused with its place."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.names import module
from generator.errors import GeneratorError
from generator.surface.shapes import Shape, kind, shape
from tests.generator.documents import enum, ref, thing

COMPONENTS: dict[str, Any] = {
    "Job": thing(),
    "Colour": enum("red"),
    "Pale": enum("white", nullable=True),
    "Access": enum("read", **{"x-graphsync-flags": {"read": 1}}),
    "Count": {"type": "integer", "format": "int32", "nullable": True},
    "Alias": ref("Count"),
    "Jobs": {"type": "array", "items": ref("Job")},
    "Self": ref("Self"),
    "One": ref("Two"),
    "Two": {"type": "array", "items": ref("One")},
    "Choice": {"anyOf": [ref("Job"), ref("Colour")]},
}


@pytest.mark.parametrize(
    ("schema", "annotation", "codec"),
    [
        ({"type": "string"}, "str", "TEXT"),
        ({"type": "string", "format": "uuid", "pattern": "x", "default": '"'}, "str", "TEXT"),
        ({"type": "string", "format": "date-time"}, "datetime", "TIMESTAMP"),
        ({"type": "string", "format": "date"}, "date", "DATE"),
        ({"type": "string", "format": "duration"}, "timedelta", "DURATION"),
        ({"type": "integer", "format": "int64", "minimum": -1}, "int", "INTEGER"),
        ({"type": "number", "format": "double"}, "float", "NUMBER"),
        ({"type": "boolean"}, "bool", "BOOLEAN"),
        ({"x-graphsync-open": True, "nullable": True}, "dict[str, Json]", "ANYTHING"),
        ({}, "Json", "ANYTHING"),
        ({"x-note": 1, "readOnly": True}, "Json", "ANYTHING"),
        (ref("Job"), "Job", 'ModelOf("Job")'),
        (ref("Colour"), "Colour", 'EnumOf("Colour")'),
        (ref("Access"), "Access", 'FlagsOf("Access")'),
        (ref("Alias"), "int", "INTEGER"),
        (ref("Jobs"), "list[Job]", 'ListOf(ModelOf("Job"))'),
        ({"type": "array", "items": {"type": "string"}}, "list[str]", "ListOf(TEXT)"),
        (
            {"type": "array", "items": {"type": "string", "nullable": True}},
            "list[str | None]",
            "ListOf(TEXT)",
        ),
        ({"type": "array", "items": ref("Alias")}, "list[int | None]", "ListOf(INTEGER)"),
        ({"type": "array", "items": ref("Pale")}, "list[Pale | None]", 'ListOf(EnumOf("Pale"))'),
        (
            {"type": "array", "items": {"type": "array", "items": {}}},
            "list[list[Json]]",
            "ListOf(ListOf(ANYTHING))",
        ),
    ],
)
def test_a_shape_is_an_annotation_and_a_codec(
    schema: dict[str, Any], annotation: str, codec: str
) -> None:
    found = shape(schema, COMPONENTS, "/x")
    assert (found.annotation, found.codec) == (annotation, codec)


def test_a_nullable_reference_is_told_and_names_its_class() -> None:
    expected = Shape("Job", 'ModelOf("Job")', frozenset({"Job"}), nullable=True)
    assert shape({"allOf": [ref("Job")], "nullable": True}, COMPONENTS, "/x") == expected


@pytest.mark.parametrize(
    "schema",
    [
        {"anyOf": [ref("Job"), ref("Colour")]},
        {"oneOf": [{"type": "string"}]},
        {"not": {"type": "string"}},
        {"allOf": [ref("Job"), ref("Colour")]},
        {"allOf": [{"allOf": [ref("Job")]}, {"type": "object"}]},
        {"type": "array"},
        {"type": "object"},
        {"type": "array", "items": {"type": "string"}, "maxItems": 3},
        {"type": "object", "properties": {"x": {"type": "string"}}},
        {"type": "string", "enum": ["a"]},
        {"type": ["string", "null"]},
        {"type": "null"},
        {"type": "elephant"},
        {"const": 1},
        {**ref("Job"), "properties": {}},
    ],
)
def test_a_shape_that_nothing_knows_is_refused_where_it_stands(schema: dict[str, Any]) -> None:
    with pytest.raises(GeneratorError) as caught:
        shape(schema, COMPONENTS, "/components/schemas/A/properties/x")
    assert caught.value.place == "/components/schemas/A/properties/x"
    assert "unknown shape" in caught.value.found


def test_the_place_leads_into_items_and_aliases() -> None:
    with pytest.raises(GeneratorError, match=r"^/x/items/items: "):
        shape(
            {"type": "array", "items": {"type": "array", "items": {"anyOf": []}}}, COMPONENTS, "/x"
        )
    with pytest.raises(GeneratorError, match=r"^/components/schemas/Choice: "):
        shape(ref("Choice"), COMPONENTS, "/x")


@pytest.mark.parametrize("name", ["Self", "One", "Two"])
def test_a_type_that_ends_in_itself_is_refused(name: str) -> None:
    with pytest.raises(GeneratorError, match="ends in itself"):
        shape(ref(name), COMPONENTS, "/x")


def test_a_dangling_reference_is_refused() -> None:
    with pytest.raises(GeneratorError, match=r"^/x: a reference to Gone"):
        shape(ref("Gone"), COMPONENTS, "/x")


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (thing(), "model"),
        (thing(ref("Job")), "model"),
        ({"properties": {}}, "model"),
        (enum("a"), "enum"),
        (COMPONENTS["Access"], "flags"),
        ({"type": "string"}, "other"),
        (ref("Job"), "other"),
        ({"anyOf": []}, "other"),
    ],
)
def test_kinds(schema: dict[str, Any], expected: str) -> None:
    assert kind(schema) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("OAuthSettings", "oauth_settings"), ("Filter", "filter"), ("Class", "class_")],
)
def test_a_module_can_be_imported(name: str, expected: str) -> None:
    assert module(name, "/x") == expected
