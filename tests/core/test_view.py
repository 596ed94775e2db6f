"""What is known of one object, seen from several threads."""

from __future__ import annotations

from threading import Thread

from graphsync._core.state.entity_state import View
from graphsync_client.models import SynchronizationJob


def test_a_read_does_not_bring_back_what_another_thread_has_replaced(monkeypatch):
    old, new = (SynchronizationJob.from_dict({"id": id}) for id in ("old", "new"))
    view = View(old)
    loading = Thread(target=view.load, args=(new,))
    receive = View._receive

    def overtaken(self, data, select, expand):
        received = receive(self, data, select, expand)
        if data is old:
            loading.start()
            loading.join(0.2)
        return received

    monkeypatch.setattr(View, "_receive", overtaken)
    assert view.received is not None
    loading.join(10)
    assert view.whole is new
    assert view.received.data is new
    assert view.edits() == []
