"""What every bound object can do."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, Never, Self, TypeVar

from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import verb
from graphsync._core.json_values import snake
from graphsync._core.request.request import Request
from graphsync._core.state.entity_state import EntityState
from graphsync._core.state.members import read_member, unknown_member
from graphsync.errors import NotLoaded, Refused, UnsentEdits
from graphsync.retry import RetryPolicy
from graphsync.timeouts import Timeouts
from graphsync_client.types import ABSENT, Model, Operation

if TYPE_CHECKING:
    from graphsync._core.state.snapshot import Snapshot

M = TypeVar("M", bound=Model)


class Entity(Generic[M]):
    """Data of Graph, bound to the connections that it came through; reading members sends nothing.

    Members of the data are members of the object as well. Before anything has loaded them they
    raise `NotLoaded`.
    """

    _session: Session
    _state: EntityState[M]

    def __init__(self, session: Session, state: EntityState[M] | None = None) -> None:
        # Past the own `__setattr__`, here and in subclasses: this runs for each item of each page.
        object.__setattr__(self, "_session", session)
        object.__setattr__(self, "_state", state or EntityState())

    @property
    def resource_path(self) -> str:
        """The object's path below Graph's version root, percent-encoded."""
        return self._get_operation().path

    @property
    def is_loaded(self) -> bool:
        """Whether a request has brought data."""
        return self._state.snapshot is not None

    @property
    def data(self) -> M:
        """The data as last received; raises `NotLoaded` where there is none."""
        return self._loaded("data").data

    @verb
    def get(
        self,
        *,
        select: Sequence[str] | None = None,
        expand: Sequence[str] | None = None,
        discard_edits: bool = False,
    ) -> Request[Self]:
        """Read the object, refresh it in place, and return it. One request.

        Raises `UnsentEdits` where the data was edited and not sent yet, unless the edits may be
        discarded; edits made while the request is under way count too.
        """
        if not discard_edits:
            self._keep_edits()
        return Request(
            self._get_operation(select, expand),
            lambda data: self._load(data, select, expand, discard_edits=discard_edits),
        )

    def _load(
        self,
        data: M,
        select: Sequence[str] | None,
        expand: Sequence[str] | None,
        *,
        discard_edits: bool,
    ) -> Self:
        if not discard_edits:
            self._keep_edits()
        self._state.load(data, select, expand, discard_edits=discard_edits)
        return self

    @property
    def has_edits(self) -> bool:
        """Whether the data was edited since it was received or sent."""
        return bool(self._edits())

    def execute_query(self) -> Self:
        """Return the object.

        Its request was sent by the verb before, nothing waits to be executed.
        """
        return self

    def with_options(
        self,
        *,
        timeout: float | Timeouts | None = ABSENT,
        retry: RetryPolicy = ABSENT,
        consistency: float = ABSENT,
    ) -> Self:
        """Return the same object, sharing its data, with other settings for its calls.

        Args:
            timeout: Seconds for a whole call, a `Timeouts`, or None for no limit.
            retry: When a failed call is tried again.
            consistency: Seconds in which 401, 403, 404 and 409 mean "not visible yet", so that the
                call is tried again.

        """
        bound = copy.copy(self)
        bound._session = self._session.with_options(
            timeout=timeout, retry=retry, consistency=consistency
        )
        bound._forget_children()
        return bound

    def _forget_children(self) -> None:
        """Drop objects made for navigation, which are bound to the session of before."""

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[M]:
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

    def _whole(self, verb: str, replace: Callable[[M], Operation[Any]]) -> Request[None]:
        """Return the request of a verb that writes all of the data as it is now.

        The answer's own `@odata.context` does not go back. Raises `Refused` where the data is known
        in part only.
        """
        data = self._loaded("data").data
        if not self._state.is_whole:
            raise Refused(
                f"{self!r} is only partly known, because of a $select or a reset, and {verb} would"
                f" erase the rest; `await {self._noun}.get()` loads all of it"
            )
        document = data.to_dict()
        sent = {wire: value for wire, value in document.items() if wire != "@odata.context"}
        # Edits that are made between here and the answer stay edits.
        return Request(
            replace(type(data).from_dict(sent)), lambda _: self._state.sent(data, document)
        )

    def _loaded(self, name: str) -> Snapshot[M]:
        snapshot = self._state.snapshot
        if snapshot is None:
            raise NotLoaded(
                f"{type(self).__name__}.{name} is not loaded yet; `await {self._noun}.get()`"
                " loads it"
            )
        return snapshot

    @property
    def _noun(self) -> str:
        return snake(type(self).__name__.removeprefix("Synchronization") or "Synchronization")

    def _read(self, name: str) -> Any:  # the member's own type
        whole = self._state.whole
        if whole is not None:  # as a rule
            return read_member(whole, name)
        snapshot = self._loaded(name)
        return snapshot.read(name, type(self).__name__, f"`await {self._noun}.get()`")

    def _write(self, name: str, value: Any) -> None:  # as above
        setattr(self._loaded(name).data, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        if name[0] != "_" and not hasattr(type(self), name):
            error = unknown_member(self, name)
            raise AttributeError(
                f"{error}; data[...] takes members that are not declared", name=name, obj=self
            )
        object.__setattr__(self, name, value)

    if not TYPE_CHECKING:  # checkers would take every name for a member

        def __getattr__(self, name: str) -> object:
            raise unknown_member(self, name)

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
        state = self._state_in_words()
        return f"<{type(self).__name__} {self.resource_path}{state and f', {state}'}>"

    def _state_in_words(self) -> str:
        """Return what a repr says about the data, never by a request."""
        return "" if self.is_loaded else "not loaded"
