"""Whole numbers arrive as `number` with an integer format, and floats as a choice with the text "INF".

Observed: openapi-python-client types `number` as float, so that 2**53 + 1 changes its value, and the choice as
`float | None | Enum | str`.
"""

from __future__ import annotations

from generator.walk import Node, as_list, nodes

_WHOLE = {"int8", "uint8", "int16", "int32", "int64"}
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
    return document


def _is_float_choice(branches: list[Node]) -> bool:
    """Tell whether the choice is a number, optionally text, and the names of infinity or a reference to them."""
    numbers = [branch for branch in branches if branch.get("type") == "number" and branch.get("format") in _FLOATS]
    names = [
        branch
        for branch in branches
        if "INF" in branch.get("enum", ()) or str(branch.get("$ref", "")).endswith("ReferenceNumeric")
    ]
    texts = [branch for branch in branches if branch.get("type") == "string"]
    return len(numbers) == 1 and bool(names) and len(branches) <= len(numbers) + len(names) + len(texts)
