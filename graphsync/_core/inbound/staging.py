"""How a journal is made up, and how records come into it."""

from __future__ import annotations

import sqlite3

from graphsync._core.inbound.records import Prepared, Problems

# The states of a record.
WAITING, SENDING, ACCEPTED, DONE = range(4)
SCHEMA = """
CREATE TABLE job (id TEXT NOT NULL);
CREATE TABLE runs (id INTEGER PRIMARY KEY, pass INTEGER NOT NULL, since TEXT NOT NULL, is_done INTEGER NOT NULL);
CREATE TABLE requests (
  id INTEGER PRIMARY KEY, run INTEGER NOT NULL, tries INTEGER NOT NULL, is_accepted INTEGER NOT NULL, after TEXT);
CREATE TABLE records (
  external_id TEXT PRIMARY KEY, run INTEGER NOT NULL, pass INTEGER NOT NULL, position INTEGER NOT NULL,
  place TEXT NOT NULL, digest BLOB NOT NULL, body TEXT, state INTEGER NOT NULL, request INTEGER,
  is_again INTEGER NOT NULL DEFAULT 0, is_left_out INTEGER NOT NULL DEFAULT 0,
  outcome TEXT, code TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', moment TEXT,
  log_id TEXT NOT NULL DEFAULT '', delivered BLOB, floor TEXT NOT NULL);
CREATE INDEX by_state ON records (run, state, position);
CREATE INDEX by_request ON records (request);
"""


class Staging:
    """The records of a run while they are written down."""

    def __init__(
        self, file: sqlite3.Connection, run: int, number: int, floor: str, *, only_changed: bool
    ) -> None:
        self._file = file
        self._run = run
        self._pass = number
        # What the log says of this moment and earlier ones is about what was sent before.
        self._floor = floor
        self._only_changed = only_changed
        self._position = int(
            file.execute(
                "SELECT coalesce(max(position), 0) FROM records WHERE run = ?", (run,)
            ).fetchone()[0]
        )
        self.problems = Problems()

    def add(self, record: Prepared) -> None:
        """Write a record down, unless this run has it already as it is.

        Duplicates become problems.
        """
        row = self._file.execute(
            "SELECT run, pass, place, digest, state, delivered FROM records WHERE external_id = ?",
            (record.external_id,),
        ).fetchone()
        if row is not None and row[:2] == (self._run, self._pass):
            self.problems.add(
                f"externalId {record.external_id!r} is in {row[2]} and again in {record.place}"
            )
            return
        if row is not None and row[0] == self._run and row[3] == record.digest:
            self._file.execute(
                "UPDATE records SET pass = ?, place = ? WHERE external_id = ?",
                (self._pass, record.place, record.external_id),
            )
            return
        self._position += 1
        is_left_out = self._only_changed and row is not None and row[5] == record.digest
        # A request under way keeps its records: they go out again as they are now.
        stays = row is not None and row[0] == self._run and row[4] == SENDING
        state = DONE if is_left_out else SENDING if stays else WAITING
        self._file.execute(
            "INSERT INTO records (external_id, run, pass, position, place, digest, body, state,"
            " floor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (external_id) DO UPDATE SET run"
            " = excluded.run, pass = excluded.pass, position = excluded.position, place ="
            " excluded.place, digest = excluded.digest, body = excluded.body, request = CASE WHEN ?"
            " THEN request ELSE NULL END, is_again = 0, is_left_out = 0, outcome = NULL, code = '',"
            " reason = '', moment = NULL, log_id = '', state = excluded.state, floor ="
            " excluded.floor, "
            # Until this version has an outcome, nobody knows what the target has.
            "delivered = CASE WHEN ? THEN delivered ELSE NULL END",
            (
                record.external_id,
                self._run,
                self._pass,
                self._position,
                record.place,
                record.digest,
                None if is_left_out else record.body,
                state,
                self._floor,
                stays,
                is_left_out,
            ),
        )
        if is_left_out:
            self._file.execute(
                "UPDATE records SET is_left_out = 1, outcome = 'unchanged', reason = 'as it was"
                " delivered before' WHERE external_id = ?",
                (record.external_id,),
            )
