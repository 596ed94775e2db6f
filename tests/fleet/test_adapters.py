"""Rows as dictionaries, CSV, JSON lines and OpenMetrics text."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta

from prometheus_client.openmetrics.parser import text_string_to_metric_families

from graphsync.fleet import (
    JobHealth,
    JobState,
    Severity,
    as_dict,
    openmetrics,
    write_csv,
    write_json_lines,
)

ROWS = [
    JobHealth(
        principal_id="p", principal_name='=1+"1"', job_id="j", state=JobState.RUNNING, severity=Severity.OK,
        interval=timedelta(minutes=40), last_success=datetime(2026, 1, 1, tzinfo=UTC), escrowed=3, intervals_behind=1.5,
    ),
    JobHealth(principal_id="q", state=JobState.UNREADABLE, error="Forbidden:\nno", severity=Severity.UNKNOWN),
]  # fmt: skip


def test_dictionaries_have_json_values():
    row = as_dict(ROWS[0])
    assert json.loads(json.dumps(row)) == row
    assert (row["interval"], row["last_success"], row["severity"]) == (
        2400.0,
        "2026-01-01T00:00:00+00:00",
        "ok",
    )


def test_csv_reads_back_and_runs_no_formula():
    file = io.StringIO(newline="")
    assert write_csv(iter(ROWS), file) == 2
    first, second = csv.DictReader(io.StringIO(file.getvalue(), newline=""))
    assert first["principal_name"] == '\'=1+"1"'
    assert (first["escrowed"], second["job_id"], second["error"]) == ("3", "", "Forbidden:\nno")


def test_json_lines_are_one_a_row():
    file = io.StringIO()
    assert write_json_lines(iter(ROWS), file) == 2
    assert [json.loads(line)["principal_id"] for line in file.getvalue().splitlines()] == ["p", "q"]


def test_openmetrics_is_read_by_its_own_parser():
    text = openmetrics(iter(ROWS))
    assert text.endswith("# EOF\n")
    samples = {
        (
            sample.name,
            sample.labels.get("principal_id") or sample.labels.get("severity"),
        ): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    assert samples["graphsync_job_severity", "p"] == 0
    assert samples["graphsync_job_severity", "q"] == 2
    assert samples["graphsync_job_escrowed_objects", "p"] == 3
    assert ("graphsync_job_escrowed_objects", "q") not in samples
    assert samples["graphsync_job_last_success_timestamp_seconds", "p"] == 1767225600
    assert (samples["graphsync_jobs", "ok"], samples["graphsync_jobs", "critical"]) == (1, 0)
