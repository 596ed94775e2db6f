"""Records from a CSV file: what encoding and separator it has, and which lines cannot be used."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from attrs import frozen

from graphsync._core.inbound.mapping import RowMapping, Source, nearest
from graphsync._core.inbound.records import PlacedRecord, Problems
from graphsync.errors import RecordsInvalid

if TYPE_CHECKING:
    from _csv import Reader

_SEPARATORS = (",", ";", "\t", "|")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WRITTEN = (
    "windows-125",
    "iso-8859-",
    "cp932",
    "shift_jis",
    "cp949",
    "euc",
    "gb",
    "big5",
    "koi8-r",
    "koi8-u",
    "mac",
)
_BLOCK = 1 << 16
# Lines that are not ASCII, by which an encoding is guessed.
_SAMPLE = 1 << 18


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
        self.encoding = encoding or _encoding(self.path)
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


def _encoding(path: Path) -> str:
    """Return the encoding of a file: its byte order mark, UTF-8 where all of it is, else what
    its letters are like.
    """
    with path.open("rb") as file:
        beginning = file.read(4)
        for mark, name in _MARKS:
            if beginning.startswith(mark):
                return name
        if beginning[1:2] == b"\0" or beginning[:1] == b"\0":
            return "utf-16-be" if beginning[:1] == b"\0" else "utf-16-le"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        sample = bytearray()
        is_utf8 = True
        while block := file.readline(_BLOCK):
            if is_utf8:
                try:
                    decoder.decode(block)
                except UnicodeDecodeError:
                    is_utf8 = False
            if len(sample) < _SAMPLE and not block.isascii():
                sample += block
            if not is_utf8 and len(sample) >= _SAMPLE:
                break
    return "utf-8" if is_utf8 else _guess(path, bytes(sample))


def _guess(path: Path, sample: bytes) -> str:
    try:
        from chardet import detect_all
    except ImportError:
        raise ValueError(
            f"{path.name} is not UTF-8; pass encoding=, such as cp1252, or install the extra"
            " graphsync-client[inbound], which detects it"
        ) from None
    # Likeliest first. Some have the letters of others by chance, and no spreadsheet writes them.
    candidates = [str(found["encoding"]) for found in detect_all(sample) if found["encoding"]]
    likely = [name for name in candidates if name.lower().startswith(_WRITTEN)]
    if not likely:
        raise ValueError(
            f"the encoding of {path.name} cannot be detected; pass encoding=, such as cp1252"
        )
    return likely[0]
