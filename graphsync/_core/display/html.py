"""Tables for notebooks: every text is escaped, and there is no script and no address in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from graphsync._core.display.text import text


def table(headings: Sequence[str], rows: Iterable[Sequence[object]], caption: str = "") -> str:
    """Return a table with a heading for each column."""
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(text(cell))}</td>' for cell in row)}</tr>" for row in rows
    )
    title = f"<caption>{escape(text(caption))}</caption>" if caption else ""
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def folded(summary: str, content: str) -> str:
    """Return HTML that shows one line until somebody opens it."""
    return f"<details><summary>{escape(text(summary))}</summary>{content}</details>"
