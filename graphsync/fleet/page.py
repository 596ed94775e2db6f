"""The health of jobs as one page that needs nothing else: no server, no network, no library."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from html import escape
from importlib.resources import files

from graphsync.fleet.activity import Activity
from graphsync.fleet.health import JobHealth
from graphsync.fleet.severity import Severity

_WORDS = {
    Severity.CRITICAL: "Critical",
    Severity.UNKNOWN: "Unknown",
    Severity.WARNING: "Warning",
    Severity.OK: "OK",
}
_DAYS = 21
_HEAD = ("Severity", "Application", "Job", "State", "Last cycle that went through", "Last weeks")
_WITH_TENANT = (_HEAD[0], "Tenant", *_HEAD[1:])
_BAR = 8
_HEIGHT = 32


def to_html(
    rows: Iterable[JobHealth],
    activity: Mapping[str, Activity] | None = None,
    *,
    title: str = "Health of provisioning",
    now: datetime | None = None,
) -> str:
    """Return a page: what needs attention first, then all jobs, to sort and to filter.

    Every text is escaped, and the page may load nothing and run no script but its own. It holds
    names of applications and messages of the service, and no value of a secret.

    Args:
        rows: The jobs, as `graph.fleet()` yields them.
        activity: What `activity_of` counted, for the charts; without it there are none.
        title: The heading.
        now: When the rows were read; this machine's clock unless given.

    """
    found = sorted(rows, key=lambda row: (-row.severity.rank, row.principal_name or ""))
    at = now or datetime.now(UTC)
    script, style = _asset("page.js"), _asset("page.css")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{escape(title)}</h1>
<p>{_summary(found)} Read on {at.astimezone(UTC):%d %B %Y, %H:%M} UTC.</p>
</header>
<main>
<section aria-labelledby="attention">
<h2 id="attention">Needs attention</h2>
{_attention(found)}
</section>
<section aria-labelledby="jobs">
<h2 id="jobs">All jobs</h2>
{_table(found, activity, at)}
</section>
</main>
<script>{script}</script>
</body>
</html>
"""


def _asset(name: str) -> str:
    return files(__package__ or "graphsync.fleet").joinpath(name).read_text(encoding="utf-8")


def _summary(rows: list[JobHealth]) -> str:
    counts = Counter(row.severity for row in rows)
    parts = [f"{counts[one]} {word.lower()}" for one, word in _WORDS.items() if counts[one]]
    return f"{len(rows)} jobs{': ' if parts else ''}{', '.join(parts)}."


def _badge(severity: Severity) -> str:
    return f'<span class="badge {severity.value}">{_WORDS[severity]}</span>'


def _attention(rows: list[JobHealth]) -> str:
    cards = [_card(row) for row in rows if not row.is_ok]
    return "\n".join(cards) if cards else "<p>Nothing does: every job is OK.</p>"


def _card(row: JobHealth) -> str:
    facts: list[tuple[str, object]] = [
        ("Job", row.job_id),
        ("Tenant", row.tenant),
        ("State", row.state.value),
        ("Quarantine", row.quarantine_reason),
        ("Days left until it is disabled", _number(row.days_left)),
        ("Deletions held back", row.deletions_staged),
        ("Objects that fail", row.escrowed or None),
        ("Why, mostly", row.failure_code),
        ("Accounts disabled or deleted", row.removed or None),
        ("Error", row.error_code),
        ("Message", row.error_message or row.error),
    ]
    listed = "".join(
        f"<div><dt>{name}</dt><dd>{escape(str(value))}</dd></div>"
        for name, value in facts
        if value is not None
    )
    return (
        f'<article class="card {row.severity.value}">'
        f"<h3>{_badge(row.severity)} {escape(_name(row))}</h3>"
        f"<p>{escape(row.advice or row.rule)}</p><dl>{listed}</dl></article>"
    )


def _table(rows: list[JobHealth], activity: Mapping[str, Activity] | None, at: datetime) -> str:
    several = any(row.tenant is not None for row in rows)
    names = _WITH_TENANT if several else _HEAD
    head = "".join(
        f'<th scope="col"><button type="button" data-column="{index}">{text}</button></th>'
        if index < len(names) - 1
        else f'<th scope="col">{text}</th>'
        for index, text in enumerate(names)
    )
    choices = "".join(
        f'<option value="{one.value}">{word}</option>' for one, word in _WORDS.items()
    )
    body = "\n".join(_row(row, activity, at, several=several) for row in rows)
    return f"""<form id="filter" role="search" hidden>
<label>Text <input id="text" type="search" autocomplete="off"></label>
<label>Severity <select id="severity"><option value="">all</option>{choices}</select></label>
<output id="shown" aria-live="polite"></output>
</form>
<div class="scroll" role="region" aria-label="Table of all jobs" tabindex="0">
<table>
<thead><tr>{head}</tr></thead>
<tbody>
{body}
</tbody>
</table>
</div>"""


def _row(
    row: JobHealth, activity: Mapping[str, Activity] | None, at: datetime, *, several: bool
) -> str:
    through = row.last_through
    chart = ""
    if activity is not None and row.job_id is not None:
        chart = _chart(activity.get(row.job_id) or Activity(), at)
    cells = (
        (str(-row.severity.rank), _badge(row.severity)),
        *([(row.tenant or "", escape(row.tenant or ""))] if several else []),
        (_name(row), escape(_name(row))),
        (row.job_id or "", escape(row.job_id or "")),
        (row.state.value, escape(row.state.value)),
        (
            through.isoformat() if through else "",
            f"{through:%Y-%m-%d %H:%M} UTC" if through else "never",
        ),
        ("", chart),
    )
    written = "".join(f'<td data-key="{escape(key)}">{shown}</td>' for key, shown in cells)
    return f'<tr data-severity="{row.severity.value}">{written}</tr>'


def _chart(activity: Activity, at: datetime) -> str:
    days = activity.last(_DAYS, at)
    most = max((day.done + day.failed for _, day in days), default=0) or 1
    done = sum(day.done for _, day in days)
    failed = sum(day.failed for _, day in days)
    cycles = len({one for _, day in days for one in day.cycles})
    words = f"{_DAYS} days: {done} objects done, {failed} failed, in {cycles} cycles"
    bars: list[str] = []
    for index, (_, day) in enumerate(days):
        upper = _tall(day.failed, most)
        lower = _tall(day.done, most)
        x = index * _BAR
        bars.append(_bar("done", x, _HEIGHT - lower, lower))
        bars.append(_bar("failed", x, _HEIGHT - lower - upper, upper))
    width = _DAYS * _BAR
    return (
        f'<svg role="img" aria-label="{words}" viewBox="0 0 {width} {_HEIGHT}" width="{width}"'
        f' height="{_HEIGHT}">{"".join(bars)}</svg><span class="figures">{done} / {failed}</span>'
    )


def _tall(count: int, most: int) -> float:
    # What happened at all can be seen.
    return max(2.0, round(count / most * (_HEIGHT - 4), 1)) if count else 0.0


def _bar(kind: str, x: int, y: float, height: float) -> str:
    if not height:
        return ""
    return f'<rect class="{kind}" x="{x}" y="{y:g}" width="{_BAR - 2}" height="{height:g}"/>'


def _name(row: JobHealth) -> str:
    return row.principal_name or row.principal_id or row.tenant or "unknown"


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:g}"
