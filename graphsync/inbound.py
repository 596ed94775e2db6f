"""Records of people for an API-driven job: read from a file, checked, uploaded, followed.

`read_csv` makes records of a file, and `SynchronizationJob.upload` takes those as it takes any SCIM
objects, models of `scim2_models`, or rows with a mapping. Its `UploadReport` says what became of
each. A name is imported when it is first used.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from graphsync._annotations import resolvable

if TYPE_CHECKING:
    from graphsync._core.domain.outcome import Outcome
    from graphsync._core.inbound.csv_file import BadLine, CsvRecords
    from graphsync._core.inbound.mapping import RowMapping, Source
    from graphsync._core.inbound.report import RecordOutcome, UploadProgress, UploadReport
    from graphsync.errors import JournalUnusable, RecordsInvalid

_HOMES = {
    "BadLine": "graphsync._core.inbound.csv_file",
    "CsvRecords": "graphsync._core.inbound.csv_file",
    "JournalUnusable": "graphsync.errors",
    "Outcome": "graphsync._core.domain.outcome",
    "RecordOutcome": "graphsync._core.inbound.report",
    "RecordsInvalid": "graphsync.errors",
    "RowMapping": "graphsync._core.inbound.mapping",
    "Source": "graphsync._core.inbound.mapping",
    "UploadProgress": "graphsync._core.inbound.report",
    "UploadReport": "graphsync._core.inbound.report",
}

__all__ = [
    "BadLine",
    "CsvRecords",
    "JournalUnusable",
    "Outcome",
    "RecordOutcome",
    "RecordsInvalid",
    "RowMapping",
    "Source",
    "UploadProgress",
    "UploadReport",
    "read_csv",
]


@resolvable
def read_csv(
    path: str | Path,
    mapping: Mapping[str, Source],
    *,
    encoding: str | None = None,
    separator: str | None = None,
    on_bad_line: Literal["raise", "skip"] = "raise",
) -> CsvRecords:
    """Return the SCIM records of a CSV file, which are read line by line whenever they are
    iterated.

    The first line names the columns. Cells are stripped, and an empty one leaves its attribute out.
    Of a file without a byte order mark that is not UTF-8, the encoding can only be guessed: look at
    `encoding` of the result, or pass it. Raises `RecordsInvalid` for a column that is missing.

    Args:
        path: The file.
        mapping: From SCIM attributes to columns or functions of the row; `RowMapping` has the form.
        encoding: As Python calls it; found out where it is not given, for which a file that is not
            UTF-8 or UTF-16 needs the extra `inbound`.
        separator: Between cells; found out by the columns of the mapping where it is not given.
        on_bad_line: `raise` names all bad lines in one `RecordsInvalid` at the end of the file, so
            that an upload sends nothing; `skip` leaves them out, and `bad_lines` lists them.

    """
    from graphsync._core.inbound.csv_file import CsvRecords

    return CsvRecords(
        path, mapping, encoding=encoding, separator=separator, on_bad_line=on_bad_line
    )


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _HOMES:
        from graphsync._deprecation import renamed

        return renamed(__name__, name)
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
