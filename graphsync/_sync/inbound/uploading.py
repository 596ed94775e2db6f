# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/inbound/uploading.py
"""The whole way of an upload: write down, send, follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from graphsync._core.inbound.checking import checker
from graphsync._core.inbound.journal import Journal
from graphsync._core.inbound.mapping import RowMapping, Source
from graphsync._core.inbound.records import check_records, prepare_record
from graphsync._core.inbound.report import UploadProgress, UploadReport
from graphsync._core.inbound.staging import Staging
from graphsync._sync.inbound.following import Followed, Follower, last_began
from graphsync._sync.inbound.sending import Sender
from graphsync._sync.inbound.upload_time import UploadTime
from graphsync._sync.native import numbered
from graphsync.errors import RecordsInvalid, Refused

_TEMPLATES = ("API2AAD", "API2AD")


def upload(
    job: Followed,
    records: Iterable[Any],  # mappings, rows or models of scim2_models
    *,
    journal: str | Path,
    mapping: Mapping[str, Source] | None,
    only_changed: bool,
    resume: bool,
    check: bool | None,
    timeout: float | None,
    log_delay: float,
    progress: Callable[[UploadProgress], object] | None,
) -> UploadReport:
    """Upload records and return what became of them; `SynchronizationJob.upload` has the words."""
    check_records(records)
    if not log_delay >= 0:
        raise ValueError(f"log_delay is {log_delay!r}; it must be a number of seconds, 0 or more")
    time = UploadTime(job.session, timeout)
    rows = None if mapping is None else RowMapping(mapping)
    data = job.read()
    template = data.template_id or ""
    if template not in _TEMPLATES:
        raise Refused(
            f"the job {job.id} is made from the template {template!r}; only API-driven jobs "
            f"({' and '.join(_TEMPLATES)}) take uploads"
        )
    since = max(last_began(data), job.newest_entry())
    book = Journal(journal, job.id)
    try:
        with book.staging(since, resume=resume, only_changed=only_changed) as staging:
            _stage(records, rows, staging, check=check)
        sender = Sender(job.session, job.owner, job.id, book, time, progress)
        waits_for = "sending: the time was over" if not sender.send_all() else ""
        if book.following:
            book.mark_accepted_before(last_began(job.read()))
            follower = Follower(job, book, time, progress, log_delay=log_delay)
            waits_for = waits_for or follower.follow()
        return book.report(waits_for)
    finally:
        book.close()


def _stage(
    records: Iterable[Any],  # as above
    rows: RowMapping | None,
    staging: Staging,
    *,
    check: bool | None,
) -> None:
    """Write all records down.

    Raises `RecordsInvalid` naming those that cannot be sent, before any is.
    """
    checked = checker(check=check)
    for number, given in numbered(records):
        try:
            record = prepare_record(given if rows is None else _mapped(rows, given, number), number)
            checked(record)
        except ValueError as error:
            if isinstance(error, RecordsInvalid):
                raise
            staging.problems.add(str(error))
        else:
            staging.add(record)


def _mapped(rows: RowMapping, row: Any, number: int) -> Any:  # as above
    if not isinstance(row, Mapping):
        raise TypeError(
            f"row {number} is {type(row).__name__}; with a mapping, rows are mappings from column"
            " to value"
        )
    try:
        # columns are looked up by name
        return rows.record(row)  # pyright: ignore[reportUnknownArgumentType]
    except ValueError as error:
        raise ValueError(f"row {number}: {error}") from error
