"""Every enumeration value has a Python name of its own."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.document.passes.enum_names import enum_names
from generator.document.resolved import resolved
from generator.errors import GeneratorError
from tests.generator.documents import enum, openapi, thing


def test_humps_become_underscores_and_values_stay_as_they_are() -> None:
    values = ["InitialCycle", "none", "a-b c", "OAuthToken", "class", "2fa", "HTTPError", "x12"]
    cured = enum_names(openapi({"a": enum(*values)}))["components"]["schemas"]["a"]
    assert cured["enum"] == values
    assert cured["x-enum-varnames"] == [
        "INITIAL_CYCLE", "NONE", "A_B_C", "OAUTH_TOKEN", "CLASS", "N2FA", "HTTP_ERROR", "X12"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("None", "none"),
        ("a_b", "a-b"),
        ("aB", "a_b"),
        ("-INF", "INF"),
        ("1", "n1"),
        ("class", "class_"),
    ],
)
def test_of_two_values_of_one_name_the_later_gets_a_number_and_both_are_reported(
    first: str, second: str
) -> None:
    document = enum_names(openapi({"a": enum("other", first, second)}))
    _, kept, numbered = document["components"]["schemas"]["a"]["x-enum-varnames"]
    assert numbered == f"{kept}_2"
    assert resolved(document) == [f"a {second!r}: {numbered}, for {first!r} is {kept}"]


def test_a_number_that_another_value_has_is_passed_over() -> None:
    cured = enum_names(openapi({"a": enum("aB", "a_b", "a_b_2", "AB")}))["components"]["schemas"][
        "a"
    ]
    assert cured["x-enum-varnames"] == ["A_B", "A_B_3", "A_B_2", "AB"]


def test_a_value_that_is_given_twice_is_refused() -> None:
    with pytest.raises(GeneratorError, match=r"^/components/schemas/a/enum/1: 'a' twice"):
        enum_names(openapi({"a": enum("a", "a")}))


@pytest.mark.parametrize(
    ("schema", "place", "found"),
    [
        (enum("a", 3), "/enum/1", "3"),
        (enum("a", None, nullable=True), "/enum/1", "None"),
        (enum("a", ""), "/enum/1", "''"),
        (enum("a", "*"), "/enum/1", "'*'"),
        (enum(), "/enum", "0 values"),
        ({"enum": ["a"]}, "/enum", "type None"),
        ({"type": "integer", "enum": [1, 2]}, "/enum", "type integer"),
        ({"type": "string", "enum": "ab"}, "/enum", "0 values"),
    ],
)
def test_values_that_are_no_names_are_refused(
    schema: dict[str, Any], place: str, found: str
) -> None:
    with pytest.raises(GeneratorError) as caught:
        enum_names(openapi({"a": schema}))
    assert caught.value.place == f"/components/schemas/a{place}"
    assert found in caught.value.found


def test_a_property_called_enum_is_a_property() -> None:
    document = openapi({"a": thing(enum={"type": "array", "items": {"type": "string"}})})
    before = deepcopy(document)
    assert enum_names(document) == before
