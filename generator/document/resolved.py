"""What the passes named by rule, because two things of a document would have had one name."""

from __future__ import annotations

from generator.openapi.walk import Node, as_list

_KEY = "x-graphsync-resolved"


def resolve_by_rule(document: Node, line: str) -> None:
    """Note a name that a rule made; the report lists them."""
    document.setdefault(_KEY, []).append(line)


def resolved(document: Node) -> list[str]:
    """Return a line for each name that a rule made."""
    return [str(line) for line in as_list(document.get(_KEY))]
