"""Enumeration values need Python names.

Observed: without `x-enum-varnames` the names are run-together capitals (`INITIALCYCLE`), `None` beside `none` ends in an
uncaught ValueError, and of `a_b` beside `a-b` one is lost silently.
"""

from __future__ import annotations

from generator.document.names import upper_snake
from generator.errors import GeneratorError
from generator.openapi.walk import Node, as_list, schemas


def enum_names(document: Node) -> Node:
    """Name every enumeration value in capitals with underscores; two values of one name are an error."""
    for _, place, node in schemas(document):
        if "enum" not in node:
            continue
        values = as_list(node["enum"])
        if not values or node.get("type") != "string":
            found = f"{len(values)} values of type {node.get('type')}"
            raise GeneratorError(f"{place}/enum", found=found, expected="values of type string, at least one")
        names: dict[str, str] = {}
        for at, value in enumerate(values):
            if not isinstance(value, str):
                raise GeneratorError(f"{place}/enum/{at}", found=f"{value!r}", expected="text (quote it in YAML)")
            name = upper_snake(value, f"{place}/enum/{at}")
            if name in names:
                raise GeneratorError(
                    place=f"{place}/enum/{at}",
                    found=f"{value!r} becomes {name}, and so does {names[name]!r}",
                    expected="values whose names differ; patch one in spec/overlay.yaml",
                )
            names[name] = value
        node["x-enum-varnames"] = list(names)
    return document
