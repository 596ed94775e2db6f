"""Damage outside of what is kept is found where all of a document is checked."""

from __future__ import annotations

import json

import pytest

from generator.cut.cut import cut
from generator.cut.scope import Scope
from generator.cut.whole import check_whole
from generator.errors import GeneratorError
from tests.generator.cut.edits import Edit, after, loaded

DAMAGE: dict[str, tuple[Edit, str]] = {
    "a dangling reference": (
        after("components:", "  x-not-kept:\n    $ref: '#/components/schemas/none'"),
        "x.yaml#/components/x-not-kept/$ref: $ref '#/components/schemas/none' points to nothing",
    ),
    "another document": (
        after("components:", "  x-not-kept:\n    $ref: other.yaml"),
        "$ref 'other.yaml' points to nothing: it leads out of the document",
    ),
    "a key given twice": (
        after("components:", "  x-not-kept:\n    a: 1\n    a: 2"),
        "/components/x-not-kept/a: the same key",
    ),
}


def test_a_sound_document_passes(mini: bytes, scope: Scope) -> None:
    check_whole(mini, "x.yaml")
    check_whole(json.dumps(loaded(mini)).encode(), "x.json")


@pytest.mark.parametrize("name", list(DAMAGE))
def test_damage_that_the_cut_does_not_look_at_is_found(
    mini: bytes, scope: Scope, name: str
) -> None:
    edit, found = DAMAGE[name]
    data = edit(mini)
    assert cut(data, scope) == cut(mini, scope)
    with pytest.raises(GeneratorError) as error:
        check_whole(data, "x.yaml")
    assert found in str(error.value)
    assert str(error.value).startswith("x.yaml#/components/x-not-kept")


def test_half_of_a_character_is_found_anywhere(mini: bytes) -> None:
    for odd in ({"\ud800": 1}, {"a": "\ud800"}):
        document = loaded(mini)
        assert isinstance(document, dict)
        document["x-not-kept"] = odd
        with pytest.raises(GeneratorError, match="half of a surrogate pair"):
            check_whole(json.dumps(document).encode(), "x.json")
