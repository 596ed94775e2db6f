"""The parameters of `provisionOnDemand` have `items` and no `type`.

Observed: openapi-python-client types such a property as anything.
"""

from __future__ import annotations

from generator.openapi.walk import Node, nodes


def untyped_arrays(document: Node) -> Node:
    """Say `type: array` where a schema has items."""
    for _, node in nodes(document):
        if (
            isinstance(node.get("items"), dict)
            and "type" not in node
            and set(node["items"]) & {"$ref", "type", "allOf", "anyOf"}
        ):
            node["type"] = "array"
    return document
