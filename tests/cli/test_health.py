"""`graphsync health` as a process: rows, order, exit codes."""

import csv
import io
import json
import re
from pathlib import Path

from graphsync.emulator import (
    MANY_PRINCIPAL_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    TROUBLED_JOB_ID,
    TROUBLED_PRINCIPAL_ID,
    Emulator,
)
from graphsync.emulator.protocol.fault import Fault
from graphsync.fleet.adapters import COLUMNS

from .conftest import Command


def test_the_worst_job_comes_first_and_decides_the_exit_code(graphsync: Command) -> None:
    ran = graphsync("health", SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID, "-o", "json")
    assert ran.returncode == 2, ran.stderr
    rows = json.loads(ran.stdout)
    assert rows[0]["jobId"] == TROUBLED_JOB_ID
    assert (rows[0]["severity"], rows[0]["state"]) == ("critical", "quarantine")
    ranks = ["critical", "unknown", "warning", "ok"]
    severities = [ranks.index(row["severity"]) for row in rows]
    assert severities == sorted(severities)
    assert len(rows[0]) == len(COLUMNS)
    assert ran.stderr.splitlines()[-1].startswith(f"{len(rows)} jobs: 1 critical, ")


def test_the_limit_chooses_what_counts_as_unhealthy(graphsync: Command) -> None:
    assert graphsync("health", TROUBLED_PRINCIPAL_ID, "--fail-on", "never").returncode == 0
    # The application has a job that runs and one that was never started, which is a warning.
    assert graphsync("health", SCIM_PRINCIPAL_ID).returncode == 0
    ran = graphsync("health", SCIM_PRINCIPAL_ID, "--fail-on", "warning")
    assert ran.returncode == 2
    assert "not started" in ran.stdout
    wrong = graphsync("health", "--fail-on", "bad")
    assert (wrong.returncode, wrong.stdout) == (3, "")
    assert "critical" in wrong.stderr


def test_the_table_is_short_and_csv_has_every_column(graphsync: Command) -> None:
    table = graphsync("health", SCIM_PRINCIPAL_ID)
    head = table.stdout.splitlines()[0].split()
    assert head == ["SEVERITY", "PRINCIPALNAME", "JOBID", "STATE", "RULE", "ADVICE"]
    text = graphsync("health", SCIM_PRINCIPAL_ID, "-o", "csv").stdout
    rows = {row["jobId"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows[SCIM_JOB_ID]["credentials"] == "saved"
    chosen = graphsync("health", SCIM_PRINCIPAL_ID, "--columns", "jobId,lastThrough")
    assert chosen.stdout.splitlines()[0].split() == ["JOBID", "LASTTHROUGH"]


def test_a_tenant_is_read_as_a_whole_and_an_unreadable_job_is_not_ok(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    graph_emulator.faults.add(
        Fault(kind="status", status=403, path=f"*/{MANY_PRINCIPAL_ID}/synchronization/jobs")
    )
    ran = graphsync("health", "-o", "jsonl", "--no-credentials", "--fail-on", "unknown")
    assert ran.returncode == 2, ran.stderr
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    unreadable = [row for row in rows if row["principalId"] == MANY_PRINCIPAL_ID]
    assert [(row["severity"], row["jobId"]) for row in unreadable] == [("unknown", None)]
    assert "403" in unreadable[0]["error"]
    assert {SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID} <= {row["principalId"] for row in rows}


def test_nothing_is_written(graphsync: Command) -> None:
    ran = graphsync("health", SCIM_PRINCIPAL_ID, "--verbose")
    requests = [line.split() for line in ran.stderr.splitlines() if line[:4] in {"GET ", "POST"}]
    assert requests
    assert all(method == "GET" or address.endswith("/$batch") for method, address in requests), (
        requests
    )


def test_an_application_that_is_unknown_is_named(graphsync: Command) -> None:
    ran = graphsync("health", "Nobody's application")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "Nobody's application" in ran.stderr


def test_a_page_is_written_with_charts_and_without_a_secret(
    graphsync: Command, tmp_path: Path
) -> None:
    words = ("health", SCIM_PRINCIPAL_ID, TROUBLED_PRINCIPAL_ID, "--html", "report.html")
    ran = graphsync(*words, "-o", "json", GRAPHSYNC_TOKEN="hush-hush")
    assert ran.returncode == 2, ran.stderr
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    attention, _, jobs = text.partition('<h2 id="jobs">')
    assert TROUBLED_JOB_ID in attention
    assert SCIM_JOB_ID in jobs
    assert re.search(r"21 days: [1-9]\d* objects done, \d+ failed, in [1-9]\d* cycles", jobs)
    assert "hush" not in text
    assert graphsync(*words, "--no-charts").returncode == 2
    assert "<svg" not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_logs_that_may_not_be_read_leave_out_the_charts(
    graphsync: Command, graph_emulator: Emulator, tmp_path: Path
) -> None:
    graph_emulator.faults.add(Fault(kind="status", status=403, path="*/auditLogs/provisioning"))
    ran = graphsync("health", SCIM_PRINCIPAL_ID, "--html", "report.html")
    assert ran.returncode == 0, ran.stderr
    assert "ProvisioningLog.Read.All" in ran.stderr
    assert "<svg" not in (tmp_path / "report.html").read_text(encoding="utf-8")
