"""Find a place that a document spells in another way than we do."""

from __future__ import annotations

from typing import cast

from generator.openapi.pointer import join, split
from generator.openapi.walk import Node

_NAMESPACE = "/microsoft.graph."


def as_spelled(document: Node, pointer: str) -> str:
    """Return the pointer as the document spells it.

    Where it has no such member, it may have one that differs in case only, or in the namespace before an action:
    beta says `jobs/{id}/microsoft.graph.pause`. Where it has none of those, or several, the pointer stays as it is.
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
    alike = [token] if token in members else [key for key in members if _plain(key) == _plain(token)]
    return (alike[0], *_spelled(members[alike[0]], rest)) if len(alike) == 1 else tokens


def _plain(name: str) -> str:
    return name.replace(_NAMESPACE, "/").casefold()
