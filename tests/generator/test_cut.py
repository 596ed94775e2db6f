"""The facts that a cut keeps, and those that it does not."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cut import cut_by_parsing, cut_by_text
from generator.errors import GeneratorError
from generator.scope import PathRule, Scope
from generator.slice import dump
from tests.generator.cutting import agreed, prose_free

ALL = Scope((PathRule("/**"),))


def document(**parts: Any) -> dict[str, Any]:
    return {"openapi": "3.0.4", "info": {"title": "Graph", "version": "v1.0"}, "paths": {}, "components": {}, **parts}


def schemas(**named: Any) -> dict[str, Any]:
    """A document that needs one schema, `A`, and has these."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}
    paths = {"/a": {"get": {"responses": {"200": {"content": content}}}}}
    return document(paths=paths, components={"schemas": named})


def cut(made: dict[str, Any], scope: Scope = ALL) -> dict[str, Any]:
    return cut_by_parsing(json.dumps(made).encode(), scope)


def test_the_mini_document_gives_its_slice_both_ways(mini: bytes, scope: Scope):
    golden = (Path(__file__).parent / "mini.slice.yaml").read_bytes()
    assert dump(cut_by_text(mini, scope)) == golden
    assert dump(cut_by_parsing(mini, scope)) == golden


def test_what_is_named_like_prose_is_a_fact_where_it_is_a_name(mini: bytes, scope: Scope):
    found = cut_by_text(mini, scope)["components"]["schemas"]["microsoft.graph.synchronization"]["allOf"][1]
    assert {"description", "summary", "title", "example", "externalDocs"} < set(found["properties"])
    assert found["properties"]["description"] == {"type": "string", "nullable": True}
    assert found["properties"]["externalDocs"]["default"] == {"title": "a default", "description": "stays"}
    assert "title" not in found


def test_no_word_for_people_is_kept(mini: bytes, scope: Scope):
    assert prose_free(yaml.safe_load(mini))
    assert prose_free({"paths": cut_by_text(mini, scope)["paths"]}) == []


def test_the_order_of_the_document_does_not_matter(mini: bytes, scope: Scope):
    def reversed_(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: reversed_(node[key]) for key in reversed(node)}
        return [reversed_(item) for item in node] if isinstance(node, list) else node

    loaded = yaml.load(mini, Loader=yaml.BaseLoader)
    shuffled = yaml.dump(reversed_(loaded), Dumper=yaml.CSafeDumper, sort_keys=False).encode()
    straight = yaml.dump(loaded, Dumper=yaml.CSafeDumper, sort_keys=False).encode()
    assert shuffled != straight
    assert agreed(shuffled, scope) == agreed(straight, scope)


def test_json_and_yaml_give_the_same(mini: bytes, scope: Scope):
    as_json = json.dumps(yaml.load(mini.replace(b"- on", b"- 'on'").replace(b": on", b": 'on'"), yaml.CSafeLoader))
    assert agreed(as_json.encode(), scope) == agreed(mini, scope)
    assert agreed(b"\xef\xbb\xbf" + as_json.encode(), scope) == agreed(mini, scope)
    assert agreed(as_json.encode("utf-16"), scope) == agreed(mini, scope)


def test_keys_are_text_and_plain_scalars_are_those_of_json():
    made = b"""\
openapi: 3.0.4
info: {version: 1.0}
paths:
  /a:
    get:
      deprecated: yes
      operationId: 2023-05-01
      responses:
        204: {}
        on: {}
components: {}
"""
    found = cut_by_parsing(made, ALL)
    assert found["info"]["version"] == 1.0
    operation = found["paths"]["/a"]["get"]
    assert operation["deprecated"] == "yes"
    assert operation["operationId"] == "2023-05-01"
    assert list(operation["responses"]) == ["204", "on"]


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
    mapping = {"a": "#/components/schemas/A", "b": "B", "c": "#/components/schemas/C", "d": "D", "e": "else.yaml#/A"}
    made = schemas(
        A={"properties": {"b": {"$ref": "#/components/schemas/B"}}, "discriminator": {"mapping": mapping}},
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
    with pytest.raises(GeneratorError, match="nothing at /components/schemas/B/properties") as error:
        cut(deep)
    assert error.value.place == "/components/schemas/A/items/$ref"


@pytest.mark.parametrize(
    ("node", "place"),
    [
        ({"get": []}, "/paths/~1a/get"),
        ({"parameters": {}}, "/paths/~1a/parameters"),
        ({"get": {"responses": {"200": None}}}, "/paths/~1a/get/responses/200"),
        ({"get": {"responses": {"200": {"$ref": 5}}}}, "/paths/~1a/get/responses/200/$ref"),
        ({"get": {"responses": {"200": {"$ref": "else.yaml"}}}}, "/paths/~1a/get/responses/200/$ref"),
        ({"get": {"responses": {"200": {"$ref": "#/components/examples/x"}}}}, "/paths/~1a/get/responses/200/$ref"),
        ({"get": {"operationId": "\ud800"}}, "/paths/~1a/get/operationId"),
    ],
)
def test_a_part_of_another_shape_is_an_error_at_its_place(node: Any, place: str):
    with pytest.raises(GeneratorError) as error:
        cut(document(paths={"/a": node}))
    assert error.value.place == place


def test_the_document_is_not_changed(mini: bytes, scope: Scope):
    made = schemas(A={"title": "x", "properties": {"y": {"description": "z"}}})
    before = copy.deepcopy(made)
    cut(made)
    assert made == before
    data = bytes(mini)
    cut_by_text(data, scope)
    assert data == mini
