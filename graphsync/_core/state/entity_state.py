"""What is known of one object."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from threading import RLock
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar
from weakref import ref

from graphsync_client.types import Json, Model, received

if TYPE_CHECKING:
    from graphsync._core.state.snapshot import Snapshot

M = TypeVar("M", bound=Model)
# Reentrant, because making anything may run a finaliser that comes by here.
_lock = RLock()


class EntityState(Generic[M]):
    """What requests said of one object; all bound objects that stand for it share it.

    What has verbs of its own although it comes along with the object, as the schema of a template
    does, has a view `below`. The data is the same in both, so that an edit is one edit, whichever
    way it was made.

    `whole` is the data where no `$select` left anything out, else None.
    """

    # One is made for each item of each page, of as few parts as will do: each counts for the
    # garbage collector.
    __slots__ = ("__weakref__", "_above", "_baseline", "_below", "_expand", "_received", "whole")

    def __init__(
        self,
        data: M | None = None,
        select: Collection[str] | None = None,
        expand: Collection[str] | None = None,
    ) -> None:
        self.whole = data
        self._received: Snapshot[M] | None = None
        self._below: dict[str, EntityState[Any]] | None = None  # a class for each member
        # Weak, because data in a circle stays until the garbage collector comes by, and a schema is
        # a lot of data.
        self._above: tuple[ref[EntityState[Any]], str] | None = None
        if data is not None:
            self._baseline = received(data)
            self._expand = expand
            if select is not None:
                self.snapshot = self._snapshot_of(data, select, expand)

    @property
    def snapshot(self) -> Snapshot[M] | None:
        """What came last; None where nothing did."""
        with (
            _lock
        ):  # what another thread has loaded meanwhile must not be replaced by what was there before
            if self._received is None and self.whole is not None:
                snapshot = self._snapshot_of(self.whole, None, self._expand)
                self._received = snapshot.evolve(baseline=self._baseline)
            return self._received

    @snapshot.setter
    def snapshot(self, snapshot: Snapshot[M] | None) -> None:
        with _lock:
            self._received = snapshot
            self.whole = (
                None if snapshot is None or snapshot.selected is not None else snapshot.data
            )

    def _snapshot_of(
        self, data: M, select: Collection[str] | None, expand: Collection[str] | None
    ) -> Snapshot[M]:
        from graphsync._core.state.snapshot import (
            Snapshot,
        )  # who only reads what was listed does not need it

        return Snapshot[M].of(data, select, expand)

    def load(
        self,
        data: M,
        select: Collection[str] | None = None,
        expand: Collection[str] | None = None,
        *,
        discard_edits: bool = False,
    ) -> None:
        """Take an answer in the place of what was there.

        Edits of what came along are kept unless they may be discarded.
        """
        snapshot = self._snapshot_of(data, select, expand)
        for name, below in (self._below or {}).items():
            part = snapshot.nested(name)
            if part is None:
                continue
            if below.snapshot is not None and below.edits() and not discard_edits:
                setattr(data, name, below.snapshot.data)
            else:
                below.snapshot = part
        self.snapshot = snapshot
        if (above := self._carrier()) is not None:
            setattr(*above, data)

    def forget(self) -> None:
        """Know nothing any more, and above that this is left out."""
        if self._above is not None and (above := self._carrier()) is not None:
            carrier, name = above
            delattr(carrier, name)
            state = self._above[0]()
            if state is not None and state.snapshot is not None:
                selected = (
                    frozenset(carrier.MEMBERS)
                    if state.snapshot.selected is None
                    else state.snapshot.selected
                )
                baseline = {**state.snapshot.baseline}
                baseline.pop(carrier.MEMBERS[name].wire, None)
                state.snapshot = state.snapshot.evolve(
                    selected=selected - {name}, baseline=baseline
                )
        self.snapshot = None

    def below(self, name: str) -> EntityState[Any]:  # as above
        """Return the view of a member that has verbs of its own, always the same."""
        with _lock:  # two threads must get the same
            if self._below is None:
                self._below = {}
            if name not in self._below:
                state: EntityState[Any] = EntityState()
                state._above = ref(self), name
                state.snapshot = None if self.snapshot is None else self.snapshot.nested(name)
                self._below[name] = state
            return self._below[name]

    def edits(self) -> list[str]:
        """Name, by their JSON names, the members that were edited and not sent.

        What has a view below counts there.
        """
        if self.snapshot is None:
            return []
        elsewhere = {self.snapshot.data.MEMBERS[name].wire for name, _ in self._shared()}
        return self.snapshot.edits(self.snapshot.data.to_dict(), elsewhere)

    def edits_below(self) -> list[str]:
        """Name the members whose own views have edits, of those that came along."""
        return [name for name, below in self._shared() if below.edits()]

    @property
    def is_whole(self) -> bool:
        """Whether all of it is known, with what came along."""
        return (
            self.snapshot is not None
            and self.snapshot.is_whole
            and all(below.is_whole for _, below in self._shared())
        )

    def sent(self, data: M, document: Mapping[str, Json]) -> None:
        """Take what was sent as what the service has.

        Edits made since the document was written stay edits.
        """
        if self.snapshot is None or self.snapshot.data is not data:
            return
        self.snapshot = self.snapshot.evolve(baseline=document)
        for name, below in self._shared():
            below.snapshot = self.snapshot.nested(name)

    def copy(self) -> Self:
        """Return a view of a copy of the data, edits included."""
        copied = type(self)()
        if self.snapshot is not None:
            copied.snapshot = self.snapshot.evolve(data=self.snapshot.data.evolve())
        return copied

    def _shared(self) -> list[tuple[str, EntityState[Any]]]:
        """Return the views below whose data is in this one's."""
        if self.snapshot is None:
            return []
        data = self.snapshot.data
        return [
            (name, below)
            for name, below in (self._below or {}).items()
            if below.snapshot is not None and getattr(data, name) is below.snapshot.data
        ]

    def _carrier(self) -> tuple[Model, str] | None:
        """Return the data above and the member in which it carries this.

        None where it carries nothing.
        """
        if self._above is None:
            return None
        state, name = self._above[0](), self._above[1]
        if state is None or state.snapshot is None or getattr(state.snapshot.data, name) is None:
            return None
        return state.snapshot.data, name


def _renew_lock() -> None:
    # The thread that held it when the process was forked does not exist in the child, and never
    # releases it there.
    global _lock
    _lock = RLock()


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_renew_lock)
