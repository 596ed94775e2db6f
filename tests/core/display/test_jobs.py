"""Jobs in a few words and in a table."""

from __future__ import annotations

import pytest

from graphsync._core.display.jobs import items_html, job_state, job_table
from graphsync._core.state.snapshot import Snapshot
from graphsync_client.models import SynchronizationJob


def snapshot(**document: object) -> Snapshot[SynchronizationJob]:
    return Snapshot.of(SynchronizationJob.from_dict(document), None, None)


@pytest.mark.parametrize(
    ("loaded", "state"),
    [
        (None, "not loaded"),
        (snapshot(), ""),
        (snapshot(status={"code": "Active"}), "Active"),
        (
            snapshot(status={"code": "Quarantine", "quarantine": {"reason": "Unknown"}}),
            "Quarantine: Unknown",
        ),
        (
            snapshot(status={"code": "Quarantine", "quarantine": {"reason": "Quarantine"}}),
            "Quarantine",
        ),
        (snapshot(status=7), "unreadable"),
    ],
)
def test_the_state_of_a_job(loaded, state):
    assert job_state(loaded).split(".")[-1] == state


class Row:
    def _job_row(self):
        return "job-1", snapshot(templateId="scim", status={"code": "Active"})


def test_a_list_is_a_table_where_all_of_it_are_jobs():
    shown = items_html([Row(), Row()])
    assert shown is not None
    assert shown.count("<td>job-1</td><td>scim</td><td>Active</td>") == 2
    assert items_html([Row(), "other"]) is None
    assert items_html([]) is None


def test_a_job_that_is_not_loaded_has_a_row():
    assert "<td>job-1</td><td></td><td>not loaded</td>" in job_table([("job-1", None)])
