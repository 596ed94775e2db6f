"""Documents that say something else, and wrong ones: the text and the parser come to the same."""

from __future__ import annotations

import pytest

from generator.cut.scope import Scope
from tests.generator.cut.cutting import agreed
from tests.generator.cut.edits import Edit, after, before, put

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
    "an alias in itself": ("is used inside its own definition", put("        minimum: 0\n", "        default: &a [*a]\n")),
    "an unknown tag": ("the tag !x", put("type: integer", "type: !x integer")),
    "a wrong tag": ("'integer' with the tag tag:yaml.org,2002:int", put("type: integer", "type: !!int integer")),
    "a merge of text": ("<< with a value that is not a mapping", put("        minimum: 0\n", "        <<: x\n")),
    "a key that is a list": ("a key that is not text", put("        minimum: 0\n", "        [a]: x\n")),
    "several documents": ("several documents", lambda data: data + b"---\n" + data),
    "a quote that does not end": ("not YAML", put("minimum: 0", "default: 'it")),
    "a control character": ("not text", put("type: integer", "type: a\x01b")),
    "not UTF-8": ("not text", lambda data: data.replace(b"type: integer", b"type: \xff")),
    "a number without end": ("a number of 5000 digits", put("minimum: 0", f"minimum: {'9' * 5000}")),
}  # fmt: skip


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
