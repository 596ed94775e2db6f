"""Lay what the service does over what the metadata says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, cast

from attrs import field, frozen

from generator.errors import GeneratorError
from generator.openapi.pointer import escape, join, resolve, split
from generator.openapi.walk import Node
from generator.yaml.entry import Entry

_REQUIRED = ("name", "why", "see", "target")
_NAMESPACE = "/microsoft.graph."
_KEYS = (*_REQUIRED, "needs", "update", "remove")


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
    root = Entry.read(path).members(known=("patches",), required=("patches",))
    return [_patch(entry) for entry in root["patches"].items()]


def _patch(entry: Entry) -> Patch:
    parts = entry.members(known=_KEYS, required=_REQUIRED)
    texts = {key: part.text() for key, part in parts.items() if key not in {"update", "remove"}}
    for key in {"target", "needs"} & texts.keys():
        if not texts[key].startswith("/"):
            raise parts[key].wrong("a JSON pointer, /…")
    update = (
        {key: part.value for key, part in parts["update"].members().items()}
        if "update" in parts
        else {}
    )
    remove = [part.text() for part in parts["remove"].items()] if "remove" in parts else []
    if not update and not remove:
        raise entry.wrong("something to update or remove")
    return Patch(**texts, update=update, remove=remove)


def apply_overlay(document: Node, patches: Sequence[Patch], owners: Sequence[str]) -> list[str]:
    """Apply the patches to `document` in place; return a line for each target that it lacks."""
    skipped: list[str] = []
    for patch in patches:
        for named, needed in _targets(patch, owners):
            target, needs = as_spelled(document, named), as_spelled(document, needed)
            node = lookup(document, target)
            if node is None or lookup(document, needs) is None:
                skipped.append(
                    f"{patch.name}: the document has no {target if node is None else needs}"
                )
            elif not isinstance(node, dict):
                raise GeneratorError(
                    place=target, found="no object", expected=f"an object to patch ({patch.name})"
                )
            elif not _change(cast("Node", node), patch):
                raise GeneratorError(
                    place=target,
                    found=f"nothing to change for the patch {patch.name!r}",
                    expected=(
                        "a patch that the document still needs; remove it from spec/overlay.yaml"
                    ),
                )
    return skipped


def lookup(document: Node, pointer: str) -> object:
    """Return what a JSON pointer points to, or None where the document has nothing there."""
    try:
        return resolve(document, pointer)
    except GeneratorError:
        return None


def _targets(patch: Patch, owners: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield where to patch and what must be there for it, for each owner where the patch speaks
    of owners.
    """
    target, needs = patch.target, patch.needs or patch.target
    if "<owner>" not in target:
        yield target, needs
        return
    for owner in owners:
        yield target.replace("<owner>", escape(owner)), needs.replace("<owner>", escape(owner))


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


def as_spelled(document: Node, pointer: str) -> str:
    """Return the pointer as the document spells it.

    Where it has no such member, it may have one that differs in case only, or in the namespace
    before an action: beta says `jobs/{id}/microsoft.graph.pause`. Where it has none of those, or
    several, the pointer stays as it is.
    """
    return join(_spelled(document, split(pointer)))


def _spelled(here: object, tokens: tuple[str, ...]) -> tuple[str, ...]:
    if not tokens:
        return ()
    token, rest = tokens[0], tokens[1:]
    if isinstance(here, list):
        items = {str(at): item for at, item in enumerate(cast("list[object]", here))}
        return (token, *(_spelled(items[token], rest) if token in items else rest))
    members = cast("Node", here) if isinstance(here, dict) else {}
    alike = (
        [token] if token in members else [key for key in members if _plain(key) == _plain(token)]
    )
    return (alike[0], *_spelled(members[alike[0]], rest)) if len(alike) == 1 else tokens


def _plain(name: str) -> str:
    return name.replace(_NAMESPACE, "/").casefold()
