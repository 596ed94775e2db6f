"""The facts that a cut keeps, and those that it does not."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cut.cut import cut_by_parsing, cut_by_text
from generator.cut.scope import Scope
from generator.cut.slice_format import dump
from generator.errors import GeneratorError
from tests.generator.cut.cutting import agreed, prose_free
from tests.generator.cut.making import ALL, cut, document, schemas


def test_the_mini_document_gives_its_slice_both_ways(mini: bytes, scope: Scope):
    golden = (Path(__file__).parent / "mini.slice.yaml").read_bytes()
    assert dump(cut_by_text(mini, scope)) == golden
    assert dump(cut_by_parsing(mini, scope)) == golden


def test_what_is_named_like_prose_is_a_fact_where_it_is_a_name(mini: bytes, scope: Scope):
    found = cut_by_text(mini, scope)["components"]["schemas"]["microsoft.graph.synchronization"][
        "allOf"
    ][1]
    assert {"description", "summary", "title", "example", "externalDocs"} < set(found["properties"])
    assert found["properties"]["description"] == {"type": "string", "nullable": True}
    assert found["properties"]["externalDocs"]["default"] == {
        "title": "a default",
        "description": "stays",
    }
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
    as_json = json.dumps(
        yaml.load(mini.replace(b"- on", b"- 'on'").replace(b": on", b": 'on'"), yaml.CSafeLoader)
    )
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


@pytest.mark.parametrize(
    ("node", "place"),
    [
        ({"get": []}, "/paths/~1a/get"),
        ({"parameters": {}}, "/paths/~1a/parameters"),
        ({"get": {"responses": {"200": None}}}, "/paths/~1a/get/responses/200"),
        ({"get": {"responses": {"200": {"$ref": 5}}}}, "/paths/~1a/get/responses/200/$ref"),
        (
            {"get": {"responses": {"200": {"$ref": "else.yaml"}}}},
            "/paths/~1a/get/responses/200/$ref",
        ),
        (
            {"get": {"responses": {"200": {"$ref": "#/components/examples/x"}}}},
            "/paths/~1a/get/responses/200/$ref",
        ),
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
