"""Whatever YAML allows that could fool a cut by text, and that says the same: the slice is the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cut.scope import Scope
from tests.generator.cut.cutting import agreed, textual
from tests.generator.cut.edits import GHOST, Edit, after, before, described, dumped, loaded, put

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


@pytest.mark.parametrize("name", SAME)
def test_another_way_to_write_it_gives_the_same_slice(mini: bytes, scope: Scope, name: str):
    by_text, edit = SAME[name]
    edited = edit(mini)
    golden = (Path(__file__).parent / "mini.slice.yaml").read_bytes()
    assert agreed(edited, scope) == golden
    assert (textual(edited, scope) == golden) is by_text
