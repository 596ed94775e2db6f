"""A document that was damaged anywhere is an error of a line for each defect, or gives a package of declarations only."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cut.slice_format import load
from generator.document.passes.owner_family import owners_of
from generator.emit import render as emit_module
from generator.errors import GeneratorError
from generator.openapi.walk import unshared
from tests.generator.documents import generate, ref
from tests.generator.inspection import inspect
from tests.generator.rewrite_golden import GOLDEN

DOCUMENT = unshared(load((GOLDEN / "document.yaml").read_bytes()))
VALUES: list[Any] = [
    *(
        None,
        True,
        0,
        -1,
        1.5,
        10**30,
        "",
        "x",
        "a b",
        "{x}",
        "string",
        "array",
        "object",
        [],
        {},
        ["x"],
        {"x": 1},
    ),
    *(
        ref("none"),
        ref("microsoft.graph.filter"),
        {"type": "string"},
        {"type": "array", "items": {}},
    ),
    *({"anyOf": [{"type": "string"}, {"type": "integer"}]}, {"type": "object", "nullable": True}),
]
KEYS = [
    "x",
    "items",
    "$ref",
    "enum",
    "type",
    "properties",
    "allOf",
    "get",
    "head",
    "a b",
    "microsoft.graph.filter",
]


def ways(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to everything below a value."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, item in inner:
        yield (*way, key)
        yield from ways(item, (*way, key))


def at(value: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        value = value[key]
    return value


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """Delete, replace or rename something, or put another part of the document in its place; once or twice."""
    document = unshared(DOCUMENT)
    for _ in range(draw(st.integers(1, 2))):
        way = draw(st.sampled_from([*ways(document)]))
        held, key = at(document, way[:-1]), way[-1]
        match draw(st.sampled_from(["delete", "replace", "rename", "copy"])):
            case "replace":
                held[key] = unshared(draw(st.sampled_from(VALUES)))
            case "rename" if isinstance(held, dict):
                held[draw(st.sampled_from(KEYS))] = held.pop(key)
            case "copy":
                held[key] = unshared(at(DOCUMENT, draw(st.sampled_from([*ways(DOCUMENT)]))))
            case _:
                del held[key]
    return document


def unformatted(_: Path) -> None:
    """Stand in for the formatter, which takes most of the time."""


@settings(deadline=None, max_examples=120, derandomize=True, database=None)
@given(damaged())
def test_damage_ends_as_an_error_or_as_declarations(document: Any) -> None:
    with tempfile.TemporaryDirectory() as folder, patch.object(emit_module, "_format", unformatted):
        target = Path(folder, "client")
        refused = ""
        try:
            generate(document, target, owners_of(document))
        except GeneratorError as error:
            refused = str(error)
        assert all(line.isprintable() for line in refused.split("\n"))
        assert target.exists() != bool(refused)
        assert refused or inspect(target)
