"""Records from a CSV file: what encoding and separator it has, and which lines cannot be used."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from attrs import frozen

from graphsync._core.inbound.encodings import encoding_of
from graphsync._core.inbound.mapping import RowMapping, Source, nearest
from graphsync._core.inbound.records import PlacedRecord, Problems
from graphsync.errors import RecordsInvalid

if TYPE_CHECKING:
    from _csv import Reader

_SEPARATORS = (",", ";", "\t", "|")


@frozen
class BadLine:
    """A line of a file that gives no record: its number, counted from 1, and what is wrong with
    it.
    """

    number: int
    problem: str


class CsvRecords:
    """The records of a CSV file, read anew and line by line at each iteration.

    `encoding` and `separator` say how it is read. `bad_lines` has those that the last iteration
    left out.
    """

    def __init__(
        self,
        path: str | Path,
        mapping: Mapping[str, Source],
        *,
        encoding: str | None = None,
        separator: str | None = None,
        on_bad_line: Literal["raise", "skip"] = "raise",
    ) -> None:
        """Look at the file; see `graphsync.inbound.read_csv`."""
        if on_bad_line not in {"raise", "skip"}:
            raise ValueError(f"on_bad_line is {on_bad_line!r}; choose 'raise' or 'skip'")
        if separator is not None and len(separator) != 1:
            raise ValueError(f"separator is {separator!r}; it is one character")
        self.path = Path(path)
        self._mapping = RowMapping(mapping)
        self.encoding = encoding or encoding_of(self.path)
        try:
            codecs.lookup(self.encoding)
        except LookupError:
            raise ValueError(
                f"there is no encoding {self.encoding!r}; utf-8 and cp1252 are common"
            ) from None
        self._skips = on_bad_line == "skip"
        self.bad_lines: list[BadLine] = []
        self.separator = separator or self._separator()

    def __iter__(self) -> Iterator[PlacedRecord]:
        """Read the file; raises `RecordsInvalid` naming bad lines, after all others were read."""
        self.bad_lines = []
        problems = Problems()
        with self.path.open(encoding=self.encoding, errors="surrogateescape", newline="") as file:
            skipped = _skip_hint(file)
            reader = csv.reader(file, delimiter=self.separator, strict=True)
            header = self._header(reader)
            while (found := self._next(reader, skipped)) is not None:
                number, cells = found
                if not any(cell.strip() for cell in cells):
                    continue
                record = self._record(header, number, cells)
                if isinstance(record, PlacedRecord):
                    yield record
                    continue
                self.bad_lines.append(record)
                if not self._skips:
                    problems.add(f"line {number}: {record.problem}")
        problems.check()

    def _next(self, reader: Reader, skipped: int) -> tuple[int, list[str]] | None:
        number = reader.line_num + skipped + 1
        try:
            return number, next(reader)
        except StopIteration:
            return None
        except csv.Error as error:
            # A quote that is never closed takes the lines behind it along: leaving out "the line"
            # would leave out the rest of the file.
            raise RecordsInvalid(
                f"{self.path.name}, line {number}: {error}; a double quote inside a quoted cell"
                " must be written twice",
                [f"line {number}: {error}"],
                1,
            ) from None

    def _record(self, header: list[str], number: int, cells: list[str]) -> PlacedRecord | BadLine:
        while len(cells) > len(header) and not cells[-1].strip():
            cells.pop()
        if len(cells) != len(header):
            return BadLine(number, f"it has {len(cells)} cells, the header has {len(header)}")
        if any("\udc80" <= sign <= "\udcff" for cell in cells for sign in cell):
            return BadLine(number, f"it has bytes that are not {self.encoding}")
        try:
            record = PlacedRecord(self._mapping.record(dict(zip(header, cells, strict=True))))
        except ValueError as error:
            return BadLine(number, str(error))
        if not record.get("externalId"):
            return BadLine(number, "its externalId is empty")
        record.place = f"line {number}"
        return record

    def _header(self, reader: Reader) -> list[str]:
        found = self._next(reader, 0)
        header = [name.strip() for name in found[1]] if found else []
        if not any(header):
            raise RecordsInvalid(
                f"{self.path.name} is empty; its first line names the columns", ["line 1: empty"], 1
            )
        for column in self._mapping.columns:
            if header.count(column) != 1:
                count = header.count(column)
                said = (
                    f"{count} columns are called {column!r}"
                    if count
                    else f"there is no column {column!r}"
                )
                hint = "" if count else nearest(column, header)
                said = f"{said}{hint}; the columns are {', '.join(header)}"
                raise RecordsInvalid(f"{self.path.name}: {said}", [said], 1)
        while header and not header[-1]:
            header.pop()
        return header

    def _separator(self) -> str:
        """Return the separator that makes most columns of the mapping out of the first line."""
        with self.path.open(encoding=self.encoding, errors="surrogateescape", newline="") as file:
            first = file.readline()
            if hint := _hint(first):
                return hint
        columns = set(self._mapping.columns)

        def rank(separator: str) -> tuple[int, int]:
            try:
                names = [name.strip() for name in next(csv.reader([first], delimiter=separator))]
            except (StopIteration, csv.Error):
                return 0, 0
            return len(columns.intersection(names)), len(names)

        return max(_SEPARATORS, key=rank)


def _hint(line: str) -> str | None:
    """Return the separator of `sep=;`, which spreadsheets write into a line of its own."""
    text = line.strip("\r\n")
    return text[4] if len(text) == 5 and text.startswith("sep=") else None


def _skip_hint(file: TextIO) -> int:
    """Skip the line `sep=;` where there is one; return how many lines were skipped."""
    if _hint(file.readline()):
        return 1
    file.seek(0)
    return 0
