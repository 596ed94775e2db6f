"""The journal of an upload: a file that outlives the process, whatever ends it.

Records are written down before the first request, each request before it goes out, and its end
when the answer is there. What a killed process leaves is therefore known but for one thing: whether
the request that was under way reached the service. That one is sent again.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from attrs import frozen

from graphsync._core.domain.outcome import Outcome
from graphsync._core.inbound.outcomes import Logged
from graphsync._core.inbound.report import UploadProgress, UploadReport
from graphsync._core.inbound.staging import ACCEPTED, DONE, SCHEMA, SENDING, WAITING, Staging
from graphsync.errors import JournalUnusable

_FORMAT = 1
_APPLICATION: Final = 0x67737570  # marks the file as one of these

# A cycle takes everything that was accepted before it began.
_TAKEN = (
    "run = ? AND state = ? AND request IN (SELECT id FROM requests WHERE run = ? AND after < ?)"
)


@frozen
class Part:
    """The records of one request."""

    request: int
    external_ids: tuple[str, ...]
    bodies: tuple[str, ...]
    is_again: bool
    """Whether it went out before, and nothing is known of its end."""


class Journal:
    """A journal that this process alone has open; `close` it at the end."""

    def __init__(self, path: str | Path, job_id: str) -> None:
        """Open or make a journal.

        Raises `JournalUnusable` for another job's, and one that is in use.
        """
        self.path = Path(path)
        # Records of people: for nobody else's eyes.
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        self._file = sqlite3.connect(self.path, isolation_level=None, timeout=0)
        try:
            self._open(job_id)
        except sqlite3.DatabaseError as error:
            self.close()
            if "locked" in str(error):
                raise JournalUnusable(
                    f"another upload has the journal {self.path} open; wait until it ends"
                ) from None
            raise JournalUnusable(
                f"{self.path} is not a journal of an upload ({error}); name another file"
            ) from None
        except BaseException:
            self.close()
            raise
        self.run = 0
        self._counts: dict[Outcome, int] = {}

    def _open(self, job_id: str) -> None:
        self._file.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._file.execute("PRAGMA synchronous = FULL")
        self._file.execute("PRAGMA secure_delete = ON")
        self._file.execute("BEGIN EXCLUSIVE")
        try:
            marked = self._one("PRAGMA application_id"), self._one("PRAGMA user_version")
            if marked == (0, 0) and self._one("SELECT count(*) FROM sqlite_master") == 0:
                for statement in SCHEMA.split(";"):
                    self._file.execute(statement)
                self._file.execute(f"PRAGMA application_id = {_APPLICATION}")
                self._file.execute(f"PRAGMA user_version = {_FORMAT}")
                self._file.execute("INSERT INTO job VALUES (?)", (job_id,))
            elif marked != (_APPLICATION, _FORMAT):
                raise JournalUnusable(
                    f"{self.path} is not a journal of this version of graphsync; name another file"
                )
            known = str(self._one("SELECT id FROM job"))
            if known != job_id:
                raise JournalUnusable(
                    f"{self.path} is the journal of the job {known}, not of {job_id}; name a file"
                    " for each job"
                )
            self._file.execute("COMMIT")
        except BaseException:
            self._file.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _one(self, question: str, values: Iterable[str | int] = ()) -> object:
        row = self._file.execute(question, tuple(values)).fetchone()
        return None if row is None else row[0]

    def _count(self, question: str, *values: str | int) -> int:
        found = self._one(question, values)
        return found if isinstance(found, int) else 0

    @contextmanager
    def _change(self) -> Generator[None]:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")

    # Staging

    @property
    def has_unfinished_run(self) -> bool:
        """Whether the last run has records without an outcome."""
        return (
            self._count(
                "SELECT count(*) FROM runs WHERE is_done = 0 AND id = (SELECT max(id) FROM runs)"
            )
            > 0
        )

    @contextmanager
    def staging(self, since: datetime, *, resume: bool, only_changed: bool) -> Generator[Staging]:
        """Write records down, all or none; a run that was broken off goes on, unless `resume` is
        False.

        Args:
            since: What the log says of earlier moments is about earlier uploads.
            resume: Whether an unfinished run goes on.
            only_changed: Whether records are left out that were delivered as they are.

        """
        goes_on = resume and self.has_unfinished_run
        with self._change():
            if goes_on:
                self.run = self._count("SELECT max(id) FROM runs")
                self._file.execute("UPDATE runs SET pass = pass + 1 WHERE id = ?", (self.run,))
            else:
                self._file.execute("UPDATE runs SET is_done = 1")
                self._file.execute(
                    "INSERT INTO runs (pass, since, is_done) VALUES (1, ?, 0)", (_text(since),)
                )
                self.run = self._count("SELECT max(id) FROM runs")
            number = self._count("SELECT pass FROM runs WHERE id = ?", self.run)
            staging = Staging(self._file, self.run, number, _text(since), only_changed=only_changed)
            yield staging
            staging.problems.check()
        self._recount()

    def _recount(self) -> None:
        rows = self._file.execute(
            "SELECT coalesce(outcome, 'pending') AS o, count(*) FROM records WHERE run = ? GROUP"
            " BY o",
            (self.run,),
        )
        self._counts = {Outcome(outcome): count for outcome, count in rows}

    # Sending

    def next_part(self, most: int) -> Part | None:
        """Return what goes out next and note that it does; None where all was sent."""
        with self._change():
            request, is_again = self._open_request()
            if request is None:
                ids = self._file.execute(
                    "SELECT external_id FROM records WHERE run = ? AND state = ? ORDER BY position"
                    " LIMIT ?",
                    (self.run, WAITING, most),
                ).fetchall()
                if not ids:
                    return None
                request = self._new_request([row[0] for row in ids])
            self._file.execute("UPDATE requests SET tries = tries + 1 WHERE id = ?", (request,))
            rows = self._file.execute(
                "SELECT external_id, body FROM records WHERE request = ? AND state = ? ORDER BY"
                " position",
                (request, SENDING),
            ).fetchall()
            if is_again:
                self._file.execute("UPDATE records SET is_again = 1 WHERE request = ?", (request,))
        return Part(request, tuple(row[0] for row in rows), tuple(row[1] for row in rows), is_again)

    def _open_request(self) -> tuple[int | None, bool]:
        row = self._file.execute(
            "SELECT id, tries FROM requests WHERE run = ? AND is_accepted = 0 ORDER BY id LIMIT 1",
            (self.run,),
        ).fetchone()
        return (None, False) if row is None else (row[0], row[1] > 0)

    def _new_request(self, external_ids: Iterable[str]) -> int:
        made = self._file.execute(
            "INSERT INTO requests (run, tries, is_accepted) VALUES (?, 0, 0)", (self.run,)
        )
        self._file.executemany(
            "UPDATE records SET state = ?, request = ? WHERE external_id = ?",
            [(SENDING, made.lastrowid, external_id) for external_id in external_ids],
        )
        return made.lastrowid or 0

    def accepted(self, part: Part) -> None:
        """Note that the service has taken a request."""
        with self._change():
            self._file.execute("UPDATE requests SET is_accepted = 1 WHERE id = ?", (part.request,))
            self._file.execute(
                "UPDATE records SET state = ? WHERE request = ? AND state = ?",
                (ACCEPTED, part.request, SENDING),
            )

    def leave(self, part: Part) -> None:
        """Note that this try of a request did not reach the service; it is the next to go out."""
        self._file.execute("UPDATE requests SET tries = tries - 1 WHERE id = ?", (part.request,))

    def refused(self, part: Part, code: str, reason: str) -> None:
        """Note that the service refused a request: one record has failed, several are sent in
        halves.
        """
        ids = part.external_ids
        with self._change():
            self._file.execute("DELETE FROM requests WHERE id = ?", (part.request,))
            if len(ids) == 1:
                self._file.execute(
                    "UPDATE records SET state = ?, request = NULL, outcome = ?, code = ?, reason ="
                    " ?, body = NULL WHERE external_id = ?",
                    (DONE, str(Outcome.FAILED), code, reason, ids[0]),
                )
                self._move(Outcome.PENDING, Outcome.FAILED)
            else:
                middle = len(ids) // 2
                self._new_request(ids[:middle])
                self._new_request(ids[middle:])

    # Following

    @property
    def since(self) -> datetime:
        """What the log says of this moment and earlier ones is about earlier uploads."""
        return datetime.fromisoformat(
            str(self._one("SELECT since FROM runs WHERE id = ?", (self.run,)))
        )

    @property
    def following(self) -> int:
        """How many records were accepted and have no outcome."""
        return self._count(
            "SELECT count(*) FROM records WHERE run = ? AND state = ?", self.run, ACCEPTED
        )

    @property
    def unsent(self) -> int:
        """How many records have not been accepted."""
        return self._count(
            "SELECT count(*) FROM records WHERE run = ? AND state < ?", self.run, ACCEPTED
        )

    def mark_accepted_before(self, moment: datetime) -> None:
        """Note that all that is accepted was so before the first cycle that begins after a
        moment.
        """
        self._file.execute(
            "UPDATE requests SET after = ? WHERE run = ? AND is_accepted = 1 AND after IS NULL",
            (_text(moment), self.run),
        )

    def taken_by(self, began: datetime) -> int:
        """Return how many records without an outcome a cycle that began then must have taken."""
        question = f"SELECT count(*) FROM records WHERE {_TAKEN}"  # noqa: S608  # a constant
        return self._count(question, self.run, ACCEPTED, *self._before(began))

    def unchanged(self, began: datetime, reason: str) -> int:
        """Give those records the outcome `unchanged`; return how many there are."""
        with self._change():
            done = self._file.execute(
                # a constant
                f"UPDATE records SET state = {DONE}, outcome = 'unchanged', "  # noqa: S608
                f"reason = ?, body = NULL, delivered = digest WHERE {_TAKEN}",
                (reason, self.run, ACCEPTED, *self._before(began)),
            ).rowcount
            self._move(Outcome.PENDING, Outcome.UNCHANGED, done)
        return done

    def _before(self, began: datetime) -> tuple[int, str]:
        return self.run, _text(began)

    def enter(self, entries: Iterable[Logged]) -> int:
        """Note what the log says; return how many records got their outcome, or another one."""
        with self._change():
            return sum(self._enter(entry) for entry in entries)

    def _enter(self, entry: Logged) -> bool:
        moment = _text(entry.moment)
        row = self._file.execute(
            "SELECT coalesce(outcome, 'pending') FROM records WHERE external_id = ? AND run = ? "
            "AND state >= ? AND is_left_out = 0 AND max(floor, coalesce(moment, '')) < ?",
            (entry.external_id, self.run, ACCEPTED, moment),
        ).fetchone()
        if row is None:
            return False
        is_done = entry.outcome is not Outcome.PENDING
        self._file.execute(
            "UPDATE records SET state = ?, outcome = ?, code = ?, reason = ?, moment = ?, log_id ="
            " ?, body = CASE WHEN ? THEN NULL ELSE body END, delivered = CASE WHEN ? THEN digest"
            " ELSE delivered END WHERE external_id = ?",
            (
                DONE if is_done else ACCEPTED,
                str(entry.outcome),
                entry.code,
                entry.reason,
                moment,
                entry.log_id,
                is_done,
                entry.outcome.is_delivered,
                entry.external_id,
            ),
        )
        self._move(Outcome(row[0]), entry.outcome)
        return is_done

    def _move(self, before: Outcome, after: Outcome, count: int = 1) -> None:
        self._counts[before] = self._counts.get(before, 0) - count
        self._counts[after] = self._counts.get(after, 0) + count

    # Reporting

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many records have each outcome."""
        return {outcome: self._counts[outcome] for outcome in Outcome if self._counts.get(outcome)}

    def progress(self) -> UploadProgress:
        """Return how far the run is."""
        counts = self.counts
        total = sum(counts.values())
        return UploadProgress(total, total - self.unsent, counts)

    def report(self, waiting_for: str) -> UploadReport:
        """Return what the run has reached; it is finished where no record is pending."""
        self._recount()
        if not self.counts.get(Outcome.PENDING):
            self._file.execute("UPDATE runs SET is_done = 1 WHERE id = ?", (self.run,))
            waiting_for = ""
        again = self._file.execute(
            "SELECT external_id FROM records WHERE run = ? AND is_again = 1 ORDER BY position",
            (self.run,),
        )
        return UploadReport(
            journal=self.path,
            run=self.run,
            counts=self.counts,
            requests=self._count(
                "SELECT count(*) FROM requests WHERE run = ? AND is_accepted = 1", self.run
            ),
            not_sent=self._count(
                "SELECT count(*) FROM records WHERE run = ? AND is_left_out = 1", self.run
            ),
            sent_again=tuple(row[0] for row in again),
            waiting_for=waiting_for,
        )


def _text(moment: datetime) -> str:
    """Return a moment as a text that sorts as time goes."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
