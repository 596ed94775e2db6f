"""Upload people from a CSV file to an API-driven job, with attributes of your own.

Run it as `python -m examples.ports.csv_to_scim PRINCIPAL JOB send hr.csv mapping.json`. The mapping
goes from SCIM attributes to columns. `... declare mapping.json` adds attributes of an extension
that the job's schema does not have, and `... history` counts what the last cycles did.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from graphsync import GraphClient, SynchronizationJob, auth
from graphsync.inbound import Outcome, read_csv
from graphsync.models import AttributeDefinition, AttributeType

NEED_A_LOOK = (Outcome.FAILED, Outcome.OUT_OF_SCOPE, Outcome.PENDING)


def send(job: SynchronizationJob, people: str, mapping: str) -> bool:
    """Upload what changed since the last time; the journal lies beside the file."""
    records = read_csv(people, json.loads(Path(mapping).read_bytes()), on_bad_line="skip")
    journal = Path(people).with_suffix(".sqlite")
    report = job.upload(records, journal=journal, only_changed=True)
    for line in records.bad_lines:
        print(f"line {line.number} was left out: {line.problem}")
    for person in report.outcomes(*NEED_A_LOOK):
        print(f"{person.external_id} ({person.place}): {person.outcome}, {person.reason}")
    print(", ".join(f"{count} {outcome}" for outcome, count in report.counts.items()))
    return report.is_complete


def declare(job: SynchronizationJob, mapping: str) -> bool:
    """Add the attributes of a mapping that the job's source does not have."""
    wanted = [name for name in json.loads(Path(mapping).read_bytes()) if name.startswith("urn:")]
    schema = job.schema.get()
    sources = {rule.source_directory_name for rule in schema.data.synchronization_rules or []}
    for directory in schema.data.directories or []:
        for kind in directory.objects or [] if directory.name in sources else []:
            known = {attribute.name for attribute in kind.attributes or []}
            new = [name for name in wanted if name not in known]
            added = [AttributeDefinition(name=name, type=AttributeType.STRING) for name in new]
            kind.attributes = [*(kind.attributes or []), *added]
            print(*new or ["nothing to add"], sep="\n")
    if schema.has_edits:
        schema.replace(expected_version=schema.version)
    return True


def history(graph: GraphClient, job_id: str) -> bool:
    """Print what each cycle did that the log still knows, the newest first."""
    cycles: dict[str, Counter[str]] = defaultdict(Counter)
    records = graph.provisioning_logs.filter(f"jobId eq '{job_id}'")
    for record in records.orderby("activityDateTime desc"):
        how = record.provisioning_status_info
        cycles[record.cycle_id or ""][f"{record.provisioning_action} {how and how.status}"] += 1
    for cycle, counts in cycles.items():
        print(cycle, ", ".join(f"{count} {what}" for what, count in counts.most_common()))
    return bool(cycles)


def main(graph: GraphClient, principal_id: str, job_id: str, task: str, *files: str) -> bool:
    """Carry out a task and return whether all is well."""
    job = graph.service_principals[principal_id].synchronization.jobs[job_id]
    if task == "send":
        return send(job, *files)
    return declare(job, *files) if task == "declare" else history(graph, job_id)


if __name__ == "__main__":
    sys.exit(not main(GraphClient(auth.default()), *sys.argv[1:]))
