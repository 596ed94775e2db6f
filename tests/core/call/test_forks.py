"""What a forked child begins anew, and what it leaves alone."""

from __future__ import annotations

import gc
import os
import socket

from graphsync._core.call import forks as module
from graphsync._core.call.forks import give_up, leave_behind, renew_in_children
from tests.forking import forks, in_child

pytestmark = forks


class Thing:
    """Counts how often it was renewed."""

    renewed = 0

    def renew(self) -> None:
        self.renewed += 1


def test_it_is_renewed_in_the_child_alone_and_once_in_each():
    thing = Thing()
    renew_in_children(thing)
    renew_in_children(thing)
    assert in_child(lambda: thing.renewed) == "1"
    assert in_child(lambda: (thing.renewed, in_child(lambda: thing.renewed))) == "(1, '2')"
    assert thing.renewed == 0


def test_it_is_not_kept_alive():
    thing = Thing()
    renew_in_children(thing)
    known = len(module._renewable)
    del thing
    gc.collect()
    assert len(module._renewable) < known


def test_what_is_left_behind_lives_as_long_as_the_process():
    def left() -> bool:
        thing = Thing()
        leave_behind(thing)
        return thing in module._left_behind

    assert in_child(left) == "True"
    assert module._left_behind == []


def test_the_other_side_notices_when_the_parent_hangs_up_although_the_child_lives():
    ours, theirs = socket.socketpair()
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  # not measured in a child
        os.close(writes)
        theirs.close()
        give_up([ours.fileno()])
        os.read(reads, 1)  # until the parent is done
        os._exit(0)
    os.close(reads)
    ours.close()
    theirs.settimeout(10)
    try:
        assert theirs.recv(1) == b""
    finally:
        os.close(writes)
        os.waitpid(child, 0)
        theirs.close()


def test_a_number_that_was_given_up_stays_taken_and_nothing_reaches_the_parents_socket():
    ours, theirs = socket.socketpair()

    def write() -> bool:
        number = ours.fileno()
        give_up([number])
        os.write(number, b"a child's")
        return number not in (os.dup(0), os.dup(0)) and not os.get_inheritable(number)

    with ours, theirs:
        assert in_child(write) == "True"
        ours.sendall(b"the parent's")
        assert theirs.recv(100) == b"the parent's"


def test_nothing_to_give_up_opens_nothing(monkeypatch):
    monkeypatch.setattr(module.os, "open", lambda *_: 1 / 0)
    give_up([])
