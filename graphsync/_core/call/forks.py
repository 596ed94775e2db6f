"""What a process made by fork must not share with its parent."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Renewable(Protocol):
    """An object with locks, sockets or memory that only the process which made them may use."""

    def renew(self) -> None:
        """Begin anew, in a child, before any other code runs there."""
        ...


_renewable: WeakSet[Renewable] = WeakSet()
# Objects that the parent still uses are kept alive in the child: a socket that is collected warns
# that it was not closed, and an event loop's transport would close a file descriptor that may be
# another one's by then.
_left_behind: list[object] = []


def renew_in_children(thing: Renewable) -> None:
    """Call `thing.renew()` in each process that is forked from this one."""
    _renewable.add(thing)


def leave_behind(thing: object) -> None:
    """Keep alive what belongs to the parent, and never touch it again."""
    _left_behind.append(thing)


def give_up(descriptors: list[int]) -> None:
    """Let go of the parent's sockets, so that they end when the parent closes them.

    A descriptor is closed by putting the null device in its place. The connection does not notice,
    because the parent's descriptor stays open; and the number stays taken, so that nothing that
    later closes it hits another file.
    """
    if not descriptors:
        return
    null = os.open(os.devnull, os.O_RDWR)
    try:
        for descriptor in descriptors:
            os.dup2(null, descriptor, inheritable=False)
    finally:
        os.close(null)


def _renew() -> None:
    for thing in list(_renewable):
        thing.renew()


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_renew)
