"""An operation as one line of HTTP."""

from __future__ import annotations

from generator.surface.operations import OperationFacts


def request_line(facts: OperationFacts) -> str:
    """Return method and path, with `{owner}` and the ids in braces."""
    path = "".join(f"{{{text}}}" if is_id else text for text, is_id in facts.path)
    return f"{facts.method} {path}"
