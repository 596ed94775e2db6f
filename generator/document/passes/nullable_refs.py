"""`anyOf: [$ref, {type: object, nullable: true}]` is how the converter writes "this type, or null".

Observed: openapi-python-client makes an empty class of the second branch, 46 in the slice, and says
nothing; `nullable` beside a `$ref` it ignores. It understands `allOf: [$ref]` with `nullable:
true`.
"""

from __future__ import annotations

from generator.openapi.walk import Node, as_list, as_node, nodes

_OR_NULL = {"type": "object", "nullable": True}


def nullable_refs(document: Node) -> Node:
    """Write every nullable reference as one reference that may be null."""
    for _, node in nodes(document):
        branches = as_list(node.get("anyOf"))
        refs = [branch for branch in branches if branch != _OR_NULL]
        if len(branches) == 2 and len(refs) == 1 and set(as_node(refs[0])) == {"$ref"}:
            del node["anyOf"]
            node.update({"allOf": refs, "nullable": True})
    return document
