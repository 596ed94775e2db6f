"""The verdict of the fleet on each incident of the local Graph: `python -m tests.fleet.verdicts` writes
`docs/reference/verdicts.md`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
from attrs import frozen

from graphsync import GraphClient
from graphsync.emulator.scenarios import SCENARIOS
from graphsync.fleet import JobHealth
from tests.facade.local import Local

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "verdicts.md"
_HEAD = """# What the fleet says of ten incidents

`python -m tests.fleet.verdicts` writes this page: it lets each [incident of the local Graph](../emulator.md#incidents-by-name) happen
and asks `graph.fleet()`, at once and again a day later. A test compares the page with what it would write.

"""
_COLUMNS = (
    "Incident",
    "A script that reads only `status.code` says",
    "The fleet says",
    "Reason",
    "Days left",
    "Advice",
    "A day later",
)


@frozen
class Verdict:
    """What the fleet says of a job after an incident, and a day later."""

    incident: str
    at_once: JobHealth
    later: JobHealth

    @property
    def script(self) -> str:
        """The word of a script that reads only the status code."""
        word = "healthy" if self.at_once.status_code == "Active" else "unhealthy"
        return f"{word} (`{self.at_once.status_code}`)"

    @property
    def reason(self) -> str:
        """Why the job is in quarantine, and what failed."""
        row = self.at_once
        known = (row.quarantine_reason, row.error_code, row.failure_code)
        return ", ".join(dict.fromkeys(f"`{one}`" for one in known if one is not None))


def verdict(incident: str) -> Verdict:
    """Let an incident happen in a tenant of its own, and ask the fleet."""
    local = Local()
    job = local.emulator.scenario(incident)
    with GraphClient("t", endpoint=local.root, transport=httpx.MockTransport(local)) as graph:

        def row() -> JobHealth:
            fleet = graph.fleet(now=lambda: datetime.fromtimestamp(local.monotonic(), UTC))
            return next(one for one in fleet if one.job_id == job)

        at_once = row()
        local.emulator.advance(days=1)
        return Verdict(incident, at_once, row())


def page(verdicts: Iterable[Verdict]) -> str:
    """Return the page."""
    found = [*verdicts]
    return _HEAD + "\n".join([*_table(found), "", *_summary(found)]) + "\n"


def _table(verdicts: Iterable[Verdict]) -> Iterator[str]:
    yield f"| {' | '.join(_COLUMNS)} |"
    yield "|---" * len(_COLUMNS) + "|"
    for one in verdicts:
        row = one.at_once
        days = "" if row.days_left is None else f"{row.days_left:g}"
        cells = (
            one.incident,
            one.script,
            _said(row),
            one.reason,
            days,
            row.advice,
            _said(one.later),
        )
        yield f"| {' | '.join(cells)} |".replace("  ", " ")


def _said(row: JobHealth) -> str:
    return f"`{row.severity}`" + (f", {row.rule}" if row.rule else "")


def _summary(verdicts: list[Verdict]) -> Iterator[str]:
    missed = [one for one in verdicts if one.script.startswith("healthy") and one.at_once.rule]
    counts = Counter(one.at_once.severity.value for one in verdicts)
    yield (
        f"A script that reads only the status code calls {len(missed)} of these {len(verdicts)} healthy although"
        " something is wrong; of a quarantine it shows neither the"
    )
    yield (
        "reason nor the days left, nor that a job is disabled. A script that compares the code with `Steady`, which the"
        " service does not have, calls every"
    )
    yield (
        f"job unhealthy. The fleet says `critical` {counts['critical']} times, `warning` {counts['warning']} times and"
        f" `ok` {counts['ok']} time: after a change of the schema a job reads"
    )
    yield (
        "everything again, as it should. The number of accounts removed is computed from the counts of the cycle, and"
        " is a lower bound."
    )


if __name__ == "__main__":
    PAGE.write_text(page(verdict(name) for name in SCENARIOS), encoding="utf-8")
