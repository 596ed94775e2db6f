"""A child reads models, whatever a thread of its parent was reading when it was forked."""

from __future__ import annotations

from graphsync_client import _flags, _record
from graphsync_client.models import SynchronizationJob, SynchronizationJobRestartScope
from tests.forking import forks, held_by_another_thread, in_child

pytestmark = forks


def test_undeclared_members_are_read_in_a_child():
    job = SynchronizationJob.from_dict({"custom": {"tags": [1]}})
    with held_by_another_thread(_record._lock):
        assert in_child(lambda: job["custom"], 5) == "{'tags': [1]}"
    assert job["custom"] == {"tags": [1]}


def test_unknown_flags_are_read_in_a_child():
    with held_by_another_thread(_flags._lock):
        name = "OnlyTheChildReadsThisOne"
        assert in_child(lambda: SynchronizationJobRestartScope.parse(name), 5) == name
