"""Parameters and responses are shared through `$ref`; only schemas should be.

Observed: names of shared responses contain dots, and openapi-python-client drops what it cannot resolve with a warning.
"""

from __future__ import annotations

from copy import deepcopy

from generator.pointer import resolve_ref
from generator.walk import Node, as_node, operations


def shared_parts(document: Node) -> Node:
    """Write referenced parameters, request bodies and responses in place; what a path shares goes to its operations."""
    for item in document["paths"].values():
        shared = [_inline(document, parameter) for parameter in item.pop("parameters", [])]
        for method in [key for key, value in item.items() if isinstance(value, dict)]:
            own = [_inline(document, parameter) for parameter in item[method].get("parameters", [])]
            told = {(parameter["name"], parameter["in"]) for parameter in own}
            item[method]["parameters"] = own + [
                deepcopy(parameter) for parameter in shared if (parameter["name"], parameter["in"]) not in told
            ]
    for _, _, _, operation in operations(document):
        if "requestBody" in operation:
            operation["requestBody"] = _inline(document, operation["requestBody"])
        operation["responses"] = {
            str(code): _inline(document, response) for code, response in operation.get("responses", {}).items()
        }
    for group in ("parameters", "responses", "requestBodies"):
        document.get("components", {}).pop(group, None)
    return document


def _inline(document: Node, part: Node) -> Node:
    followed = part
    while "$ref" in followed:
        followed = as_node(resolve_ref(document, str(followed["$ref"]), "/paths"))
    return deepcopy(followed)
