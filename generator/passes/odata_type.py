"""The document requires `@odata.type` of every object; the service sends and wants it only where a type is derived.

Observed: a generated `from_dict` that requires it raises KeyError on every real answer. What does come stays in the
model's undeclared members and goes back as it came.
"""

from __future__ import annotations

from generator.walk import Node, nodes

_TYPE = "@odata.type"


def odata_type(document: Node) -> Node:
    """Make `@odata.type` neither required nor a property, and drop the discriminators that point to it."""
    for _, node in nodes(document):
        properties = node.get("properties")
        if isinstance(properties, dict) and isinstance(properties.get(_TYPE), dict):
            del properties[_TYPE]
        required = node.get("required")
        if isinstance(required, list) and _TYPE in required:
            required.remove(_TYPE)
            if not required:
                del node["required"]
        discriminator = node.get("discriminator")
        if isinstance(discriminator, dict) and discriminator.get("propertyName") == _TYPE:
            del node["discriminator"]
    return document
