"""What other versions lack is told by the package itself."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from generator.emit.availability import availability, availability_module
from generator.surface.surface import Surface, read_surface
from tests.generator.documents import WORDLESS, answer, enum, openapi, operation, ref, thing

TEXT = {"type": "string"}


def surface(edit: str = "") -> Surface:
    schemas: dict[str, Any] = {
        "a.job": thing(name=TEXT, size=TEXT, state=ref("a.state")),
        "a.state": enum("Active", "Paused"),
        "a.log": thing(x=TEXT),
    }
    paths = {
        "/jobs/run": {"post": operation(answer(ref("a.job")))},
        "/logs/read": {"post": operation(answer(ref("a.log")))},
    }
    if edit == "less":
        del schemas["a.job"]["properties"]["size"], schemas["a.log"], paths["/logs/read"]
        schemas["a.state"]["enum"].remove("Paused")
    if edit == "more":
        schemas["a.job"]["properties"]["more"] = TEXT
        paths["/jobs/stop"] = {"post": operation()}
    return read_surface(openapi(schemas, paths), [], WORDLESS)


def lacks(missing: dict[str, tuple[str, ...]]) -> Any:
    module: dict[str, Any] = {}
    exec(compile(availability_module("v1.0", missing), "availability.py", "exec"), module)
    return module["lacks"]


def test_operations_types_members_and_values_that_are_missing_are_listed() -> None:
    assert availability(surface(), {"cloud": surface("less")}) == {
        "cloud": ("Job.size", "Log", "State.PAUSED", "read")
    }


def test_what_only_others_have_is_no_part_of_the_package() -> None:
    assert availability(surface(), {"beta": surface("more")}) == {"beta": ()}


def test_the_module_answers_by_version_and_name() -> None:
    tell = lacks({"cloud": ("Job.size", "Log", "read")})
    for name, missing in (
        ("Job.size", True),
        ("Log", True),
        ("Log.x", True),
        ("read", True),
        ("Job", False),
        ("run", False),
    ):
        assert tell("cloud", name) is missing, name
        assert tell("v1.0", name) is False, name
    with pytest.raises(LookupError, match=r"no version 'x' of Graph; there are v1\.0, cloud"):
        tell("x", "run")


def test_names_are_data() -> None:
    hostile = ('"); import os; os.abort() #', "{{ x }}", "\n", "\\")
    source = availability_module(hostile[0], {hostile[1]: hostile})
    calls = [
        node.func.id
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    assert set(calls) == {"MappingProxyType", "frozenset", "LookupError"}
    assert lacks({hostile[1]: hostile})(hostile[1], hostile[2])
