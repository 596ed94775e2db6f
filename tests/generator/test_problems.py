"""One run names all that is wrong with a document, not one thing at a time."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from generator.document.overlay import Patch
from generator.errors import GeneratorError, GeneratorErrors, Problems
from generator.surface.surface import read_surface
from tests.generator.documents import WORDLESS, answer, enum, openapi, operation, parameter, thing

UNKNOWN = {"oneOf": [{"type": "string"}]}


def found(schemas: dict[str, Any], paths: dict[str, Any]) -> GeneratorErrors:
    with pytest.raises(GeneratorErrors) as caught:
        read_surface(openapi(schemas, paths), [], WORDLESS, name="graph.yaml")
    return caught.value


def test_types_and_operations_are_complained_of_together() -> None:
    error = found(
        {"a.one": thing(x=UNKNOWN), "a.two": thing(y=UNKNOWN), "a.fine": thing()},
        {"/one": {"get": operation(answer(enum("red")))}, "/two": {"get": operation()}},
    )
    assert [problem.place for problem in error.problems] == [
        "graph.yaml#/components/schemas/a.one/properties/x",
        "graph.yaml#/components/schemas/a.two/properties/y",
        "graph.yaml#/paths/~1one/get/responses",
    ]
    assert str(error).splitlines() == [str(problem) for problem in error.problems]


def test_each_path_with_a_wrong_parameter_is_named() -> None:
    wrong = operation(parameters=[parameter("other", "path")])
    error = found({}, {"/a/{x}": {"get": wrong}, "/b/{x}": {"get": wrong}})
    assert [problem.place.rpartition("#")[2] for problem in error.problems] == [
        "/paths/~1a~1{x}/get",
        "/paths/~1b~1{x}/get",
    ]


def test_names_of_types_paths_and_values_are_complained_of_together() -> None:
    wrong = operation(parameters=[parameter("other", "path")])
    error = found(
        {
            "a.name": thing(),
            "a.Name": thing(),
            "a.colour": {"type": "integer", "enum": [1]},
            "a.size": {"type": "string", "enum": ["big", "big"]},
        },
        {"/a/{x}": {"get": wrong}},
    )
    assert [problem.place.rpartition("#")[2] for problem in error.problems] == [
        "/components/schemas/a.Name",
        "/paths/~1a~1{x}/get",
        "/components/schemas/a.colour/enum",
        "/components/schemas/a.size/enum/1",
    ]


def test_patches_that_do_not_fit_are_named_beside_what_is_wrong_with_the_document() -> None:
    fine = "/components/schemas/a.fine"
    stale = [
        Patch("list", "", "", f"{fine}/required", update={"type": "string"}),
        Patch("done", "", "", fine, update={"type": "object"}),
    ]
    document = openapi(
        {
            "a.fine": {**thing(x={"type": "string"}), "required": ["x"]},
            "a.none": {"type": "string", "enum": []},
        }
    )
    with pytest.raises(GeneratorErrors) as caught:
        read_surface(document, stale, WORDLESS, name="graph.yaml")
    assert [problem.place for problem in caught.value.problems] == [
        f"graph.yaml#{fine}/required",
        f"graph.yaml#{fine}",
        "graph.yaml#/components/schemas/a.none/enum",
    ]


def test_all_that_openapi_does_not_know_is_named_once_each() -> None:
    error = found(
        {"a.fine": thing(), "a.bad": {"type": 5}, "a.worse": {"properties": []}},
        {"/a": {"get": {**operation(), "parameters": [{"in": "query"}]}}},
    )
    assert [problem.place.rpartition("#")[2] for problem in error.problems] == [
        "/paths/~1a/get/parameters/0",
        "/components/schemas/a.bad/type",
        "/components/schemas/a.worse/properties",
    ]


def test_each_place_with_nothing_in_it_is_named() -> None:
    nothing = {"description": None}
    error = found({"a.one": {**thing(), **nothing}, "a.two": {**thing(), **nothing}}, {})
    assert [problem.place.rpartition("#")[2] for problem in error.problems] == [
        "/components/schemas/a.one/description",
        "/components/schemas/a.two/description",
    ]


def test_one_problem_is_one_error() -> None:
    problems = Problems()
    with problems.noting():
        raise GeneratorError("a", "b")
    with pytest.raises(GeneratorError) as caught:
        problems.check()
    assert not isinstance(caught.value, GeneratorErrors)
    assert str(caught.value) == "a: b"


def test_many_problems_are_counted_and_not_all_printed() -> None:
    error = GeneratorErrors([GeneratorError(str(at), "x") for at in range(60)])
    lines = str(pickle.loads(pickle.dumps(error))).splitlines()
    assert len(lines) == 51
    assert lines[-1] == "and 10 more"
