"""A tenant on disk: one SQLite file that a killed process leaves whole."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphsync.emulator.document import Document, encode

Row = tuple[str, str, str, Document | None]

_FORMAT = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS document (
    kind TEXT NOT NULL, scope TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL, json BLOB NOT NULL,
    PRIMARY KEY (kind, scope, key)
)
"""
_PUT = """
INSERT INTO document (kind, scope, key, place, json)
VALUES (?, ?, ?, (SELECT coalesce(max(rowid), 0) + 1 FROM document), ?)
ON CONFLICT (kind, scope, key) DO UPDATE SET json = excluded.json
"""


class Store:
    """The file behind `--state`: every flush is one transaction, done before the answer goes out."""

    def __init__(self, path: Path) -> None:
        try:
            self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        except sqlite3.OperationalError as error:
            raise ValueError(f"{path}: {error}; name a file in a folder that is there and can be written") from error
        try:
            # WAL keeps a committed transaction through kill -9; only a power cut could lose the newest ones.
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            found = self._connection.execute("PRAGMA user_version").fetchone()[0]
            if found not in {0, _FORMAT}:
                raise ValueError(
                    f"{path} has state format {found}, this version writes {_FORMAT}: start with a new file"
                )
            self._connection.execute(_SCHEMA)
            self._connection.execute(f"PRAGMA user_version = {_FORMAT}")
        except (sqlite3.DatabaseError, ValueError) as error:
            self._connection.close()
            if isinstance(error, ValueError):
                raise
            raise ValueError(f"{path} is not a state file ({error}): name another file or remove it") from error

    def rows(self) -> Iterator[tuple[str, str, str, Document]]:
        """Yield everything stored, in the order in which it was first put in."""
        for kind, scope, key, text in self._connection.execute(
            "SELECT kind, scope, key, json FROM document ORDER BY place"
        ):
            yield kind, scope, key, json.loads(text)

    def write(self, rows: Iterable[Row]) -> None:
        """Store documents, and remove those that are None, all or nothing."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for kind, scope, key, document in rows:
                if document is None:
                    self._connection.execute(
                        "DELETE FROM document WHERE kind = ? AND scope = ? AND key = ?", (kind, scope, key)
                    )
                else:
                    self._connection.execute(_PUT, (kind, scope, key, encode(document)))
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
