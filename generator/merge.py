"""Put slices of one document together again."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from generator.errors import GeneratorError
from generator.openapi.pointer import join
from generator.openapi.walk import Node


def merge(slices: Mapping[str, Node]) -> Node:
    """Return one document with the paths and components of all slices; the keys name them in errors.

    Slices of one document share components, which must say the same in each. Of a discriminator every slice keeps only
    the types that it has, so mappings are joined.
    """
    names = iter(slices)
    first = next(names)
    merged = deepcopy(slices[first])
    for name in names:
        _add(merged["paths"], slices[name]["paths"], name, ("paths",))
        for group, components in slices[name].get("components", {}).items():
            held: Node = merged.setdefault("components", {}).setdefault(group, {})
            _add(held, components, name, ("components", group))
    return merged


def _add(held: Node, more: Node, name: str, place: tuple[str, ...]) -> None:
    for key, node in more.items():
        if key not in held:
            held[key] = node
            continue
        mine: Node = held[key]
        mappings = [_mapping(part) for part in (mine, node)]
        if _without_mapping(mine) != _without_mapping(node):
            raise GeneratorError(
                f"{name}#{join((*place, key))}",
                found="not what another slice says of it",
                expected="slices of the same document and projections (keep, drop) that agree; cut them together",
            )
        if any(mappings):
            held[key] = deepcopy(mine)
            joined = {**mappings[0], **mappings[1]}
            held[key].setdefault("discriminator", {})["mapping"] = dict(sorted(joined.items()))


def _mapping(node: Node) -> Node:
    mapping: Node = node.get("discriminator", {}).get("mapping", {})
    return mapping


def _without_mapping(node: Node) -> Node:
    told = {key: value for key, value in node.items() if key != "discriminator"}
    kept = {key: value for key, value in node.get("discriminator", {}).items() if key != "mapping"}
    return {**told, "discriminator": kept}
