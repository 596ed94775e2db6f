"""JSON of unknown shape."""

from __future__ import annotations

import pytest

from graphsync._core.json_values import as_list, as_object, json_or_none, snake, text_at


def test_other_shapes_are_nothing():
    assert as_object({"a": 1}) == {"a": 1}
    assert as_list([1]) == [1]
    for other in (None, "x", 5, True):
        assert as_object(other) is None
        assert as_list(other) == []


def test_the_first_text_that_says_something():
    assert text_at({"a": "", "b": 5, "c": "x", "d": "y"}, "a", "b", "c", "d") == "x"
    assert text_at({}, "a") is None
    assert text_at(None, "a") is None


@pytest.mark.parametrize(
    ("text", "value"), [("\ufeff{}", {}), ("", None), ("{", None), ("[" * 100_000, None), ("5", 5)]
)
def test_json_or_none(text, value):
    assert json_or_none(text) == value


def test_a_class_name_as_a_variable():
    assert snake("ServicePrincipal") == "service_principal"
