"""Lay what the service does over what the metadata says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, cast

import yaml
from attrs import field, frozen

from generator.errors import GeneratorError
from generator.pointer import escape, resolve
from generator.walk import Node

_KEYS = {"name", "why", "see", "target", "needs", "update", "remove"}


@frozen
class Patch:
    """One observation about the service and the change that states it."""

    name: str
    why: str
    see: str
    target: str
    needs: str | None = None
    update: Node = field(factory=dict[str, Any])
    remove: Sequence[str] = ()


def load_overlay(path: Path) -> list[Patch]:
    """Read the patches of an overlay file; each needs a name, why, see and a target."""
    content: Any = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    patches: list[Patch] = []
    for at, entry in enumerate(content["patches"]):
        place = f"{path.name}#/patches/{at}"
        unknown = set(entry) - _KEYS
        missing = {"name", "why", "see", "target"} - set(entry)
        if unknown or missing or not (entry.get("update") or entry.get("remove")):
            raise GeneratorError(
                place=place,
                found=f"a patch with unknown {sorted(unknown)}, missing {sorted(missing)}",
                expected="name, why, see, target and update or remove",
            )
        patches.append(Patch(**entry))
    return patches


def apply_overlay(document: Node, patches: Sequence[Patch], owners: Sequence[str]) -> list[str]:
    """Apply the patches to `document` in place; return a line for each target that it lacks."""
    skipped: list[str] = []
    for patch in patches:
        for target in _targets(patch.target, owners):
            node = lookup(document, target)
            if node is None or (patch.needs is not None and lookup(document, patch.needs) is None):
                skipped.append(f"{patch.name}: the document has no {target if node is None else patch.needs}")
            elif not isinstance(node, dict):
                raise GeneratorError(place=target, found="no object", expected=f"an object to patch ({patch.name})")
            elif not _change(cast("Node", node), patch):
                raise GeneratorError(
                    place=target,
                    found=f"nothing to change for the patch {patch.name!r}",
                    expected="a patch that the document still needs; remove it from spec/overlay.yaml",
                )
    return skipped


def lookup(document: Node, pointer: str) -> object:
    """Return what a JSON pointer points to, or None where the document has nothing there."""
    try:
        return resolve(document, pointer)
    except GeneratorError:
        return None


def _targets(target: str, owners: Sequence[str]) -> Iterator[str]:
    if "<owner>" not in target:
        yield target
        return
    for owner in owners:
        yield target.replace("<owner>", escape(owner))


def _change(node: Node, patch: Patch) -> bool:
    before = deepcopy(node)
    for key in patch.remove:
        node.pop(key, None)
    _merge(node, deepcopy(patch.update))
    return node != before


def _merge(node: Node, update: Node) -> None:
    for key, value in update.items():
        present = node.get(key)
        if isinstance(present, dict) and isinstance(value, dict):
            _merge(cast("Node", present), cast("Node", value))
        else:
            node[key] = value
