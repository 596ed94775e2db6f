"""Functions and secrets answer with a collection that is described in place, without a name.

Observed: the class would be called after the operation, once for each of its paths. `delta()`,
`getByIds` and `asHierarchy()` answer with collections of other shapes than the list of the same
type has.
"""

from __future__ import annotations

from typing import Any

from generator.document.names import words
from generator.document.original_place import PLACE
from generator.document.resolved import resolve_by_rule
from generator.errors import GeneratorError
from generator.openapi.walk import SCHEMAS, Node, operations, own_parts, ref_name, without_words

# A call of one name can answer in several shapes, below different types.
_NUMBERS = ("", *(str(number) for number in range(2, 100)))


def inline_answers(document: Node) -> Node:
    """Name a collection that is described in place after what it holds:
    `FilterOperatorSchemaCollectionResponse`.
    """
    components: Node = document.setdefault("components", {}).setdefault("schemas", {})
    for path, _, place, operation in operations(document):
        for code, answer in operation["responses"].items():
            media = answer.get("content", {}).get("application/json")
            if media is None or not any(
                "properties" in part for part in own_parts(media.get("schema", {}))
            ):
                continue
            at = f"{place}/responses/{code}"
            item = _item(media["schema"])
            if item is None:
                continue
            noun = ref_name(item, at)
            call = "".join(
                word.capitalize()
                for word in words(path.rsplit("/", 1)[-1].split("(", 1)[0].rsplit(".", 1)[-1])
            )
            names = (
                f"{noun}CollectionResponse",
                *(f"{noun}{call}{more}CollectionResponse" for more in _NUMBERS),
            )
            for name in names:
                schema = {
                    **media["schema"],
                    "x-graphsync-name": name[:1].lower() + name[1:],
                    PLACE: f"{at}/content/application~1json/schema",
                }
                if same(components.setdefault(name, schema), schema):
                    break
            else:
                raise GeneratorError(at, found=f"a hundred shapes of {names[0]}", expected="fewer")
            if name != names[0] and components[name] is schema:
                resolve_by_rule(
                    document, f"answer of {path}: {name}, for {names[0]} is of another shape"
                )
            media["schema"] = {"$ref": SCHEMAS + name}
    return document


def same(one: Node, other: Node) -> bool:
    """Return whether two schemas are alike, wherever they stand and whatever is said of them."""
    return bool(without_words({**one, PLACE: ""}) == without_words({**other, PLACE: ""}))


def _item(schema: Any) -> str | None:  # a schema of any shape
    for part in own_parts(schema):
        ref = part.get("properties", {}).get("value", {}).get("items", {}).get("$ref")
        if isinstance(ref, str):
            return ref
    return None
