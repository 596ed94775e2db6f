"""Functions and secrets answer with a collection that is described in place, without a name.

Observed: the class would be called after the operation, once for each of its paths.
"""

from __future__ import annotations

from typing import Any

from generator.document.original_place import PLACE
from generator.errors import GeneratorError
from generator.openapi.walk import SCHEMAS, Node, operations, own_parts, ref_name


def inline_answers(document: Node) -> Node:
    """Name a collection that is described in place after what it holds: `FilterOperatorSchemaCollectionResponse`."""
    components: Node = document.setdefault("components", {}).setdefault("schemas", {})
    for _, _, place, operation in operations(document):
        for code, answer in operation["responses"].items():
            media = answer.get("content", {}).get("application/json")
            if media is None or not any("properties" in part for part in own_parts(media.get("schema", {}))):
                continue
            at = f"{place}/responses/{code}"
            item = _item(media["schema"])
            if item is None:
                continue
            name = f"{ref_name(item, at)}CollectionResponse"
            schema = {
                **media["schema"],
                "x-graphsync-name": name[:1].lower() + name[1:],
                PLACE: f"{at}/content/application~1json/schema",
            }
            if {**components.setdefault(name, schema), PLACE: schema[PLACE]} != schema:
                raise GeneratorError(at, found=f"a second {name} of another shape", expected="one shape for each name")
            media["schema"] = {"$ref": SCHEMAS + name}
    return document


def _item(schema: Any) -> str | None:  # a schema of any shape
    for part in own_parts(schema):
        ref = part.get("properties", {}).get("value", {}).get("items", {}).get("$ref")
        if isinstance(ref, str):
            return ref
    return None
