"""Whole numbers arrive as `number` with an integer format, and floats as a choice with the text
"INF".

Observed: openapi-python-client types `number` as float, so that 2**53 + 1 changes its value, and
the choice as `float | None | Enum | str`.
"""

from __future__ import annotations

from generator.openapi.walk import SCHEMAS, Node, as_list, nodes, schemas

_WHOLE = {"int8", "uint8", "int16", "int32", "int64"}
_INFINITIES = {"-INF", "INF", "NaN"}
_FLOATS = {"float", "double", "decimal"}


def integers(document: Node) -> Node:
    """Type whole numbers as integers and collapse the choices with "INF" into numbers."""
    for _, node in nodes(document):
        if node.get("type") == "number" and node.get("format") in _WHOLE:
            node["type"] = "integer"
        for key in ("oneOf", "anyOf"):
            branches: list[Node] = as_list(node.get(key))
            if _is_float_choice(branches):
                number = next(branch for branch in branches if branch.get("type") == "number")
                del node[key]
                node.update({"type": "number", "format": number.get("format", "double")})
                if any(branch.get("nullable") for branch in branches):
                    node["nullable"] = True
    _forget_infinities(document)
    return document


def _forget_infinities(document: Node) -> None:
    """Drop the named enumeration of infinities, `ReferenceNumeric`, unless something else refers
    to it.
    """
    referred = {node.get("$ref") for _, node in nodes(document)}
    for name, _, schema in list(schemas(document)):
        if {
            str(value) for value in as_list(schema.get("enum"))
        } == _INFINITIES and SCHEMAS + name not in referred:
            del document["components"]["schemas"][name]


def _is_float_choice(branches: list[Node]) -> bool:
    """Return whether the choice is a number, optionally text, and the names of infinity or a
    reference to them.
    """
    numbers = [
        branch
        for branch in branches
        if branch.get("type") == "number" and branch.get("format") in _FLOATS
    ]
    names = [
        branch
        for branch in branches
        if "INF" in branch.get("enum", ())
        or str(branch.get("$ref", "")).endswith("ReferenceNumeric")
    ]
    texts = [branch for branch in branches if branch.get("type") == "string"]
    known = [
        branch for branch in branches if branch in numbers or branch in names or branch in texts
    ]
    return len(numbers) == 1 and bool(names) and known == branches
