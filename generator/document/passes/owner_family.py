"""Service principals and applications carry the same synchronization tree, once each.

Observed: 112 operations are 56 twice; a client with two sets of modules makes users choose before
they know.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.errors import GeneratorError
from generator.openapi.pointer import escape
from generator.openapi.walk import METHODS, Node, as_node, operations, without_words

# What names an operation after its owner and says nothing else.
_NAMING = {"operationId", "tags"}


def owners_of(document: Node) -> list[str]:
    """Return the path prefixes `/collection/{id}` below which the document repeats the same tree.

    A collection that several kinds have, such as `appRoleAssignments` of users and of groups, is
    not a tree: it would make owners of both.
    """
    rests: dict[str, set[str]] = {}
    for path in as_node(document.get("paths")):
        parts = path.split("/", 3)
        if len(parts) == 4 and parts[2].startswith("{"):
            rests.setdefault("/".join(parts[:3]), set()).add(parts[3])
    trees = {
        owner: {rest for rest in own if not _in_collection(rest, own)}
        for owner, own in rests.items()
    }
    return [
        owner
        for owner, own in trees.items()
        if any(own & other for name, other in trees.items() if name != owner)
    ]


def _in_collection(rest: str, rests: Iterable[str]) -> bool:
    """Return whether a path begins with a collection of the owner: there is a path to an item of
    it, or to `$ref`.
    """
    first = rest.split("/", 1)[0]
    return any(other.startswith((f"{first}/{{", f"{first}/$ref")) for other in rests)


def owner_family(document: Node, owners: Sequence[str]) -> Node:
    """Fold the trees below `owners` into one below `/{owner}`.

    An operation that only some have says so.
    """
    folded: dict[str, Node] = {}
    for _, _, _, operation in operations(document):
        operation.pop("x-graphsync-owners", None)
    for path, item in document["paths"].items():
        owner = next((owner for owner in owners if path.startswith(f"{owner}/")), None)
        if owner is None:
            folded[path] = item
            continue
        shared = folded.setdefault(f"/{{owner}}{path.removeprefix(owner)}", {})
        for method in METHODS:
            if method in item:
                _fold(shared, method, item[method], owner, f"/paths/{escape(path)}/{method}")
    for item in folded.values():
        for method in METHODS:
            having = item.get(method, {}).get("x-graphsync-owners")
            if having == list(owners):
                del item[method]["x-graphsync-owners"]
    document["paths"] = folded
    return document


def _fold(shared: Node, method: str, operation: Node, owner: str, place: str) -> None:
    key = owner[owner.index("{") + 1 : owner.index("}")]
    mine = {name: value for name, value in operation.items() if name not in _NAMING}
    mine["parameters"] = [_owned(parameter, key) for parameter in operation.get("parameters", [])]
    if method not in shared:
        shared[method] = {**mine, "x-graphsync-owners": [owner]}
        return
    first: dict[str, Any] = {
        name: value for name, value in shared[method].items() if name != "x-graphsync-owners"
    }
    if without_words(first) != without_words(mine):
        raise GeneratorError(
            place=place,
            found=(
                "an operation that differs from the same one of"
                f" {shared[method]['x-graphsync-owners'][0]}"
            ),
            expected=(
                "the same parameters, body and answers for every owner; make them equal in"
                " spec/overlay.yaml"
            ),
        )
    shared[method]["x-graphsync-owners"].append(owner)


def _owned(parameter: Node, key: str) -> Node:
    return (
        {**parameter, "name": "owner"}
        if parameter["name"] == key and parameter["in"] == "path"
        else parameter
    )
