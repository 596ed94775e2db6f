"""Parameters and responses are shared through `$ref`; only schemas should be.

Observed: names of shared responses contain dots, and openapi-python-client drops what it cannot
resolve with a warning.
"""

from __future__ import annotations

from copy import deepcopy

from generator.errors import GeneratorError
from generator.openapi.pointer import escape, reference, resolve_ref
from generator.openapi.walk import METHODS, Node, as_node, operations

# What a path can have and no pass after this one looks at; leaving it out would lose an operation.
_UNKNOWN = {"$ref", "head", "options", "trace"}


def shared_parts(document: Node) -> Node:
    """Write referenced parameters, request bodies and responses in place.

    What a path shares goes to its operations.
    """
    for path, item in document["paths"].items():
        place = f"/paths/{escape(path)}"
        for key in sorted(item.keys() & _UNKNOWN):
            raise GeneratorError(
                f"{place}/{key}",
                found=f"a path with {key!r}",
                expected=f"{', '.join(METHODS)} only",
            )
        shared = _inline_all(document, item.pop("parameters", []), f"{place}/parameters")
        for method in METHODS:
            if method not in item:
                continue
            own = _inline_all(
                document, item[method].get("parameters", []), f"{place}/{method}/parameters"
            )
            known = {(parameter["name"], parameter["in"]) for parameter in own}
            item[method]["parameters"] = own + [
                deepcopy(parameter)
                for parameter in shared
                if (parameter["name"], parameter["in"]) not in known
            ]
    for _, _, place, operation in operations(document):
        if "requestBody" in operation:
            operation["requestBody"] = _inline(
                document, operation["requestBody"], "requestBodies", f"{place}/requestBody"
            )
        operation["responses"] = {
            str(code): _inline(document, response, "responses", f"{place}/responses/{code}")
            for code, response in operation.get("responses", {}).items()
        }
    for group in ("parameters", "responses", "requestBodies"):
        document.get("components", {}).pop(group, None)
    return document


def _inline_all(document: Node, parts: list[Node], place: str) -> list[Node]:
    return [_inline(document, part, "parameters", f"{place}/{at}") for at, part in enumerate(parts)]


def _inline(document: Node, part: Node, group: str, place: str) -> Node:
    followed = part
    way: list[str] = []
    while "$ref" in followed:
        ref = str(followed["$ref"])
        if ref in way:
            raise GeneratorError(
                place, found=f"$ref {ref!r} ends in itself", expected="a part at the end of it"
            )
        if reference(ref, place)[0] != group:
            raise GeneratorError(
                place, found=f"$ref {ref!r}", expected=f"a reference to #/components/{group}/…"
            )
        way.append(ref)
        followed = as_node(resolve_ref(document, ref, place))
    return deepcopy(followed)
