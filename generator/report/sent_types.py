"""Which types a program sends."""

from __future__ import annotations

from collections import defaultdict

from generator.openapi.walk import Node, nodes, operations, ref_name, schemas


def sent_types(cured: Node) -> frozenset[str]:
    """Name the types that bodies of requests hold, at whatever depth; where a base may stand, so may what builds on it."""
    further: defaultdict[str, set[str]] = defaultdict(set)
    for name, _, schema in schemas(cured):
        further[name] |= _named(schema)
        for part in schema.get("allOf", ()):
            if "$ref" in part:
                further[ref_name(part["$ref"], name)].add(name)
    found: set[str] = set()
    left = {name for _, _, _, operation in operations(cured) for name in _named(operation.get("requestBody", {}))}
    while left:
        name = left.pop()
        found.add(name)
        left |= further[name] - found
    return frozenset(found)


def _named(part: Node) -> set[str]:
    return {ref_name(node["$ref"], place) for place, node in nodes(part) if "$ref" in node}
