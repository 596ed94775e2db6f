"""An object that declares no properties can hold anything.

Observed: openapi-python-client makes an empty class of it, named after the member, and drops what
is in it.
"""

from __future__ import annotations

from generator.openapi.walk import Node, nodes, schemas

_OPEN = {"type", "additionalProperties", "nullable", "title"}


def open_objects(document: Node) -> Node:
    """Mark members and items of `type: object` alone as open.

    Components keep their names and stay types.
    """
    named = {id(schema) for _, _, schema in schemas(document)}
    for place, node in nodes(document):
        if (
            node.get("type") == "object"
            and id(node) not in named
            and not place.rpartition("/")[0].endswith("/allOf")
            and set(node) <= _OPEN
        ):
            del node["type"]
            node.pop("additionalProperties", None)
            node["x-graphsync-open"] = True
    return document
