"""One run names all that is wrong with a document, not one thing at a time."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

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
