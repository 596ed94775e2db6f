"""Jobs: their state in a few words, and a row for each in a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from graphsync._core.display.html import table
from graphsync._core.display.text import member, text

if TYPE_CHECKING:
    from graphsync._core.state.snapshot import Snapshot
    from graphsync_client.models import SynchronizationJob

_HEADINGS = ("Job", "Template", "State", "Last run", "Ended", "Next attempt")


def job_state(snapshot: Snapshot[SynchronizationJob] | None) -> str:
    """Return what is known of a job's state: its status code, and why it is in quarantine."""
    if snapshot is None:
        return "not loaded"
    code = text(member(snapshot.data, "status", "code"))
    reason = text(member(snapshot.data, "status", "quarantine", "reason"))
    return f"{code}: {reason}" if reason and reason != code else code


@runtime_checkable
class JobRow(Protocol):
    """A bound job, which knows its id and its data without a request."""

    def _job_row(self) -> tuple[str, Snapshot[SynchronizationJob] | None]: ...


def items_html(items: Sequence[object]) -> str | None:
    """Return a table where all items are jobs, else None: a notebook then shows the repr."""
    jobs = [item for item in items if isinstance(item, JobRow)]
    if not jobs or len(jobs) < len(items):
        return None
    # the protocol between the two
    return job_table(job._job_row() for job in jobs)  # pyright: ignore[reportPrivateUsage]


def job_table(jobs: Iterable[tuple[str, Snapshot[SynchronizationJob] | None]]) -> str:
    """Return an HTML table of jobs: their ids, and what is known of each."""
    return table(_HEADINGS, (_row(id, snapshot) for id, snapshot in jobs))


def _row(id: str, snapshot: Snapshot[SynchronizationJob] | None) -> tuple[object, ...]:
    data = None if snapshot is None else snapshot.data
    return (
        id,
        member(data, "template_id"),
        job_state(snapshot),
        member(data, "status", "last_execution", "state"),
        member(data, "status", "last_execution", "time_ended"),
        member(data, "status", "quarantine", "next_attempt"),
    )
