"""What operations share is written into each of them."""

from __future__ import annotations

import pytest

from generator.document.passes.shared_parts import shared_parts
from generator.errors import GeneratorError
from tests.generator.documents import json, openapi, operation, parameter, ref

TOP = parameter("$top", type="integer")
PARAMETERS = {"top": TOP, "alias": {"$ref": "#/components/parameters/top"}}


def test_parameters_bodies_and_responses_are_written_in_place() -> None:
    document = openapi(
        paths={
            "/a": {
                "post": {
                    "parameters": [{"$ref": "#/components/parameters/alias"}],
                    "requestBody": {"$ref": "#/components/requestBodies/a.b"},
                    "responses": {"2XX": {"$ref": "#/components/responses/a.b"}},
                }
            }
        },
        parameters=PARAMETERS,
        requestBodies={"a.b": json(ref("x"))},
        responses={"a.b": {"description": "", **json(ref("y"))}},
    )
    cured = shared_parts(document)
    assert cured["paths"]["/a"]["post"] == {
        "parameters": [TOP],
        "requestBody": json(ref("x")),
        "responses": {"2XX": {"description": "", **json(ref("y"))}},
    }
    assert cured["components"] == {"schemas": {}}


def test_what_a_path_shares_goes_to_each_operation_and_its_own_wins() -> None:
    mine = parameter("$top", type="string")
    header = parameter("$top", "header")
    item = {"parameters": [TOP, header], "get": operation(parameters=[mine]), "delete": operation()}
    cured = shared_parts(openapi(paths={"/a": item}))["paths"]["/a"]
    assert "parameters" not in cured
    assert cured["get"]["parameters"] == [mine, header]
    assert cured["delete"]["parameters"] == [TOP, header]
    cured["delete"]["parameters"][0]["name"] = "edited"
    assert TOP["name"] == "$top"


def test_references_to_schemas_stay() -> None:
    document = openapi({"x": {"type": "string"}}, {"/a": {"post": operation(body=ref("x"))}})
    assert shared_parts(document)["paths"]["/a"]["post"]["requestBody"] == json(ref("x"))


@pytest.mark.parametrize(
    ("part", "place", "found"),
    [
        (
            {"$ref": "#/components/parameters/none"},
            "/paths/~1a/get/parameters/0",
            "points to nothing",
        ),
        ({"$ref": "#/components/parameters/self"}, "/paths/~1a/get/parameters/0", "ends in itself"),
        ({"$ref": "#/components/parameters/one"}, "/paths/~1a/get/parameters/0", "ends in itself"),
        ({"$ref": "#/components/schemas/top"}, "/paths/~1a/get/parameters/0", "schemas/top"),
        ({"$ref": "other.yaml#/top"}, "/paths/~1a/get/parameters/0", "leads out"),
    ],
)
def test_a_reference_that_ends_nowhere_is_refused(
    part: dict[str, str], place: str, found: str
) -> None:
    loops = {
        "self": {"$ref": "#/components/parameters/self"},
        "one": {"$ref": "#/components/parameters/two"},
        "two": {"$ref": "#/components/parameters/one"},
    }
    with pytest.raises(GeneratorError) as caught:
        shared_parts(openapi(paths={"/a": {"get": operation(parameters=[part])}}, parameters=loops))
    assert (caught.value.place, found in caught.value.found) == (place, True)


@pytest.mark.parametrize("key", ["head", "options", "trace", "$ref"])
def test_an_operation_that_no_pass_looks_at_is_refused(key: str) -> None:
    with pytest.raises(GeneratorError, match=rf"^/paths/~1a~1b/{key.replace('$', '.')}: "):
        shared_parts(openapi(paths={"/a/b": {key: operation()}}))
