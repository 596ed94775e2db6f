"""Upload a payroll from a CSV file to an API-driven job, and print what became of each person that
needs a look.

Run it as `python -m examples.payroll hr.csv` with TENANT_ID, CLIENT_ID, CLIENT_SECRET,
SERVICE_PRINCIPAL_ID and JOB_ID in the environment. Started again after a break, it goes on where it
was.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from graphsync import GraphClient, SynchronizationJob
from graphsync.inbound import Outcome, UploadReport, read_csv

MAPPING = {
    "externalId": "Employee ID",
    "userName": "Mail",
    "displayName": "Name",
    "name.givenName": "First name",
    "name.familyName": "Last name",
    'emails[type eq "work"].value': "Mail",
    "department": "Department",
    "manager": "Manager ID",
    "active": "Employed",
}


def upload(job: SynchronizationJob, payroll: Path) -> UploadReport:
    """Upload what changed since the last time; the journal lies beside the file."""
    records = read_csv(payroll, MAPPING, on_bad_line="skip")
    report = job.upload(records, journal=payroll.with_suffix(".sqlite"), only_changed=True)
    for line in records.bad_lines:
        print(f"line {line.number} was left out: {line.problem}")
    for person in report.outcomes(Outcome.FAILED, Outcome.OUT_OF_SCOPE, Outcome.PENDING):
        print(
            f"{person.external_id} ({person.place}): {person.outcome},"
            f" {person.reason or report.waiting_for}"
        )
    print(", ".join(f"{count} {outcome}" for outcome, count in report.counts.items()))
    return report


if __name__ == "__main__":
    settings = os.environ
    with GraphClient.with_credentials(
        settings["TENANT_ID"], settings["CLIENT_ID"], settings["CLIENT_SECRET"]
    ) as graph:
        bound = graph.service_principals[settings["SERVICE_PRINCIPAL_ID"]].synchronization.jobs[
            settings["JOB_ID"]
        ]
        sys.exit(0 if upload(bound, Path(sys.argv[1])).is_complete else 1)
