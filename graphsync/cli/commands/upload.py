"""`graphsync upload`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphsync._core.inbound.checking import checker
from graphsync._core.inbound.records import Problems, prepare_record
from graphsync.cli.command import APPLICATIONS, LIST_JOBS, LOGS, LOOK_UP, command, single
from graphsync.cli.exits import ExitCode, UsageMistake
from graphsync.cli.finding import find_application, find_job
from graphsync.cli.mapping_file import read_mapping
from graphsync.cli.progress import Bar
from graphsync.cli.session import Run
from graphsync.inbound import Outcome, UploadProgress, UploadReport, read_csv

if TYPE_CHECKING:
    from graphsync.inbound import CsvRecords

app = single()
_COLUMNS = ("externalId", "outcome", "code", "reason", "time", "place")
_ATTENTION = (Outcome.FAILED, Outcome.OUT_OF_SCOPE, Outcome.PENDING)
_JOB = "/servicePrincipals/{id}/synchronization/jobs/{id}"


@command(
    app,
    "upload",
    sends=(
        LOOK_UP,
        LIST_JOBS,
        f"GET {_JOB}",
        f"POST {_JOB}/bulkUpload",
        "GET /auditLogs/provisioning",
    ),
    needs=(APPLICATIONS, "SynchronizationData-User.Upload", LOGS),
    writes=True,
)
def upload(
    run: Run,
    file: Annotated[Path, typer.Argument(help="CSV file; its first line names the columns.")],
    application: Annotated[
        str,
        typer.Option(
            "--app", envvar="GRAPHSYNC_APP", help="Application: name, id, or part of the name."
        ),
    ],
    mapping: Annotated[
        Path, typer.Option("--map", help="YAML or JSON file: SCIM attributes with their columns.")
    ],
    job: Annotated[str | None, typer.Option(help="Job; not needed where there is one.")] = None,
    journal: Annotated[
        Path | None,
        typer.Option(help="Journal of this job's uploads; beside the CSV file unless given."),
    ] = None,
    only_changed: Annotated[
        bool,
        typer.Option("--only-changed", help="Leave out people who were delivered as they are."),
    ] = False,
    skip_bad_lines: Annotated[
        bool, typer.Option("--skip-bad-lines", help="Leave out lines that cannot be read.")
    ] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Begin anew although an upload is not complete.")
    ] = False,
    check: Annotated[bool, typer.Option(help="Check values against SCIM's schemas.")] = True,
    encoding: Annotated[
        str | None, typer.Option(help="Encoding of the file; found out unless given.")
    ] = None,
    separator: Annotated[
        str | None, typer.Option(help="Between cells; found out unless given.")
    ] = None,
    timeout: Annotated[float, typer.Option(min=0, help="Seconds to send and to wait.")] = 14_400,
    log_delay: Annotated[
        float,
        typer.Option(min=0, help="Seconds after a cycle until the log is taken to be complete."),
    ] = 600,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show everybody, not only those who need a look.")
    ] = False,
) -> None:
    """Upload the people of a CSV file, and show who failed, is out of scope or has no outcome yet.

    An upload that was interrupted goes on with the same command, and sends nothing twice. Exit code
    2 where somebody failed, is out of scope or has no outcome yet, or a line was left out.
    """
    sources = read_mapping(mapping)
    if not file.exists():
        raise UsageMistake(f"there is no file {file}", "name the CSV file")
    records = read_csv(
        file,
        sources,
        encoding=encoding,
        separator=separator,
        on_bad_line="skip" if skip_bad_lines else "raise",
    )
    found = find_job(find_application(run.graph, application), job)
    if run.dry_run:
        _look(run, records, found.id, check=check)
        return
    report = _upload(
        run,
        lambda progress: found.upload(
            records,
            journal=journal or file.with_suffix(".sqlite"),
            only_changed=only_changed,
            resume=not anew,
            check=None if check else False,
            timeout=timeout,
            log_delay=log_delay,
            progress=progress,
        ),
    )
    _show(run, report, records, show_all=show_all)
    if records.bad_lines or any(report.counts.get(outcome) for outcome in _ATTENTION):
        raise typer.Exit(ExitCode.DIFFERENT)


def _upload(
    run: Run, send: Callable[[Callable[[UploadProgress], object]], UploadReport]
) -> UploadReport:
    with Bar("sending records", 1.0) as bar:

        def progress(seen: UploadProgress) -> None:
            run.done[:] = [
                f"send {seen.sent} of {seen.records} records; the same command goes on from there"
            ]
            pending = seen.counts.get(Outcome.PENDING, 0)
            known = seen.records - pending
            text = f"{seen.sent} of {seen.records} records sent, {known} have an outcome"
            # Sending is half of the way, being followed the other.
            share = (seen.sent + known) / (2 * seen.records) if seen.records else 1.0
            bar.update(text, share)

        return send(progress)


def _show(run: Run, report: UploadReport, records: CsvRecords, *, show_all: bool) -> None:
    wanted = () if show_all else _ATTENTION
    run.rows(
        [
            {
                "externalId": one.external_id,
                "outcome": str(one.outcome),
                "code": one.code or None,
                "reason": one.reason or report.waiting_for or None,
                "time": None if one.moment is None else one.moment.isoformat(),
                "place": one.place,
            }
            for one in report.outcomes(*wanted)
        ],
        *_COLUMNS,
    )
    for line in records.bad_lines:
        run.note(f"left out: line {line.number}: {line.problem}")
    counts = ", ".join(f"{count} {outcome}" for outcome, count in report.counts.items() if count)
    run.note(f"{report.total} records" + (f": {counts}" if counts else ""))
    if report.sent_again:
        run.note(f"sent again, possibly twice: {', '.join(report.sent_again)}")
    if not report.is_complete:
        run.note(f"waiting for {report.waiting_for}; the same command goes on from there")


def _look(run: Run, records: CsvRecords, job_id: str, *, check: bool) -> None:
    """Read and check all records and send none."""
    checked = checker(check=None if check else False)
    problems, first, count = Problems(), None, 0
    for count, given in enumerate(records, 1):
        try:
            record = prepare_record(given, count)
            checked(record)
        except ValueError as error:
            problems.add(str(error))
        else:
            first = first or record
    problems.check()
    for line in records.bad_lines:
        run.note(f"would leave out: line {line.number}: {line.problem}")
    run.note(f"would do: send {count} records to {job_id}; this is the first")
    run.object({} if first is None else json.loads(first.body))
