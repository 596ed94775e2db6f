"""Forked children, and what they report."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

# Python warns where a process with threads forks, which is what these tests are about.
forks = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here"),
    pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning"),
]


def in_child(work: Callable[[], object], seconds: int = 60) -> str:
    """Run something in a forked child and return what it returned, or its error; nothing if it hangs."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  # not measured in a child
        signal.alarm(seconds)
        try:
            outcome = str(work())
        except BaseException as error:  # noqa: BLE001  # it is reported
            outcome = f"{type(error).__name__}: {error}"
        os.write(writes, outcome.encode())
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as report:
        text = report.read()
    os.waitpid(child, 0)
    return text


@contextmanager
def held_by_another_thread(lock: AbstractContextManager[object]) -> Iterator[None]:
    """Let another thread hold a lock for the time of the block."""
    is_held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with lock:
            is_held.set()
            let_go.wait(60)

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        assert is_held.wait(10)
        yield
    finally:
        let_go.set()
        thread.join()
