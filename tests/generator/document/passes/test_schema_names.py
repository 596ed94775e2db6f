"""Types are called by the last part of their name."""

from __future__ import annotations

import pytest

from generator.document.passes.schema_names import schema_names
from generator.document.resolved import resolved
from generator.errors import GeneratorError
from tests.generator.documents import json, openapi, operation, ref, thing


def test_types_and_all_references_to_them_are_renamed_and_the_first_name_is_kept() -> None:
    document = openapi(
        {
            "microsoft.graph.job": thing(inner=ref("microsoft.graph.ODataErrors.main")),
            "microsoft.graph.ODataErrors.main": thing(),
        },
        {"/a": {"post": operation(body=ref("microsoft.graph.job"))}},
    )
    cured = schema_names(document)
    assert cured["components"]["schemas"] == {
        "Job": {**thing(inner=ref("Main")), "x-graphsync-name": "job"},
        "Main": {**thing(), "x-graphsync-name": "ODataErrors.main"},
    }
    assert cured["paths"]["/a"]["post"]["requestBody"] == json(ref("Job"))


def test_only_the_first_letter_changes_and_a_property_called_ref_is_no_reference() -> None:
    cured = schema_names(openapi({"oAuthSettings": thing(**{"$ref": {"type": "string"}})}))
    assert list(cured["components"]["schemas"]) == ["OAuthSettings"]
    assert "$ref" in cured["components"]["schemas"]["OAuthSettings"]["properties"]


@pytest.mark.parametrize(
    "names",
    [("a.job", "A.job"), ("job", "Job"), ("startTime", "starttime"), ("startTime", "start_time")],
)
def test_two_names_that_become_one_are_refused_and_both_are_named(names: tuple[str, str]) -> None:
    with pytest.raises(GeneratorError) as caught:
        schema_names(openapi({name: thing() for name in names}))
    assert caught.value.place == f"/components/schemas/{names[1]}"
    assert repr(names[0]) in caught.value.found
    assert repr(names[1]) in caught.value.found


def test_of_two_types_of_one_name_the_namespace_tells_which() -> None:
    names = (
        "microsoft.graph.group",
        "microsoft.graph.termStore.group",
        "microsoft.graph.termStore.set",
    )
    cured = schema_names(openapi({name: thing(inner=ref(name)) for name in names}))["components"][
        "schemas"
    ]
    assert {name: schema["properties"]["inner"] for name, schema in cured.items()} == {
        name: ref(name) for name in ("Group", "TermStoreGroup", "Set")
    }
    assert cured["TermStoreGroup"]["x-graphsync-name"] == "termStore.group"


def test_a_reference_to_nothing_is_refused_where_it_stands() -> None:
    with pytest.raises(GeneratorError) as caught:
        schema_names(openapi({"a": thing(x={"type": "array", "items": ref("gone")})}))
    assert caught.value.place == "/components/schemas/a/properties/x/items"
    assert "gone" in caught.value.found


def test_a_reference_to_something_else_than_a_type_is_refused() -> None:
    with pytest.raises(GeneratorError, match=r"^/components/schemas/a/properties/x: "):
        schema_names(openapi({"a": thing(x={"$ref": "#/components/responses/a"})}))


@pytest.mark.parametrize("name", ["a b", "1st", "none", "ünï", "a-b", "", "a."])
def test_a_name_that_cannot_be_a_class_is_refused(name: str) -> None:
    with pytest.raises(GeneratorError) as caught:
        schema_names(openapi({name: thing()}))
    assert caught.value.place == f"/components/schemas/{name}"


def test_a_class_is_spelled_as_the_tool_spells_it() -> None:
    document = schema_names(openapi({"microsoft.graph.b2bInvitation": thing()}))
    assert list(document["components"]["schemas"]) == ["B2BInvitation"]
    assert "B2BInvitation, as openapi-python-client spells B2bInvitation" in resolved(document)[0]
