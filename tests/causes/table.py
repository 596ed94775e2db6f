"""The table of situations and hints in the docs: `python -m tests.causes.table` writes it."""

from __future__ import annotations

from pathlib import Path

from .situations import SITUATIONS, Situation

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "causes.md"
_HEAD = """# Why a call was refused

`error.causes` names why Graph refused a call, most likely cause first, and `error.hint` says what to
do. The service often gives no reason, so the client decides by the answer, the permissions in the
token, and its own earlier calls. Made by `python -m tests.causes.table` from calls against the local
Graph: {right} of {count} situations have exactly one cause, and it is the true one.

| Situation | Answer | Cause | Named |
|---|---|---|---|
"""


def table() -> str:
    """Play all situations and return the page."""
    rows = [_row(situation) for situation in SITUATIONS]
    right = sum(named == cause for _, _, cause, named in rows)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return _HEAD.format(right=right, count=len(rows)) + "\n".join(lines) + "\n"


def _row(situation: Situation) -> tuple[str, str, str, str]:
    error = situation.error()
    named = ", or ".join(error.causes) or "none"
    return situation.name, f"{error.status} {error.code}", situation.cause, named


if __name__ == "__main__":
    PAGE.write_text(table(), "utf-8")
