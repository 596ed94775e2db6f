"""Enumeration values need Python names.

Observed: without `x-enum-varnames` the names are run-together capitals (`INITIALCYCLE`), `None`
beside `none` ends in an uncaught ValueError, and of `a_b` beside `a-b` one is lost silently. Graph
has `remoteControlSoftware` beside `remote_Control_Software`.
"""

from __future__ import annotations

from generator.document.names import upper_snake
from generator.document.resolved import resolve_by_rule
from generator.errors import GeneratorError, Problems
from generator.openapi.walk import Node, as_list, schemas


def enum_names(document: Node) -> Node:
    """Name every enumeration value in capitals with underscores.

    Of two that are alike the later gets a number.
    """
    problems = Problems()
    for name_of, place, node in schemas(document):
        if "enum" in node:
            with problems.noting():
                _name_values(document, node, place, name_of)
    problems.check()
    return document


def _name_values(document: Node, node: Node, place: str, name_of: str) -> None:
    values = as_list(node["enum"])
    if not values or node.get("type") != "string":
        found = f"{len(values)} values of type {node.get('type')}"
        raise GeneratorError(
            f"{place}/enum", found=found, expected="values of type string, at least one"
        )
    graph_name = node.get("x-graphsync-name", name_of)
    own = {
        upper_snake(value, f"{place}/enum/{at}")
        for at, value in enumerate(values)
        if isinstance(value, str)
    }
    names: dict[str, str] = {}
    for at, value in enumerate(values):
        if not isinstance(value, str):
            raise GeneratorError(
                f"{place}/enum/{at}", found=f"{value!r}", expected="text (quote it in YAML)"
            )
        name = upper_snake(value, f"{place}/enum/{at}")
        if names.get(name) == value:
            raise GeneratorError(
                f"{place}/enum/{at}", found=f"{value!r} twice", expected="values that differ"
            )
        if name in names:
            # The first keeps its name: a value that Graph adds comes last and renames no other.
            first, number = name, 2
            while name in names or name in own - {first}:
                name, number = f"{first}_{number}", number + 1
            resolve_by_rule(
                document, f"{graph_name} {value!r}: {name}, for {names[first]!r} is {first}"
            )
        names[name] = value
    node["x-enum-varnames"] = list(names)
