# Derived from graphsync/_async/navigation/entity.py by `python -m generator.unasync`: edit that file, not this one.
"""What every bound object can do."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, Never, Self, TypeVar, Unpack

from graphsync._core.json_values import snake
from graphsync._core.state.entity_state import EntityState
from graphsync._core.state.members import read_member
from graphsync.errors import NotLoaded, Refused, UnsentEdits
from graphsync_client.types import Json, Model, Operation

if TYPE_CHECKING:
    from graphsync._core.state.snapshot import Snapshot
    from graphsync._sync.client import GraphClient
    from graphsync._sync.options import CallOptions

M = TypeVar("M", bound=Model)


class Entity(Generic[M]):
    """Bind data of Graph to the client it came from; reading members never sends anything.

    Members of the data are members of the object as well. Before anything has loaded them they raise `NotLoaded`.
    """

    _client: GraphClient
    _state: EntityState[M]

    def __init__(self, client: GraphClient, state: EntityState[M] | None = None) -> None:
        # Past the own `__setattr__`, here and in subclasses: this runs for each item of each page.
        object.__setattr__(self, "_client", client)
        object.__setattr__(self, "_state", state or EntityState())

    @property
    def context(self) -> GraphClient:
        """Return the client that the object belongs to."""
        return self._client

    @property
    def resource_path(self) -> str:
        """Return the object's path below Graph's version root, percent-encoded."""
        return self._get_operation().path

    @property
    def is_loaded(self) -> bool:
        """Tell whether a request has brought data."""
        return self._state.snapshot is not None

    @property
    def data(self) -> M:
        """Return the data as last received; raises `NotLoaded` where there is none."""
        return self._loaded("data").data

    def get(
        self,
        *,
        select: Sequence[str] | None = None,
        expand: Sequence[str] | None = None,
        discard_edits: bool = False,
    ) -> Self:
        """Read the object, refresh it in place, and return it. One request.

        Raises `UnsentEdits` where the data was edited and not sent yet, unless the edits may be discarded.
        """
        if not discard_edits:
            self._keep_edits()
        data = self._client.send(self._get_operation(select, expand))
        self._state.load(data, select, expand, discard_edits=discard_edits)
        return self

    @property
    def has_edits(self) -> bool:
        """Tell whether the data was edited since it was received or sent."""
        return bool(self._edits())

    def execute_query(self) -> Self:
        """Return the object; its request was sent by the verb before, nothing waits to be executed."""
        return self

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """Return the same object, sharing its data, with other timeouts, retries or patience for its calls."""
        bound = copy.copy(self)
        bound._client = self._client.with_options(**options)
        bound._forget_children()
        return bound

    def _forget_children(self) -> None:
        """Drop objects made for navigation, which are bound to the client of before."""

    def _get_operation(self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None) -> Operation[M]:
        raise NotImplementedError

    def _edits(self) -> list[str]:
        """Name the members that were edited and not sent."""
        return self._state.edits()

    def _keep_edits(self) -> None:
        if edits := self._edits():
            raise UnsentEdits(
                f"{self!r} has edits that were not sent: {', '.join(edits)}; send them, or pass "
                "discard_edits=True to drop them"
            )

    def _whole(self, verb: str) -> dict[str, Json]:
        """Return the data's JSON, for a verb that replaces all of it; raises `Refused` where it is known in part only."""
        data = self._loaded("data").data
        if not self._state.is_whole:
            raise Refused(
                f"{self!r} is known in part only, by a $select or since a reset, and {verb} would erase the rest; "
                f"`{self._noun}.get()` loads all of it"
            )
        return data.to_dict()

    def _loaded(self, name: str) -> Snapshot[M]:
        snapshot = self._state.snapshot
        if snapshot is None:
            raise NotLoaded(f"{type(self).__name__}.{name} is not loaded yet; `{self._noun}.get()` loads it")
        return snapshot

    @property
    def _noun(self) -> str:
        return snake(type(self).__name__.removeprefix("Synchronization") or "Synchronization")

    def _read(self, name: str) -> Any:  # the member's own type
        whole = self._state.whole
        if whole is not None:  # as a rule
            return read_member(whole, name)
        snapshot = self._loaded(name)
        return snapshot.read(name, type(self).__name__, f"`{self._noun}.get()`")

    def _write(self, name: str, value: Any) -> None:  # as above
        setattr(self._loaded(name).data, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        if name[0] != "_" and not hasattr(type(self), name):
            raise AttributeError(f"{type(self).__name__} has no member {name!r}; data[...] takes undeclared ones")
        object.__setattr__(self, name, value)

    def __copy__(self) -> Self:
        bound = object.__new__(type(self))
        bound.__dict__.update(self.__dict__)
        return bound

    def __deepcopy__(self, memo: object) -> Self:
        bound = copy.copy(self)
        bound._state = self._state.copy()
        bound._forget_children()
        return bound

    def __reduce__(self) -> Never:
        raise TypeError(f"{self!r} is bound to its client and cannot be pickled; pickle its data")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.resource_path}{'' if self.is_loaded else ', not loaded'}>"
