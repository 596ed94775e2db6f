"""What is known of one object, seen from several threads."""

from __future__ import annotations

from threading import Thread

import pytest

from graphsync._core.state import entity_state
from graphsync._core.state.entity_state import EntityState
from graphsync_client.models import SynchronizationJob
from tests.forking import forks, held_by_another_thread, in_child


def test_a_read_does_not_bring_back_what_another_thread_has_replaced(monkeypatch):
    old, new = (SynchronizationJob.from_dict({"id": id}) for id in ("old", "new"))
    state = EntityState(old)
    loading = Thread(target=state.load, args=(new,))
    snapshot_of = EntityState._snapshot_of

    def overtaken(self, data, select, expand):
        snapshot = snapshot_of(self, data, select, expand)
        if data is old:
            loading.start()
            loading.join(0.2)
        return snapshot

    monkeypatch.setattr(EntityState, "_snapshot_of", overtaken)
    assert state.snapshot is not None
    loading.join(10)
    assert state.whole is new
    assert state.snapshot.data is new
    assert state.edits() == []


@pytest.mark.parametrize(
    "read", [lambda state: state.snapshot.data.id, lambda state: state.below("schema").snapshot]
)
@forks[0]
@forks[1]
def test_a_child_reads_what_a_thread_of_its_parent_was_reading(read):
    state = EntityState(SynchronizationJob.from_dict({"id": "one"}))
    with held_by_another_thread(entity_state._lock):
        assert in_child(lambda: read(state), 5) in {"one", "None"}
