"""The document requires `@odata.type` of every object; the service sends and wants it only where a
type is derived.

Observed: a generated `from_dict` that requires it raises KeyError on every real answer. What does
come stays in the model's undeclared members and goes back as it came.
"""

from __future__ import annotations

from generator.openapi.walk import Node, as_list, as_node, nodes

_TYPE = "@odata.type"


def odata_type(document: Node) -> Node:
    """Make `@odata.type` neither required nor a property, and drop the discriminators that point
    to it.
    """
    for _, node in nodes(document):
        as_node(node.get("properties")).pop(_TYPE, None)
        required = as_list(node.get("required"))
        if _TYPE in required:
            node["required"] = [name for name in required if name != _TYPE]
            if not node["required"]:
                del node["required"]
        if as_node(node.get("discriminator")).get("propertyName") == _TYPE:
            del node["discriminator"]
    return document
