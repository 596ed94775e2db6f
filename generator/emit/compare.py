"""Compare what was written with the document, one by one: nothing may be lost without a word."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.emit.class_modules import class_modules
from generator.errors import GeneratorError
from generator.openapi.walk import Node, operations, own_parts, schemas
from generator.surface.shapes import kind
from generator.surface.surface import Facts


def compare(document: Node, facts: Facts, folder: Path) -> None:
    """Raise where an operation, model, property or enumeration value of the document is not in
    the written code.
    """
    for place in _losses(document, facts, folder):
        raise GeneratorError(
            place,
            found="nothing in the generated code",
            expected="a class, member or function of it",
        )


def _losses(document: Node, facts: Facts, folder: Path) -> Iterator[str]:
    modules = class_modules(facts.models, facts.enums)
    # Types that refer to each other stand in one module, a thousand of them in some: it is parsed
    # once.
    written_in = cache(_written)
    for name, place, schema in schemas(document):
        enum, model = facts.enums.get(name), facts.models.get(name)
        if enum is not None:
            written = written_in(folder / "models" / f"{modules[name]}.py")
            wires = {value.wire: value.name for value in enum.values}
            yield from (
                f"{place}/enum: {wire}"
                for wire in schema["enum"]
                if wires.get(wire) not in written.get(name, ())
            )
        elif model is not None:
            written = written_in(folder / "models" / f"{modules[name]}.py")
            names = {member.wire: member.name for member in model.members}
            for part in own_parts(schema):
                for wire in part.get("properties", {}):
                    if names.get(wire) not in written.get(name, ()):
                        yield f"{place}/properties/{wire}"
            if name not in written:
                yield place
        elif kind(schema) != "other":
            yield place
    for _, _, place, operation in operations(document):
        entry = facts.operations.get(operation["operationId"])
        if entry is None or entry.name not in _written(
            folder / "api" / entry.family / f"{entry.name}.py"
        ):
            yield place


def _written(path: Path) -> dict[str, set[str]]:
    """Return the names that a module defines: functions, and classes with what they assign."""
    if not path.is_file():
        return {}
    found: dict[str, set[str]] = {}
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = set()
        elif isinstance(node, ast.ClassDef):
            assigned: set[str] = set()
            for inner in node.body:
                targets = (
                    [inner.target]
                    if isinstance(inner, ast.AnnAssign)
                    else inner.targets
                    if isinstance(inner, ast.Assign)
                    else []
                )
                assigned |= {target.id for target in targets if isinstance(target, ast.Name)}
            found[node.name] = assigned
    return found
