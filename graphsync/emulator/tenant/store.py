"""A tenant on disk: one SQLite file that a killed process leaves whole."""

import ctypes
import json
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphsync.emulator.document import Document, encode
from graphsync.emulator.tenant.shapes import checked

Row = tuple[str, str, str, Document | None]

_FORMAT = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS document (
    kind TEXT NOT NULL, scope TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL,
    json BLOB NOT NULL,
    PRIMARY KEY (kind, scope, key)
)
"""
_PUT = """
INSERT INTO document (kind, scope, key, place, json)
VALUES (?, ?, ?, (SELECT coalesce(max(rowid), 0) + 1 FROM document), ?)
ON CONFLICT (kind, scope, key) DO UPDATE SET json = excluded.json
"""


class Store:
    """The file behind `--state`: every flush is one transaction, done before the answer goes out.

    One process at a time: the file stays locked until `close`. Only its owner can read it, since
    it holds secrets in clear.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            # SQLite would make a file that every user of the machine can read.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            if os.name == "posix":
                path.chmod(0o600)
            self._connection = sqlite3.connect(
                path, check_same_thread=False, isolation_level=None, timeout=0
            )
        except (OSError, sqlite3.OperationalError) as error:
            raise ValueError(
                f"{path}: {error}; name a file in a folder that exists and can be written to"
            ) from error
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise self._explained(error) from error
        except ValueError:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        # Without this a second process would write between our transactions, and each would later
        # overwrite what the other had acknowledged.
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        # WAL keeps a committed transaction through kill -9; only a power cut could lose the newest.
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        found = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if found not in {0, _FORMAT}:
            raise ValueError(
                f"{self._path} has state format {found}, this version writes {_FORMAT}: start with"
                " a new file"
            )
        self._connection.execute("BEGIN EXCLUSIVE")
        self._connection.execute(_SCHEMA)
        self._connection.execute(f"PRAGMA user_version = {_FORMAT}")
        self._connection.execute("COMMIT")

    def _explained(self, error: sqlite3.DatabaseError) -> ValueError:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_LOCKED,
        }:
            return ValueError(
                f"{self._path} is in use by another emulator: stop that one, or name another file"
            )
        return ValueError(
            f"{self._path} is not a state file, or it is damaged ({error}): name another file or"
            " remove it"
        )

    def rows(self) -> Iterator[tuple[str, str, str, Document]]:
        """Yield everything stored, in the order in which it was first put in.

        Raise ValueError when the file, or one of its documents, is damaged.
        """
        query = "SELECT kind, scope, key, json FROM document ORDER BY place"
        try:
            for kind, scope, key, text in self._connection.execute(query):
                try:
                    document = checked(kind, json.loads(text))
                except (ValueError, TypeError) as error:
                    raise ValueError(
                        f"{self._path} is damaged: {kind} {key!r}: {error}; name another file or"
                        " remove it"
                    ) from None
                yield kind, scope, key, document
        except sqlite3.DatabaseError as error:
            raise self._explained(error) from error

    def write(self, rows: Iterable[Row]) -> None:
        """Store documents, and remove those that are None, all or nothing."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for kind, scope, key, document in rows:
                if document is None:
                    self._connection.execute(
                        "DELETE FROM document WHERE kind = ? AND scope = ? AND key = ?",
                        (kind, scope, key),
                    )
                else:
                    self._connection.execute(_PUT, (kind, scope, key, encode(document)))
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file and unlock it."""
        self._connection.close()

    def abandon(self) -> None:
        """Leave the file alone from now on, in a forked child: it belongs to the parent.

        Not even closing is safe there. SQLite would take the child for the last user of the file,
        and would write back and delete a log that the parent still writes to.
        """
        if sys.implementation.name == "cpython":
            # One reference that is never given back keeps the connection from being closed.
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._connection))
        self._connection = sqlite3.connect(":memory:")
