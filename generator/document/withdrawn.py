"""Operations and types that the facade still uses and the document no longer has.

They are kept as the last document described them, so that every verb of the facade can be imported
and refuses by itself: the package lists them as lacking in its own version, and the client raises
`NotAvailable` before it sends.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from copy import deepcopy

from generator.openapi.pointer import join, reference, resolve
from generator.openapi.walk import METHODS, Node, nodes

_BRACES = re.compile(r"\{[^{}]*\}")


def shape_of_path(path: str, owners: Sequence[str] = ()) -> str:
    """Return a path without the names of its parameters, and one path for all owners."""
    owner = next((owner for owner in owners if path.startswith(f"{owner}/")), None)
    below = path if owner is None else f"/{{owner}}{path.removeprefix(owner)}"
    return _BRACES.sub("{}", below)


def keep(
    document: Node,
    owners: Sequence[str],
    operations: Collection[tuple[str, str]],
    schemas: Collection[str],
) -> Node:
    """Return a document of these operations and types of another one, and of all that they refer
    to.

    Args:
        document: where they are taken from.
        owners: the paths of the owners that share one tree of operations.
        operations: method and shape of the path of each operation.
        schemas: the names of further types.

    """
    paths: dict[str, Node] = {}
    for path, item in document["paths"].items():
        shape = shape_of_path(path, owners)
        methods = [method for method in METHODS if method in item and (method, shape) in operations]
        if methods:
            shared = {key: value for key, value in item.items() if key not in METHODS}
            paths[path] = {**shared, **{method: item[method] for method in methods}}
    components: dict[str, Node] = {}
    left: list[tuple[str, ...]] = _referred(paths, named=True)
    left += [("schemas", name) for name in schemas]
    while left:
        group, name, *_ = left.pop()
        if name not in components.setdefault(group, {}):
            components[group][name] = part = resolve(document, join(("components", group, name)))
            left += _referred(part)
    top = {key: value for key, value in document.items() if key not in {"paths", "components"}}
    kept = {group: dict(sorted(held.items())) for group, held in sorted(components.items()) if held}
    return deepcopy({**top, "paths": paths, "components": kept})


def fill(document: Node, withdrawn: Node) -> None:
    """Add to a document what only the withdrawn part has."""
    for path, item in withdrawn["paths"].items():
        held = document["paths"].setdefault(path, {})
        for key, value in item.items():
            held.setdefault(key, deepcopy(value))
    for group, components in withdrawn["components"].items():
        held = document.setdefault("components", {}).setdefault(group, {})
        for name, component in components.items():
            held.setdefault(name, deepcopy(component))


def _referred(part: object, *, named: bool = False) -> list[tuple[str, ...]]:
    """Return group and name of each component that a part refers to.

    A discriminator's mapping is not a reference.
    """
    refs = [
        node["$ref"] for _, node in nodes(part, named=named) if isinstance(node.get("$ref"), str)
    ]
    return [reference(ref, ref) for ref in refs]
