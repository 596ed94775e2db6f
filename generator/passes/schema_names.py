"""Schemas are named `microsoft.graph.synchronizationJob`; a class should be named `SynchronizationJob`.

Observed: openapi-python-client turns the dotted name into 60-letter classes and modules.
"""

from __future__ import annotations

from generator.errors import GeneratorError
from generator.names import pascal
from generator.walk import SCHEMAS, Node, nodes, ref_name, schemas


def schema_names(document: Node) -> Node:
    """Name every schema after the last part of its name; `x-graphsync-name` keeps Graph's own."""
    renamed: dict[str, str] = {}
    taken: dict[str, str] = {}
    for name, place, schema in schemas(document):
        made = pascal(name, place)
        clash = taken.setdefault(made.casefold(), name)
        if clash != name:
            raise GeneratorError(
                place=place,
                found=f"{name!r} becomes {made!r}, and so does {clash!r}",
                expected="names that differ in their last part by more than case; rename one in spec/overlay.yaml",
            )
        renamed[name] = made
        schema["x-graphsync-name"] = name.removeprefix("microsoft.graph.")
    for place, node in nodes(document):
        ref = node.get("$ref")
        if isinstance(ref, str):
            node["$ref"] = SCHEMAS + renamed[ref_name(ref, place)]
    components = document.get("components", {})
    components["schemas"] = {renamed[name]: schema for name, schema in components.get("schemas", {}).items()}
    return document
