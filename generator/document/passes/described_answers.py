"""Functions answer with an object that is described in place, around a text or a number: `{"value":
"…"}`.

Observed: `ping` of the beta documents does; openapi-python-client would call the class after the
operation and the code. `incidentReport()` describes bytes as such an object; bytes have no members.
"""

from __future__ import annotations

from copy import deepcopy

from generator.document.names import pascal
from generator.document.original_place import PLACE
from generator.document.resolved import resolve_by_rule
from generator.openapi.walk import SCHEMAS, Node, as_node, operations, own_parts

_BYTES = {"schema": {"type": "string", "format": "binary"}}


def described_answers(document: Node) -> Node:
    """Name an answer that is described in place, and is not a collection of a named type, after
    its operation.
    """
    components: Node = document.setdefault("components", {}).setdefault("schemas", {})
    for _, _, place, operation in operations(document):
        for code, answer in operation["responses"].items():
            contents = as_node(answer.get("content"))
            if "application/octet-stream" in contents:
                contents["application/octet-stream"] = deepcopy(_BYTES)
            media = answer.get("content", {}).get("application/json")
            if media is None or not any(
                "properties" in part for part in own_parts(media.get("schema", {}))
            ):
                continue
            words = "".join(word.capitalize() for word in operation["operationId"].split("_"))
            name = f"{pascal(words, place)}Response"
            if name in components:
                wanted = name
                name = next(
                    made
                    for number in range(2, 100)
                    if (made := f"{wanted}{number}") not in components
                )
                resolve_by_rule(
                    document,
                    f"answer of {operation['operationId']}: {name}, for {wanted} is another type",
                )
            at = f"{place}/responses/{code}/content/application~1json/schema"
            components[name] = {
                **media["schema"],
                "x-graphsync-name": name[:1].lower() + name[1:],
                PLACE: at,
            }
            media["schema"] = {"$ref": SCHEMAS + name}
    return document
