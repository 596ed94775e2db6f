"""Actions describe their parameters in place.

Observed: the class of `restart`'s body would be called `RestartJobBody`, and twins on several paths
would each have one.
"""

from __future__ import annotations

from collections import defaultdict

from generator.document.names import pascal
from generator.document.original_place import PLACE
from generator.document.resolved import resolve_by_rule
from generator.openapi.walk import SCHEMAS, Node, operations, without_words


def inline_bodies(document: Node) -> Node:
    """Name each body described in place after its operation.

    Twins of one action share the action's name.
    """
    components: Node = document.setdefault("components", {}).setdefault("schemas", {})
    alike: defaultdict[str, list[tuple[str, Node]]] = defaultdict(list)
    for path, _, place, operation in operations(document):
        media = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if media is not None and "properties" in media.get("schema", {}):
            alike[f"{path.rsplit('/', 1)[-1]} {without_words(media['schema'])}"].append(
                (place, operation)
            )
    for key, group in alike.items():
        place, first = group[0]
        action = key.split(" ", 1)[0].rsplit(".", 1)[-1]
        words = (
            action
            if len(group) > 1
            else "".join(word.capitalize() for word in first["operationId"].split("_"))
        )
        name = f"{pascal(words, place)}Request"
        if name in components:
            # Each operation has a name of its own, and a body of it.
            wanted, full = (
                name,
                pascal(
                    "".join(word.capitalize() for word in first["operationId"].split("_")), place
                ),
            )
            tries = (f"{full}Request", *(f"{full}Request{number}" for number in range(2, 100)))
            name = next(made for made in tries if made not in components)
            resolve_by_rule(
                document, f"body of {first['operationId']}: {name}, for {wanted} is another type"
            )
        body: Node = first["requestBody"]["content"]["application/json"]["schema"]
        at = f"{place}/requestBody/content/application~1json/schema"
        components[name] = {
            **body,
            "type": "object",
            "x-graphsync-name": name[:1].lower() + name[1:],
            PLACE: at,
        }
        for _, operation in group:
            operation["requestBody"]["content"]["application/json"]["schema"] = {
                "$ref": SCHEMAS + name
            }
    return document
