"""Threads that make and read objects at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, RLock

import pytest

from graphsync_client import _maker, _record
from tests.models.making import MANY, circle, declare, nested, used


class _Met:
    """Be a lock at which threads wait until as many have come as are meant to meet there."""

    def __init__(self, threads: int) -> None:
        self._barrier = Barrier(threads)
        self._lock = RLock()
        self.times = 0

    def __enter__(self) -> None:
        self._barrier.wait(10)
        self._lock.acquire()
        self.times += 1

    def __exit__(self, *_: object) -> None:
        self._lock.release()


USED = used(declare())


def test_every_thread_gets_the_same_object(monkeypatch):
    made = USED.from_dict({"custom": {"tags": []}})
    met = _Met(2)
    monkeypatch.setattr(_record, "_LOCK", met)
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: made["custom"], range(2))
    assert met.times == 2
    assert one is other


@pytest.mark.usefixtures("eager_switching")
def test_every_thread_gets_the_same_list():
    start = Barrier(8)
    items = [USED.from_dict({"sources": [{}]}) for _ in range(3000)]

    def looks(_: int) -> list[int]:
        start.wait()
        return [id(item.sources) for item in items]

    with ThreadPoolExecutor(8) as pool:
        assert len({tuple(ids) for ids in pool.map(looks, range(8))}) == 1


def test_two_threads_do_not_close_a_circle(monkeypatch):
    one, other = circle()
    for cls in (one, other):
        for _ in range(49):  # the next read teaches
            cls.from_dict({}).inner  # noqa: B018  # reading is what counts
    met = _Met(2)
    monkeypatch.setattr(_maker, "_LOCK", met)
    with ThreadPoolExecutor(2) as pool:
        [*pool.map(lambda cls: cls.from_dict({}).inner, (one, other))]
    assert met.times == 2
    monkeypatch.undo()
    for cls in (one, other):
        for _ in range(MANY):
            cls.from_dict({"inner": {}})
    assert one.from_dict(nested("inner", 50_000)).inner.inner.inner.mentions("inner")
