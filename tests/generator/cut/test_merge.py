"""Slices of one document are put together again."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.cut.slices import merge
from generator.errors import GeneratorError
from tests.generator.documents import openapi, operation, thing


def part(path: str, mapped: str, **schemas: Any) -> dict[str, Any]:
    entity = {
        **thing(id={"type": "string"}),
        "discriminator": {"propertyName": "@odata.type", "mapping": {mapped: "x"}},
    }
    return openapi({"entity": entity, **schemas}, {path: {"get": operation()}})


def test_paths_and_components_of_all_are_there() -> None:
    one, two = part("/a", "a", a=thing()), part("/b", "b", b=thing())
    before = deepcopy([one, two])
    merged = merge({"one": one, "two": two})
    assert list(merged["paths"]) == ["/a", "/b"]
    assert list(merged["components"]["schemas"]) == ["entity", "a", "b"]
    assert merged["components"]["schemas"]["entity"]["discriminator"]["mapping"] == {
        "a": "x",
        "b": "x",
    }
    assert [one, two] == before


def test_one_slice_is_itself() -> None:
    one = part("/a", "a")
    assert merge({"one": one}) == one


def test_a_mapping_may_be_in_one_slice_only() -> None:
    bare = openapi({"entity": thing(id={"type": "string"})})
    mapped = part("/a", "a")
    del mapped["components"]["schemas"]["entity"]["discriminator"]["propertyName"]
    assert merge({"one": bare, "two": mapped})["components"]["schemas"]["entity"][
        "discriminator"
    ] == {"mapping": {"a": "x"}}


def test_the_mapping_of_a_derived_type_is_joined_too() -> None:
    def derived(mapped: str) -> dict[str, Any]:
        own = {
            **thing(),
            "discriminator": {"propertyName": "@odata.type", "mapping": {mapped: "x"}},
        }
        return {"allOf": [{"$ref": "#/components/schemas/entity"}, own]}

    merged = merge(
        {"one": openapi({"object": derived("a")}), "two": openapi({"object": derived("b")})}
    )
    own = merged["components"]["schemas"]["object"]["allOf"][1]
    assert own["discriminator"] == {"propertyName": "@odata.type", "mapping": {"a": "x", "b": "x"}}


def test_a_component_that_differs_is_refused_by_its_place() -> None:
    with pytest.raises(
        GeneratorError, match=r"^two#/components/schemas/a: not what another slice says"
    ):
        merge(
            {
                "one": part("/a", "a", a=thing()),
                "two": part("/b", "b", a=thing(x={"type": "string"})),
            }
        )
    with pytest.raises(GeneratorError, match=r"^two#/paths/~1a: not what"):
        merge({"one": part("/a", "a"), "two": openapi(paths={"/a": {"post": operation()}})})
