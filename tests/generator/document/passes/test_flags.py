"""Flags carry the number of each name."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.document.passes.flags import flags
from generator.errors import GeneratorError
from tests.generator.documents import enum, openapi

MARK = {"x-ms-enum-flags": {"isFlags": True}}


def cured(*values: Any, **more: Any) -> Any:
    return flags(openapi({"a.b": enum(*values, **more)}))["components"]["schemas"]["a.b"]


def test_each_name_is_a_bit_in_order_and_none_is_nothing() -> None:
    schema = cured("none", "add", "update", "delete", **MARK)
    assert schema == enum(
        "none",
        "add",
        "update",
        "delete",
        **{"x-graphsync-flags": {"none": 0, "add": 1, "update": 2, "delete": 4}},
    )


def test_numbers_of_the_overlay_win_and_mark_an_enumeration_by_themselves() -> None:
    schema = cured(
        "None", "Full", "Add", **{"x-graphsync-values": {"None": 0, "Add": 1, "Full": 15}}
    )
    assert schema["x-graphsync-flags"] == {"None": 0, "Add": 1, "Full": 15}
    assert "x-graphsync-values" not in schema


def test_a_mark_of_ours_that_the_document_brings_does_not_count() -> None:
    assert cured("a", **{"x-graphsync-flags": {"a": "exit()"}}) == enum("a")
    assert cured("a", **{"x-graphsync-flags": {"a": 8}}, **MARK) == enum(
        "a", **{"x-graphsync-flags": {"a": 1}}
    )


@pytest.mark.parametrize(
    "mark", [{}, {"x-ms-enum-flags": {"isFlags": False}}, {"x-ms-enum-flags": True}]
)
def test_an_enumeration_without_the_mark_stays_one(mark: dict[str, Any]) -> None:
    assert cured("a", "b", **deepcopy(mark)) == enum("a", "b")


@pytest.mark.parametrize(
    ("values", "more", "place", "found"),
    [
        (["Add", "Update"], {"x-graphsync-values": {"Add": 1}}, "", "Update"),
        (
            ["Add"],
            {"x-graphsync-values": {"Add": "1 or exit()"}},
            "/x-graphsync-values/Add",
            "exit",
        ),
        (["Add"], {"x-graphsync-values": {"Add": True}}, "/x-graphsync-values/Add", "True"),
        (["Add"], {"x-graphsync-values": {"Add": -1}}, "/x-graphsync-values/Add", "-1"),
        (["A/B"], {"x-graphsync-values": {"A/B": 1.5}}, "/x-graphsync-values/A~1B", "1.5"),
        (["Add"], {"x-graphsync-values": ["Add"]}, "", "Add"),
        (["Add,Update"], MARK, "/enum", "Add,Update"),
        (["Add Update"], MARK, "/enum", "Add Update"),
        ([" "], MARK, "/enum", "' '"),
        (["Add", True], MARK, "/enum", "True"),
        ([], MARK, "/enum", "without names"),
    ],
)
def test_flags_that_cannot_be_written_are_refused(
    values: list[str], more: Any, place: str, found: str
) -> None:
    with pytest.raises(GeneratorError) as caught:
        cured(*values, **deepcopy(more))
    assert caught.value.place == f"/components/schemas/a.b{place}"
    assert found in caught.value.found
