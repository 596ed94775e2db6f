"""Pictures of mappings: a page that needs nothing else, and Markdown for a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

from graphsync._core.config.flows import Change, Flow, ObjectFlow, flows_of
from graphsync_client.types import Json

_MARKS: Final = {Change.SAME: "", Change.ADDED: "+", Change.REMOVED: "\u2212", Change.CHANGED: "~"}
_WORDS: Final = {Change.ADDED: "added", Change.REMOVED: "removed", Change.CHANGED: "changed"}
_ROW: Final = 34
_TOP: Final = 12
# Where the three columns begin and end, in units of the picture, which scales with the page.
_SOURCE: Final[tuple[int, int]] = (0, 250)
_MIDDLE: Final[tuple[int, int]] = (360, 690)
_TARGET: Final[tuple[int, int]] = (800, 1100)
_LETTER: Final = 8


def diagram(
    schema: Mapping[str, Json],
    before: Mapping[str, Json] | None = None,
    *,
    title: str = "Mappings",
    notes: str = "",
) -> str:
    """Return an HTML page with a picture of each object mapping; it loads nothing and runs no
    script.

    Args:
        schema: the JSON of the schema.
        before: an earlier schema; what was added, removed and changed since is marked.
        title: the heading of the page.
        notes: plain text to show above the pictures, such as a plan.

    """
    sections = "\n".join(map(_section, flows_of(schema, before)))
    if notes:
        sections = f"<pre>{escape(notes)}</pre>\n{sections}"
    return _PAGE.replace("{title}", escape(title)).replace("{sections}", sections)


def markdown(
    schema: Mapping[str, Json], before: Mapping[str, Json] | None = None, *, title: str = "Mappings"
) -> str:
    """Return Markdown with a table for each object mapping; with `before` only what changed."""
    parts = [f"## {inline(title)}"]
    shown = [
        one for one in flows_of(schema, before) if before is None or one.change is not Change.SAME
    ]
    if not shown:
        parts.append("Nothing changed.")
    for one in shown:
        parts.append(f"### {_mark(one.change)}{inline(one.source)} to {inline(one.target)}")
        parts += [f"- {inline(line)}" for line in (_facts(one) if before is None else one.notes)]
        flows = [flow for flow in one.flows if before is None or flow.change is not Change.SAME]
        if flows:
            parts.append("\n".join(_table(flows, is_difference=before is not None)))
    return "\n\n".join(parts) + "\n"


# ---- Markdown


def _table(flows: list[Flow], *, is_difference: bool) -> Iterator[str]:
    if is_difference:
        yield "| | target | source | before |"
        yield "|---|---|---|---|"
    else:
        yield "| match | target | source |"
        yield "|---|---|---|"
    for flow in flows:
        first = _MARKS[flow.change] if is_difference else str(flow.priority or "")
        cells = [first, _code(flow.target), _code(flow.line)]
        if is_difference:
            cells.append(_code(flow.before) if flow.before else "")
        yield f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    """Return text as code in a cell, where a bar would end it and a line break the row."""
    plain = " ".join(text.split()).replace("|", "\\|")
    ticks = "`" * (1 + max((len(run) for run in _runs(plain)), default=0))
    return f"{ticks} {plain} {ticks}" if "`" in plain else f"`{plain}`"


def _runs(text: str) -> list[str]:
    return re.findall("`+", text)


def inline(text: str) -> str:
    """Return text that Markdown shows as it is, mentions and markup included."""
    return re.sub(r"([\\`*_{}\[\]<>()#+!|@~-])", r"\\\1", " ".join(text.split()))


def _mark(change: Change) -> str:
    return f"{_WORDS[change].capitalize()}: " if change in _WORDS else ""


def _facts(one: ObjectFlow) -> list[str]:
    """Return what holds for the mapping as a whole; what changed is among its notes already."""
    facts = [f"flow: {', '.join(one.actions)}", *(f"scope: {line}" for line in one.scope)]
    if not one.enabled:
        facts.insert(0, "enabled: false")
    changed = {note.partition(":")[0] for note in one.notes}
    return [fact for fact in facts if fact.partition(":")[0] not in changed]


# ---- the page


def _section(one: ObjectFlow) -> str:
    word = f' <span class="mark">{_WORDS[one.change]}</span>' if one.change in _WORDS else ""
    facts = "".join(f"<li>{escape(line)}</li>" for line in (*_facts(one), *one.notes))
    rule = f"<p>{escape(one.rule)}</p>" if one.rule else ""
    return (
        f'<section class="{one.change}"><h2>{escape(one.source)} \u2192'
        f" {escape(one.target)}{word}</h2>"
        f"{rule}<ul>{facts}</ul>{_picture(one)}{_words(one)}</section>"
    )


def _picture(one: ObjectFlow) -> str:
    sources = [*dict.fromkeys(name for flow in one.flows for name in flow.sources)]
    height = 2 * _TOP + _ROW * max(len(sources), len(one.flows), 1)
    places = {name: _TOP + _ROW * at for at, name in enumerate(sources)}
    lines: list[str] = []
    boxes = [_box(_SOURCE, top, name, name, "source") for name, top in places.items()]
    for at, flow in enumerate(one.flows):
        top = _TOP + _ROW * at
        entry = _MIDDLE[0] if flow.expression else _TARGET[0]
        lines += [_line(_SOURCE[1], places[name], entry, top, flow.change) for name in flow.sources]
        if flow.expression:
            lines.append(_line(_MIDDLE[1], top, _TARGET[0], top, flow.change))
            boxes.append(
                _box(_MIDDLE, top, flow.expression, flow.expression, f"expression {flow.change}")
            )
        number = f"{flow.priority} " if flow.priority else ""
        mark = f"{_MARKS[flow.change]} " if _MARKS[flow.change] else ""
        kind = f"target {flow.change}{' match' if flow.priority else ''}"
        hint = f"{flow.target}: {flow.line}" + (f" (before: {flow.before})" if flow.before else "")
        boxes.append(_box(_TARGET, top, f"{mark}{number}{flow.target}", hint, kind))
    label = escape(
        f"{len(one.flows)} attribute mappings from {one.source} to {one.target}", quote=True
    )
    return (
        f'<svg viewBox="0 0 {_TARGET[1]} {height}" role="img" aria-label="{label}">'
        f"{''.join(lines)}{''.join(boxes)}</svg>"
    )


def _box(column: tuple[int, int], top: int, text: str, hint: str, kind: str) -> str:
    left, right = column
    most = (right - left) // _LETTER - 2
    # The end says more than the middle: names of extensions begin alike.
    shown = (
        text if len(text) <= most else f"{text[: most // 3]}\u2026{text[1 - most + most // 3 :]}"
    )
    return (
        f'<g class="{kind}"><title>{escape(hint)}</title>'
        f'<rect x="{left + 1}" y="{top}" width="{right - left - 2}" height="{_ROW - 8}" rx="4"/>'
        f'<text x="{left + 10}" y="{top + 18}">{escape(shown)}</text></g>'
    )


def _line(left: int, start: int, right: int, end: int, change: Change) -> str:
    bend = (right - left) // 2
    one, other = start + 13, end + 13
    return (
        f'<path class="{change}" d="M{left} {one}C{left + bend} {one} {right - bend} {other}'
        f' {right} {other}"/>'
    )


def _words(one: ObjectFlow) -> str:
    """Return the same as a table, for those who read with a screen reader, search or print."""
    rows = "".join(
        f'<tr class="{flow.change}"><td>{_WORDS.get(flow.change, "")}</td><td>{flow.priority or ""}</td>'
        f"<td>{escape(flow.target)}</td><td>{escape(flow.line)}</td><td>{escape(flow.before or '')}</td></tr>"
        for flow in one.flows
    )
    return (
        "<details><summary>As a table</summary><table><thead><tr><th>Change</th><th>Match</th>"
        f"<th>Target</th><th>Source</th><th>Before</th></tr></thead><tbody>{rows}</tbody></table></details>"
    )


_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
:root { color-scheme: light dark; --ink: #1b1f24; --page: #fff; --soft: #57606a; --edge: #8c959f; --box: #f3f5f7;
  --match: #ddebff; --added: #116329; --removed: #a40e26; --changed: #7a4b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --page: #0d1117; --soft: #9da7b3; --edge: #6e7781;
  --box: #1c2128; --match: #14315c; --added: #56d364; --removed: #ff8f88; --changed: #e3b341; } }
@media print { :root { --ink: #000; --page: #fff; --soft: #333; --box: #fff; --match: #fff; } section { break-inside: avoid; } }
body { margin: 1.5rem auto; max-width: 70rem; padding: 0 1rem; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, monospace; }
section p { margin: 0; color: var(--soft); } ul { margin: .4rem 0 .8rem; padding-left: 1.2rem; }
svg { width: 100%; height: auto; font: 13px ui-monospace, monospace; }
rect { fill: var(--box); stroke: var(--edge); } text { fill: var(--ink); }
path { fill: none; stroke: var(--edge); stroke-width: 1.5; }
.match rect { fill: var(--match); stroke-width: 2; } .expression rect { stroke-dasharray: 4 3; }
g.added rect, path.added { stroke: var(--added); stroke-width: 2.5; } g.added text { fill: var(--added); }
g.removed rect, path.removed { stroke: var(--removed); stroke-width: 2.5; stroke-dasharray: 2 3; }
g.removed text { fill: var(--removed); text-decoration: line-through; }
g.changed rect, path.changed { stroke: var(--changed); stroke-width: 2.5; } g.changed text { fill: var(--changed); }
.mark { font-size: .8rem; border: 1px solid; border-radius: 4px; padding: 0 .4em; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .2rem .6rem .2rem 0;
  border-bottom: 1px solid var(--edge); overflow-wrap: anywhere; vertical-align: top; }
summary { cursor: pointer; margin: .5rem 0; }
@media (max-width: 40rem) { svg { min-width: 44rem; } section { overflow-x: auto; } }
</style></head><body><h1>{title}</h1>
{sections}
</body></html>
"""
