"""What is no Graph document ends in one clear line, soon, whatever it is."""

from __future__ import annotations

import random

import pytest

from generator.cut.cut import cut
from generator.cut.scope import PathRule, Scope
from generator.errors import GeneratorError
from generator.yaml.parse import parse

HEAD = b"openapi: 3.0.4\ninfo: {version: v1.0}\ncomponents: {}\n"
ALL = Scope((PathRule("/**"),))


def deep_yaml(levels: int) -> bytes:
    lines = (b" " * level + b"a:\n" for level in range(levels))
    return HEAD + b"paths:\n  /a:\n" + b"".join(b"    " + line for line in lines)


def laughing(levels: int) -> bytes:
    """Each level is ten times the one before, in aliases."""
    lines = ["x-0: &l0 {enum: [" + "lol, " * 10 + "]}"]
    for level in range(1, levels):
        lines.append(f"x-{level}: &l{level} {{allOf: [{', '.join([f'*l{level - 1}'] * 10)}]}}")
    use = f"paths: {{/a: {{get: {{requestBody: {{content: {{x: {{schema: *l{levels - 1}}}}}}}}}}}}}"
    return HEAD + "\n".join([*lines, use]).encode()


def merging(levels: int) -> bytes:
    lines = ["x-0: &m0 {" + ", ".join(f"k{key}: 1" for key in range(1000)) + "}"]
    lines += [f"x-{level}: {{<<: *m0}}" for level in range(1, levels)]
    return HEAD + "\n".join([*lines, "paths: {/a: {}}"]).encode()


INPUTS: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "the document", "empty"),
    "blanks": (b" \n\n", "the document", "empty"),
    "a comment": (b"# words\n", "the document", "empty"),
    "words": (b"Not Found", "", "the value 'Not Found' instead of an object"),
    "a list": (b"[]", "", "a list instead of an object"),
    "null": (b"null", "", "nothing instead of an object"),
    "a web page": (
        b"<!DOCTYPE html>\n<html><body class='x'>\n<p>Sign in: please</p>",
        "line 3, column 11",
        "not YAML",
    ),
    "half of JSON": (b'{"openapi": "3.0.4", "paths": {"/a"', "line 2, column 1", "not YAML"),
    "an executable": (
        b"\x7fELF\x02\x01\x01\0\0\0\0" + random.Random(1).randbytes(5000),
        "byte",
        "not text",
    ),
    "a picture": (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + random.Random(2).randbytes(5000),
        "byte",
        "not text",
    ),
    "Latin-1": (b"openapi: caf\xe9\n", "byte", "not text"),
    "YAML that is something else": (
        b"name: graph\nversion: 1\n",
        "/openapi",
        "this is not an OpenAPI document",
    ),
    "Swagger 2": (b"swagger: '2.0'\ninfo: {}\npaths: {}\n", "/swagger", "Swagger 2.0"),
    "OpenAPI 3.1": (
        HEAD.replace(b"3.0.4", b"3.1.0") + b"paths: {/a: {}}\n",
        "/openapi",
        "OpenAPI 3.1.0",
    ),
    "OpenAPI as a number": (
        HEAD.replace(b"3.0.4", b"3.0") + b"paths: {/a: {}}\n",
        "/openapi",
        "OpenAPI 3.0",
    ),
    "OpenAPI as a list": (
        HEAD.replace(b"3.0.4", b"[3]") + b"paths: {/a: {}}\n",
        "/openapi",
        "OpenAPI [3]",
    ),
    "no info": (b"openapi: 3.0.4\npaths: {/a: {}}\n", "/info", "nothing instead of an object"),
    "no paths": (HEAD, "/paths", "nothing instead of an object"),
    "paths that are a list": (HEAD + b"paths: []\n", "/paths", "a list instead of an object"),
    "no path": (HEAD + b"paths: {}\n", "/paths", "no path matches /**"),
    "a path without anything": (
        HEAD + b"paths:\n  /a:\n",
        "/paths/~1a",
        "nothing instead of an object",
    ),
    "components that are a list": (
        HEAD.replace(b"components: {}", b"components: []")
        + b"paths: {/a: {get: {responses: {x: {$ref: '#/components/responses/x'}}}}}\n",
        "/components",
        "a list instead of an object",
    ),
    "components that are missing": (
        HEAD.replace(b"components: {}\n", b"")
        + b"paths: {/a: {get: {responses: {x: {$ref: '#/components/responses/x'}}}}}\n",
        "/paths/~1a/get/responses/x/$ref",
        "dangling $ref: there is no /components/responses/x",
    ),
    "YAML of 300 levels": (
        deep_yaml(300),
        "/paths/~1a/a/a/a/a/a/a",
        "nested deeper than 200 levels",
    ),
    "YAML of 3,000 levels": (deep_yaml(3000), "", "nested"),
    "brackets": (b"[" * 100_000, "", "nest"),
    "braces": (b'{"a":' * 100_000, "", "nest"),
    "dashes": (b"- " * 20_000, "line 1, column", "nested deeper than 1000 levels"),
    # Each took a minute: the parser looked at all open collections for each character.
    "brackets in YAML": (
        HEAD + b"x: " + b"[" * 100_000 + b"]" * 100_000,
        "line 4, column",
        "nested deeper than 1000",
    ),
    "braces in YAML": (
        HEAD + b"x: " + b"{a: " * 50_000 + b"}" * 50_000,
        "line 4, column",
        "nested deeper than 1000",
    ),
    "half of a character as a key": (
        b'{"openapi": "3.0.4", "info": {}, "paths": {"/a": {"get": {"responses": {"\\ud800": {}}}}}}',
        "/paths/~1a/get/responses",
        "half of a surrogate pair, '\\ud800'",
    ),
    "half of a character in a path": (
        b'{"openapi": "3.0.4", "info": {}, "paths": {"/\\ud800": {"get": {"responses": {}}}}}',
        "/paths",
        "half of a surrogate pair, '\\ud800'",
    ),
    "aliases of aliases": (
        laughing(12),
        "/paths/~1a/get/requestBody",
        "aliases that repeat more than",
    ),
    "merges of merges": (merging(1100), "line", "<< makes more than 1000000 members"),
    "control characters in a name": (
        HEAD + b'paths: {/a: {get: {responses: {"a\\e[31m\\nb": []}}}}\n',
        "/paths/~1a/get/responses/a\x1b[31m\nb",
        "a list instead of an object",
    ),
}


@pytest.mark.parametrize("name", INPUTS)
def test_bad_input_is_one_line_with_its_place(name: str):
    data, place, found = INPUTS[name]
    with pytest.raises(GeneratorError) as error:
        cut(data, ALL)
    assert error.value.place.startswith(place)
    assert found in error.value.found
    line = str(error.value)
    assert line.isprintable()
    assert found in line
    assert error.value.expected in line
    assert not line.startswith(":")
    assert len(line) < 1000


def test_json_that_is_too_deep_for_python_is_an_error():
    with pytest.raises(GeneratorError, match="nested too deep"):
        parse(b'{"a":' * 100_000 + b"1" + b"}" * 100_000)


def test_aliases_that_repeat_little_are_fine():
    data = (
        HEAD
        + b"x-a: &a {200: {}}\npaths: {/a: {get: {responses: *a}}, /b: {get: {responses: *a}}}\n"
        + b"#" * 200
    )
    kept = cut(data, ALL)["paths"]
    assert kept["/a"] == kept["/b"] == {"get": {"responses": {"200": {"description": ""}}}}
    assert kept["/a"]["get"] is not kept["/b"]["get"]
