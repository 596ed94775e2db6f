"""What an upload leaves: counts, and each record's outcome."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from attrs import frozen

from graphsync._core.domain.outcome import Outcome


@frozen
class RecordOutcome:
    """What became of one record."""

    external_id: str
    outcome: Outcome
    code: str
    """The service's code, such as `NotInScope`; empty where there is none."""
    reason: str
    """Why it failed, was left out, or is still pending."""
    moment: datetime | None
    """When the service worked on it; None where the log does not say."""
    log_id: str
    """The id of the record in the provisioning log; empty where there is none."""
    place: str
    """Where the record was read: its line in the file, or its number among the records."""


@frozen
class UploadProgress:
    """An upload after a request, or after a look at the log, as a progress callback gets it."""

    records: int
    sent: int
    counts: Mapping[Outcome, int]


@frozen
class UploadReport:
    """What an upload has reached when it ends; the outcome of each record is in the journal."""

    journal: Path
    run: int
    """The number of the run in the journal; one that goes on after a break keeps its number."""
    counts: Mapping[Outcome, int]
    """How many records have each outcome."""
    requests: int
    """The requests of this run that the service accepted."""
    not_sent: int
    """Records that `only_changed` left out, because they are as they were.

    They count as unchanged.
    """
    sent_again: tuple[str, ...]
    """The `externalId`s of requests whose end was not seen: they were sent again, so possibly
    twice.
    """
    waiting_for: str
    """Why records are pending; empty where none is."""

    @property
    def total(self) -> int:
        """The number of records."""
        return sum(self.counts.values())

    @property
    def is_complete(self) -> bool:
        """Whether no record is pending."""
        return not self.counts.get(Outcome.PENDING, 0)

    def outcomes(self, *wanted: Outcome) -> Iterator[RecordOutcome]:
        """Iterate over the records with these outcomes, or over all, in the order in which they
        were given.

        Reads the journal, a record at a time; the next run overwrites what it sends again.
        """
        chosen = [str(item) for item in wanted or tuple(Outcome)]
        marks = ",".join("?" * len(chosen))
        with closing(
            sqlite3.connect(f"{self.journal.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            rows = connection.execute(
                # marks are question marks
                "SELECT external_id, coalesce(outcome, 'pending') AS o, "  # noqa: S608
                "code, reason, moment, log_id, place FROM records "
                f"WHERE run = ? AND o IN ({marks}) ORDER BY position",
                (self.run, *chosen),
            )
            for external_id, outcome, code, reason, moment, log_id, place in rows:
                when = datetime.fromisoformat(moment) if moment else None
                yield RecordOutcome(
                    external_id, Outcome(outcome), code, reason, when, log_id, place
                )
