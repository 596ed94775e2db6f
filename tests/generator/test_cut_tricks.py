"""Whatever YAML allows that could fool a cut by text: the result is that of the parser, or the parser's error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.parse import parse
from generator.scope import Scope
from tests.generator.cutting import agreed, textual

Edit = Callable[[bytes], bytes]

GHOST = "'/applications/{id}/synchronization/ghost':"


def put(old: str, new: str) -> Edit:
    """Replace what is in the document exactly once."""

    def edit(data: bytes) -> bytes:
        assert data.count(old.encode()) == 1, f"{old!r} is not in the document once"
        return data.replace(old.encode(), new.encode())

    return edit


def before(line: str, text: str) -> Edit:
    return put(f"\n{line}\n", f"\n{text}\n{line}\n")


def after(line: str, text: str) -> Edit:
    return put(f"\n{line}\n", f"\n{line}\n{text}\n")


def described(value: str) -> Edit:
    """Give a path that is not kept this description."""
    return put("description: Provides operations to manage the admin singleton.", f"description: {value}")


def loaded(data: bytes) -> object:
    return parse(data).value


def dumped(data: bytes, **style: object) -> bytes:
    return yaml.dump(loaded(data), Dumper=yaml.CSafeDumper, sort_keys=False, encoding="utf-8", **style)  # type: ignore[call-overload] # the options of one call after another


# Documents that say the same in another way, and whether the text alone is enough to see that.
SAME: dict[str, tuple[bool, Edit]] = {
    "as it is": (True, lambda data: data),
    "no line break at the end": (True, bytes.rstrip),
    "byte order mark": (True, lambda data: b"\xef\xbb\xbf" + data),
    "CRLF": (True, lambda data: data.replace(b"\n", b"\r\n")),
    "CRLF and byte order mark": (True, lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")),
    "CR": (False, lambda data: data.replace(b"\n", b"\r")),
    "UTF-16": (False, lambda data: data.decode().encode("utf-16")),
    "one CR": (False, described("a\r      b")),
    # keys
    "double quotes at the top": (True, put("\npaths:\n", '\n"paths":\n')),
    "single quotes at the top": (True, put("\ncomponents:\n", "\n'components':\n")),
    "double quotes around a path": (True, put("'/applications/{application-id}/synchronization':", '"/applications/{application-id}/synchronization":')),
    "no quotes around a path": (True, put("'/applications/{application-id}/synchronization':", "/applications/{application-id}/synchronization:")),
    "an escape in a path": (False, put("'/applications/{application-id}/synchronization':", '"/applications/{application-id}/\\x73ynchronization":')),
    "quotes around components": (True, put("\n    state:\n", "\n    'state':\n")),
    "an explicit key": (False, put("  '/applications/{application-id}/synchronization':\n", "  ? '/applications/{application-id}/synchronization'\n  :\n")),
    "an explicit key of another path": (False, put("\n  /me:\n", "\n  ? |-\n    /me\n  :\n")),
    "blanks after a key": (True, put("\npaths:\n", "\npaths:  \n")),
    "a path without anything": (True, before("  /me:", "  /nothing:")),
    "a path in flow style": (True, before("  /me:", "  /nothing: {get: x}")),
    "a key that YAML 1.1 takes for a boolean": (True, before("  /me:", "  on:\n    get: {}")),
    # comments
    "comments": (True, lambda data: b"# a: b\n\n" + data.replace(b"\n  /me:\n", b"\n  # c\n# d\n\n      # e\n  /me: # f\n")),
    "a comment at a section": (False, put("\npaths:\n", "\npaths: # all of them\n")),
    "a comment that opens a quote": (True, before("  /me:", "  # it's \"so 'and [so {so")),
    "a comment that opens a quote, at the margin": (True, before("  /me:", "# it's \"so 'and [so {so")),
    "a comment with a path": (True, before("  /me:", f"  # {GHOST}")),
    # block scalars
    "a block scalar": (True, described('|\n      It\'s "so {and:\n      - so:\n       /me:')),
    "a block scalar of one level": (True, described("|1-\n     it's\n\n      'x: y\n    # no comment")),
    "a block scalar, folded and kept": (True, described('>+ # words\n      "it\'s\n\n\n')),
    "a block scalar with a path in it": (False, described(f"|\n      {GHOST}\n        get:")),
    "a block scalar at the margin": (True, before("paths:", "x-words: |\n  /me:\n    get:\n  'components:\n")),
    "a block scalar at the margin with a path in it": (False, before("paths:", f"x-words: |\n  {GHOST}\n    get:")),
    "a block scalar in a list": (True, after("        - admin.admin", "        - |\n         it's: \"so\n        - - >-\n            it's\n")),
    "a block scalar on a line of its own": (False, described("\n      |\n     it's: \"so")),
    # quoted scalars over several lines
    "double quotes over lines": (True, described('"it\'s\n      a: b\n\n      \\"c\\" {d\\\n      e"')),
    "single quotes over lines": (True, described("'it''s\n      a: \"b\n\n      ''c'' {d\n      e'")),
    "quotes over lines around a path": (False, described(f'"words\n      {GHOST}\n        get:"')),
    "quotes over lines to the margin": (False, described(f'"words\npaths:\n  {GHOST}\n    get:\n"')),
    "quotes over lines to the path level": (False, described('"words\n  /other:\n    get: x"')),
    "quotes over lines, single, to the path level": (False, described("'words\n  /other:\n    get: ''x'''")),
    "quotes over lines on a line of their own": (False, described('\n      "words\n      more"')),
    "quotes over lines in a list": (True, after("        - admin.admin", "        - 'it''s\n         so'")),
    "quotes over lines that swallow kept-looking parts": (False, described("\"words\ncomponents:\n  schemas:\n    state:\n      type: integer\n\"")),
    "a quote before a quote": (False, described("x\n    it 's: 'x'\n    a 'b: c'\n    d 'e: f")),
    # plain scalars over several lines
    "a plain scalar over lines": (True, described("it's\n      'so' \"and\n\n       so {it [goes\n      'on")),
    "a plain scalar with colons": (True, described("a:b http://c/d#e 'f' \"g")),
    "a plain scalar with an inner quote at its end": (True, described("users' groups'")),
    "an empty scalar": (True, described("''")),
    "escaped quotes at the end": (True, described("'a ''b'''")),
    "a quote and a comment": (True, described("'a' # 'b")),
    # flow style
    "a flow collection": (True, after("        - admin.admin", "        - [a, {b: c}]".replace("{b: c}", "c"))),
    "a nested flow collection": (False, after("        - admin.admin", "        - [a, {b: c}]")),
    "a flow collection over lines": (False, described("{a: b,\n  /other: c,\npaths: d}")),
    "a flow collection with a quote": (False, described("{a: 'b', \"c\": d}")),
    "all in flow style": (False, lambda data: dumped(data, default_flow_style=True)),
    "JSON": (False, lambda data: json.dumps(loaded(data)).encode()),
    "JSON, indented": (False, lambda data: b"\n " + json.dumps(loaded(data), indent=2).encode()),
    # other styles
    "lists at the column of their key": (True, dumped),
    "four blanks a level": (True, lambda data: dumped(data, indent=4)),
    "everything quoted": (True, lambda data: dumped(data, default_style="'")),
    "narrow": (True, lambda data: dumped(data, width=20)),
    # tabs
    "a tab before a value": (False, described("\tx")),
    "a tab in a text": (False, described("a\tb")),
    # anchors, tags, directives, documents
    "anchors that are not kept": (True, described("&words x")),
    "anchors": (True, lambda data: put("\n    error:\n      description: error\n", "\n    error: &error\n      description: error\n")(put("          $ref: '#/components/responses/error'\n      x-ms", "          $ref: &ref '#/components/responses/error'\n      x-ms")(data))),
    "aliases": (False, lambda data: put("        2XX:\n          $ref: '#/components/responses/error'\n", "        2XX: *error\n")(put("        4XX:\n          $ref: '#/components/responses/error'\n", "        4XX: &error\n          $ref: '#/components/responses/error'\n")(data))),
    "merge keys": (False, lambda data: put("        2XX:\n          $ref: '#/components/responses/error'\n", "        2XX:\n          <<: [*error, {$ref: never}]\n")(put("        4XX:\n          $ref: '#/components/responses/error'\n", "        4XX: &error\n          $ref: '#/components/responses/error'\n")(data))),
    "a merge key among the paths": (False, put("\n  /me:\n", "\n  <<: {/us: {}}\n  /me:\n")),
    "tags": (True, lambda data: put("        minimum: 0\n", "        minimum: !!int '0'\n")(put("type: integer", "type: !!str integer")(data))),
    "a tag at a section": (False, put("\npaths:\n", "\npaths: !!map\n")),
    "a document marker": (False, lambda data: b"---\n" + data),
    "a directive": (False, lambda data: b"%YAML 1.1\n---\n" + data + b"...\n"),
    # characters
    "non-ASCII text": (True, described("\u2018so\u2019 \u2013 \u00e9 \u6f22 \U0001f642")),
    "a line separator": (False, described("a\u2028      b")),
    "a next line": (False, described("a\u0085      b")),
    "a second byte order mark": (False, described("a\ufeffb")),
    # twice, where it does not matter
    "a key twice in a path that is not kept": (True, after("    description: Provides operations to manage the admin singleton.", "    description: again")),
}  # fmt: skip

# Documents that say something else; both ways say the same.
OTHER: dict[str, Edit] = {
    "another path": before("  /me:", "  /applications/{x}/synchronization/x: {}"),
    "another path, quoted": before("  /me:", "  \"/applications/{x}/synchronization/it''s\": {}"),
    "another path, with a quote": before("  /me:", "  '/applications/{x}/synchronization/f(a=''{b}'')': {}"),
    "another path, with a colon": before("  /me:", "  /applications/{x}/synchronization/:{y}:/z:\n    get: {}"),
    "another path, explicit": before("  /me:", "  ? /applications/{x}/synchronization/y\n  : get: {}"),
    "another path, merged": before("  /me:", "  <<: {'/applications/{x}/synchronization/z': {}}"),
    "an enum in flow style": put("      enum:\n        - description\n", "      enum: [a, 'b: c']\n      x-x:\n        - description\n"),
    "numbers": put("minimum: 0", "minimum: 0x10\n        maximum: 1e3\n        multipleOf: .5\n        default: -.inf"),
    "a kept block scalar": put("operationId: applications.templates.Count", "operationId: |+\n        a\n\n\n"),
    "a kept block scalar before a comment": put("x-ms-discriminator-value: '#microsoft.graph.synchronization'", "x-ms-discriminator-value: |+\n        a\n\n    # b\n"),
    "a kept block scalar at the end of the paths": put("          $ref: '#/components/responses/error'\ncomponents", "          $ref: '#/components/responses/error'\n      x-ms-enum-flags: |+\n        a\n\ncomponents"),
    "kept plain scalar over lines": put("operationId: applications.templates.Count", "operationId: a\n       'b\n\n       c"),
}  # fmt: skip

# Documents that are wrong, and what the error says.
WRONG: dict[str, tuple[str, Edit]] = {
    "sections twice": ("/paths: the same key twice", lambda data: data + b"paths: {}\n"),
    "sections twice, quoted": ("/components: the same key twice", lambda data: data + b"'components': {}\n"),
    "a path twice": ("/paths/~1me: the same key twice", before("  /me:", "  '/me':\n    get: {}")),
    "a group twice": ("/components/schemas: the same key twice", before("  parameters:", "  schemas: {}")),
    "a component twice": ("/components/schemas/state: the same key twice", before("    state:", '    "state": {}')),
    "a key twice, where it is kept": ("/paths/~1servicePrincipals~1{id}~1synchronization/get/operationId: the same key", after("      operationId: servicePrincipals.GetSynchronization", "      operationId: x")),
    "a path indented less": ("not YAML", put("\n  /me:", "\n /me:")),
    "a path indented more": ("not YAML", put("\n  /me:", "\n   /me:")),
    "a kept path indented more": ("not YAML", put("\n  /servicePrincipals", "\n   /servicePrincipals")),
    "a kept path indented much more": ("/paths: no path matches /servicePrincipals", put("\n  /servicePrincipals", "\n      /servicePrincipals")),
    "a component indented more": ("not YAML", put("\n    state:", "\n     state:")),
    "a kept member indented less": ("not YAML", put("\n      operationId: servicePrincipals", "\n     operationId: servicePrincipals")),
    "a section indented": ("not YAML", put("\ncomponents:", "\n components:")),
    "a tab as indentation": ("not YAML", put("\n  /me:", "\n\t/me:")),
    "an alias without anchor": ("the alias *state has no anchor", put("type: integer", "type: *state")),
    "an alias in itself": ("stands inside of what it means", put("        minimum: 0\n", "        default: &a [*a]\n")),
    "an unknown tag": ("the tag !x", put("type: integer", "type: !x integer")),
    "a wrong tag": ("'integer' with the tag tag:yaml.org,2002:int", put("type: integer", "type: !!int integer")),
    "a merge of text": ("<< with a value that is no mapping", put("        minimum: 0\n", "        <<: x\n")),
    "a key that is a list": ("a key that is no text", put("        minimum: 0\n", "        [a]: x\n")),
    "several documents": ("several documents", lambda data: data + b"---\n" + data),
    "a quote that does not end": ("not YAML", put("minimum: 0", "default: 'it")),
    "a control character": ("not text", put("type: integer", "type: a\x01b")),
    "not UTF-8": ("not text", lambda data: data.replace(b"type: integer", b"type: \xff")),
    "a number without end": ("a number of 5000 digits", put("minimum: 0", f"minimum: {'9' * 5000}")),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_another_way_to_write_it_gives_the_same_slice(mini: bytes, scope: Scope, name: str):
    by_text, edit = SAME[name]
    edited = edit(mini)
    golden = (Path(__file__).parent / "mini.slice.yaml").read_bytes()
    assert agreed(edited, scope) == golden
    assert (textual(edited, scope) == golden) is by_text


@pytest.mark.parametrize("name", OTHER)
def test_another_document_gives_what_the_parser_says(mini: bytes, scope: Scope, name: str):
    found = agreed(OTHER[name](mini), scope)
    assert isinstance(found, bytes)
    assert found != agreed(mini, scope)


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_document_gives_the_parsers_error(mini: bytes, scope: Scope, name: str):
    words, edit = WRONG[name]
    found = agreed(edit(mini), scope)
    assert isinstance(found, str)
    assert words in found
    assert "\n" not in found
