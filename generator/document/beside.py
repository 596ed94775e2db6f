"""Operations that only another version of Graph has, put beside those of the main one.

They are marked, and the client sends them to their own version.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from generator.document.withdrawn import shape_of_path
from generator.openapi.pointer import reference, resolve_ref
from generator.openapi.walk import METHODS, Node, as_list, as_node, nodes

_MARK = "x-graphsync-beta"
_GRAPH = "microsoft.graph."


def beside(document: Node, beta: Node) -> list[str]:
    """Add to a document the operations that it lacks and beta has; return a line for each.

    What both have stays as the document describes it, types included: a type of beta may have more
    properties, which answers keep as undeclared ones.
    """
    has = {
        (_shape(path), method)
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }
    spelled = {_shape(path): path for path in document["paths"]}
    added: list[str] = []
    for path, item in beta["paths"].items():
        new = {
            method: {**deepcopy(item[method]), _MARK: True}
            for method in METHODS
            if method in item and (_shape(path), method) not in has
        }
        if not new:
            continue
        place = spelled.get(_shape(path), path)
        shared = item.get("parameters", [])
        for operation in new.values():
            own = as_list(operation.get("parameters"))
            operation["parameters"] = _parameters(beta, [*shared, *own])
            if place != path:
                # Versions call the same id differently; the path keeps the document's names.
                operation["parameters"] = [
                    *_of_path(document, document["paths"][place]),
                    *(one for one in operation["parameters"] if one["in"] != "path"),
                ]
        document["paths"].setdefault(place, {}).update(new)
        _add_components(document, beta, new)
        added += [f"{method.upper()} {place}" for method in new]
    return added


def _parameters(document: Node, given: Sequence[Node]) -> list[Node]:
    """Return parameters written out, so that they mean the same in another document."""
    found = [
        as_node(resolve_ref(document, one["$ref"], one["$ref"])) if "$ref" in one else one
        for one in given
    ]
    return [deepcopy(one) for one in found]


def _of_path(document: Node, item: Node) -> list[Node]:
    """Return the parameters of a path that stand in the path itself."""
    method = next((key for key in METHODS if key in item), "")
    own = as_list(as_node(item.get(method)).get("parameters"))
    given = [*as_list(item.get("parameters")), *own]
    return [one for one in _parameters(document, given) if one["in"] == "path"]


def _shape(path: str) -> str:
    """Return a path without what versions spell differently: `jobs/{id}/microsoft.graph.pause`."""
    return shape_of_path(path).replace(f"/{_GRAPH}", "/").casefold()


def _add_components(document: Node, beta: Node, part: object) -> None:
    """Add the components that a part needs and the document lacks, and what those need."""
    waiting = [*_references(part)]
    while waiting:
        group, name = waiting.pop()
        held = document.setdefault("components", {}).setdefault(group, {})
        if name not in held:
            held[name] = deepcopy(beta["components"][group][name])
            waiting += _references(held[name])


def _references(part: object) -> Iterator[tuple[str, str]]:
    for _, node in nodes(part):
        if isinstance(node.get("$ref"), str):
            group, name, *_ = reference(node["$ref"], node["$ref"])
            yield group, name
