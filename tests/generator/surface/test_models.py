"""Every type and enumeration of a document is told in full, or refused."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.passes import cure
from generator.errors import GeneratorError
from generator.surface.enums import enum_facts
from generator.surface.models import ModelFacts, model_facts
from graphsync_client.types import Model
from tests.generator.documents import WORDLESS, enum, openapi, ref, thing

TEXT = {"type": "string"}


def facts(**schemas: Any) -> dict[str, ModelFacts]:
    return model_facts(cure(openapi(schemas), ()), WORDLESS)


def members(model: ModelFacts) -> dict[str, str]:
    return {member.name: member.wire for member in model.members}


def test_members_are_named_and_keep_their_own_name_for_the_wire() -> None:
    found = facts(
        **{
            "microsoft.graph.job": thing(
                **{"templateId": TEXT, "class": TEXT, "@odata.count": TEXT, "filter": TEXT}
            )
        }
    )
    assert members(found["Job"]) == {
        "template_id": "templateId",
        "class_": "class",
        "odata_count": "@odata.count",
        "filter": "filter",
    }
    assert (found["Job"].graph_name, found["Job"].module, found["Job"].base) == ("job", "job", None)


# Names in capitals, or with an underscore before them, are none that a member could get.
OWN = [name for name in dir(Model) if name.islower() and not name.startswith("_")]


@pytest.mark.parametrize("name", [*OWN, "fromDict", "member", "str", "list", "date", "datetime"])
def test_a_member_does_not_hide_what_a_model_is_made_of(name: str) -> None:
    ((made, wire),) = members(facts(job=thing(**{name: TEXT}))["Job"]).items()
    assert made.endswith("_")
    assert wire == name


@pytest.mark.parametrize(
    "name", ["_json", "__doc", "_received", "@odata.count", "self", "field", "model"]
)
def test_other_names_stay_free(name: str) -> None:
    ((made, wire),) = members(facts(job=thing(**{name: TEXT}))["Job"]).items()
    assert not made.startswith("_")
    assert not made.endswith("_")
    assert wire == name


def test_a_base_and_secrets_are_told() -> None:
    found = facts(
        job=thing(ref("entity"), key={**TEXT, "x-graphsync-secret": True}), entity=thing(id=TEXT)
    )
    assert found["Job"].base == "Entity"
    assert [(member.name, member.secret) for member in found["Job"].members] == [("key", True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("a_b", "a-b"), ("startTime", "start_time"), ("field", "field-"), ("class", "Class")],
)
def test_two_members_that_become_one_are_refused_and_both_are_named(
    first: str, second: str
) -> None:
    with pytest.raises(GeneratorError) as caught:
        facts(job=thing(**{first: TEXT, second: TEXT}))
    assert caught.value.place == f"/components/schemas/Job/properties/{second}"
    assert repr(first) in caught.value.found
    assert repr(second) in caught.value.found


def test_a_member_that_would_hide_one_of_a_base_is_refused_and_both_are_named() -> None:
    with pytest.raises(GeneratorError) as caught:
        facts(
            job=thing(ref("middle"), startTime=TEXT),
            middle=thing(ref("entity")),
            entity=thing(start_time=TEXT),
        )
    assert caught.value.place == "/components/schemas/Job/properties/startTime"
    assert (
        "'startTime' becomes start_time, and so does 'start_time' of Entity" in caught.value.found
    )


def test_a_member_may_be_declared_again() -> None:
    found = facts(job=thing(ref("entity"), id=TEXT), entity=thing(id=TEXT))
    assert members(found["Job"]) == members(found["Entity"]) == {"id": "id"}


@pytest.mark.parametrize(
    ("schema", "place", "found"),
    [
        ({**thing(), "oneOf": [TEXT]}, "", "oneOf"),
        ({**thing(), "not": TEXT}, "", "not"),
        ({"allOf": [ref("entity"), {"anyOf": [TEXT]}]}, "/allOf/1", "anyOf"),
        ({"allOf": [{"allOf": [thing(id=TEXT)]}]}, "/allOf/0", "allOf inside of allOf"),
        ({"allOf": [ref("entity"), ref("other")]}, "/allOf", "2 base types"),
        ({"allOf": [ref("colour"), thing()]}, "/allOf", "Colour, which is not an object"),
        ({"allOf": [ref("job"), thing()]}, "/allOf", "its own base"),
        ({"allOf": [ref("loop"), thing()]}, "/allOf", "its own base"),
        ({"anyOf": [ref("entity"), ref("other")]}, "", "anyOf"),
        ({"type": "array"}, "", "unknown shape"),
        (ref("job"), "", "ends in itself"),
        (thing(x={"anyOf": [ref("entity"), ref("other")]}), "/properties/x", "anyOf"),
        (thing(**{"a/b": {"oneOf": []}}), "/properties/a~1b", "oneOf"),
    ],
)
def test_a_type_of_an_unknown_shape_is_refused_where_it_stands(
    schema: Any, place: str, found: str
) -> None:
    others = {
        "entity": thing(),
        "other": thing(),
        "colour": enum("red"),
        "loop": {"allOf": [ref("job")]},
    }
    with pytest.raises(GeneratorError) as caught:
        facts(job=schema, **others)
    assert caught.value.place == f"/components/schemas/Job{place}"
    assert found in caught.value.found


def test_words_in_a_schema_are_no_shape() -> None:
    words = {"description": "d", "title": "", "externalDocs": {"url": "u"}, "example": 1}
    found = facts(job={"allOf": [{**thing(name={**TEXT, **words}), **words}], **words})
    assert members(found["Job"]) == {"name": "name"}


def test_an_alias_is_no_class() -> None:
    assert list(facts(count={"type": "integer"}, job=thing())) == ["Job"]


def test_enumerations_tell_names_wires_and_numbers() -> None:
    marked = {"x-ms-enum-flags": {"isFlags": True}}
    cured = cure(
        openapi({"a.colour": enum("darkRed", "none"), "scope": enum("None", "Full", **marked)}), ()
    )
    found = enum_facts(cured, WORDLESS)
    assert {name: (entry.graph_name, entry.flags) for name, entry in found.items()} == {
        "Colour": ("a.colour", False),
        "Scope": ("scope", True),
    }
    assert [(value.name, value.wire, value.number) for value in found["Colour"].values] == [
        ("DARK_RED", "darkRed", 0),
        ("NONE", "none", 0),
    ]
    assert [(value.name, value.number) for value in found["Scope"].values] == [
        ("NONE", 0),
        ("FULL", 1),
    ]
