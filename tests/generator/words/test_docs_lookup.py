"""Words are found by name, fall back to the nearest link, and are compared with a document."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from generator.words.docs import Docs, load_docs

WORDS = Path(__file__).with_name("words.yaml")
DOCUMENT: dict[str, Any] = {
    "components": {
        "schemas": {
            "a.b.base": {"type": "object", "properties": {"id": {}, "@odata.type": {}}},
            "a.b.thing": {
                "allOf": [
                    {"$ref": "#/components/schemas/a.b.base"},
                    {"type": "object", "properties": {"name": {}, "size": {}}},
                ]
            },
            "a.b.colour": {"type": "string", "enum": ["None", "Red"]},
            "Count": {"type": "integer"},
        }
    }
}


@pytest.fixture
def small() -> Docs:
    return load_docs(WORDS)


@pytest.mark.parametrize("name", ["a.b.thing", "thing", "Thing"])
def test_a_type_is_found_by_its_name_with_and_without_namespace_and_by_its_class(
    small: Docs, name: str
) -> None:
    assert small.type(name).text == "A thing."
    assert small.property(name, "size").more == "In metres."
    assert small.property(name, "name").see == "https://contoso.com/thing"


def test_a_property_may_take_the_words_of_the_base(small: Docs) -> None:
    assert small.property("thing", "id").text == "Opaque."


def test_an_operation_has_its_permissions(small: Docs) -> None:
    permissions = small.operation("get_thing").permissions
    assert permissions is not None
    assert (permissions.application, permissions.delegated) == (
        ("Thing.Read.All",),
        ("Thing.Read",),
    )
    assert permissions.roles == ("Reader",)


def test_a_cured_document_is_reported_in_the_names_of_graph(small: Docs) -> None:
    cured = {
        "Extra": {"type": "object", "properties": {}, "x-graphsync-name": "microsoft.graph.extra"}
    }
    assert small.missing({"components": {"schemas": cured}}) == ["types/extra"]


def test_what_has_no_words_gets_the_nearest_link(small: Docs) -> None:
    unknown = {
        "https://contoso.com/reference": [
            small.type("otherCollectionResponse"),
            small.enum("other"),
            small.value("other", "Red"),
            small.operation("other"),
        ],
        "https://learn.microsoft.com/graph/api/resources/termstore-group": [
            small.type("microsoft.graph.termStore.group"),
            small.property("microsoft.graph.termStore.group", "name"),
        ],
        "https://contoso.com/thing": [small.property("thing", "weight")],
        "https://contoso.com/colour": [small.value("colour", "Blue")],
    }
    for see, found in unknown.items():
        for words in found:
            assert (words.see, words.written) == (see, False)
            assert words.text.endswith(".")


def test_what_has_no_words_is_called_by_its_name(small: Docs) -> None:
    assert small.operation("add_application_password").text == "Add application password."
    assert small.type("microsoft.graph.termStore.group").text == "Graph's `termStore.group`."
    assert small.property("microsoft.graph.plan", "title").text == "`title` of Graph's `plan`."
    assert small.value("other", "Red").text == "`Red`."
    assert small.for_others().operation("other").see.endswith("/graph/api/overview")


def test_a_document_that_the_words_fit_has_nothing_missing_and_leaves_nothing_stale(
    small: Docs,
) -> None:
    assert small.missing(DOCUMENT, ["get_thing"]) == []
    assert small.stale(DOCUMENT, ["get_thing"]) == []


def test_what_a_document_adds_is_missing(small: Docs) -> None:
    document = copy.deepcopy(DOCUMENT)
    found = document["components"]["schemas"]
    found["a.b.thing"]["allOf"][1]["properties"]["weight"] = {}
    found["a.b.colour"]["enum"].append("Blue")
    found["microsoft.graph.extra"] = {"type": "object", "properties": {"x": {}}}
    found["mood"] = {"enum": ["Good"]}
    assert small.missing(document, ["get_thing", "lose_thing"]) == [
        "types/a.b.thing/properties/weight",
        "enums/a.b.colour/values/Blue",
        "types/extra",
        "types/extra/properties/x",
        "enums/mood",
        "enums/mood/values/Good",
        "operations/lose_thing",
    ]


def test_what_a_document_lost_is_stale(small: Docs) -> None:
    document = copy.deepcopy(DOCUMENT)
    found = document["components"]["schemas"]
    del found["a.b.thing"]["allOf"][1]["properties"]["size"]
    found["a.b.colour"]["enum"].remove("Red")
    assert small.stale(document, []) == [
        "types/a.b.thing/properties/size",
        "enums/colour/values/Red",
        "operations/get_thing",
    ]
    del found["a.b.colour"]
    assert "enums/colour" in small.stale(document)


def test_words_about_an_enum_that_became_a_type_are_stale(small: Docs) -> None:
    document = copy.deepcopy(DOCUMENT)
    document["components"]["schemas"]["a.b.colour"] = {"type": "object"}
    assert small.stale(document) == ["enums/colour"]
    assert small.missing(document) == ["types/a.b.colour"]


def test_types_that_build_on_each_other_in_a_circle_end(small: Docs) -> None:
    document = copy.deepcopy(DOCUMENT)
    document["components"]["schemas"]["a.b.base"]["allOf"] = [
        {"$ref": "#/components/schemas/a.b.thing"}
    ]
    assert small.stale(document) == []
