"""Snapshots of a running tenant: save, name, restore, reset."""

import difflib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Protocol

from graphsync.emulator.document import Document, duplicate
from graphsync.emulator.state import State
from graphsync.emulator.times import iso

START = "start"
_LARGEST_START = 2_000
_LONGEST_NAME = 100
_MOST = 100


class _Part(Protocol):
    def snapshot(self) -> Callable[[], None]: ...


@dataclass(frozen=True, slots=True)
class _Snapshot:
    saved_at: float
    switches: Document
    undo: tuple[Callable[[], None], ...]


class Snapshots:
    """What a tenant was like at moments that somebody saved.

    A snapshot holds the directory, jobs, accounts of targets that the tenant keeps itself, logs,
    the clock, switches, faults, rate limits, running cycles and the source of random ids. What is
    at a real SCIM endpoint is not in it. Snapshots end with the process.

    Args:
        state: The tenant, which is saved as `start` at once unless it is large.
        others: What else there is to save; `snapshot` of each returns what brings it back.

    """

    def __init__(self, state: State, *others: _Part) -> None:
        self._state = state
        self._others = others
        self._saved: dict[str, _Snapshot] = {}
        tenant = state.tenant
        # The beginning of a large tenant costs more memory than those pay for who never reset.
        if len(tenant.users) + len(tenant.groups) <= _LARGEST_START:
            self.save(START)

    def save(self, name: str) -> Document:
        """Keep the tenant as it is now, in place of an older snapshot of that name."""
        if not name.strip() or len(name) > _LONGEST_NAME or "/" in name:
            raise ValueError(
                f"a snapshot cannot be named {name[:_LONGEST_NAME]!r}; write 1 to"
                f" {_LONGEST_NAME} characters without a slash"
            )
        if name not in self._saved and len(self._saved) >= _MOST:
            raise ValueError(f"there are {_MOST} snapshots already; remove one of them")
        state = self._state
        with state.lock:
            parts: list[_Part] = [state.tenant, state.engine, state.clock, *self._others]
            undo = [part.snapshot() for part in parts]
            chance = state.random.getstate()
            undo.append(lambda: state.random.setstate(chance))
            now = state.clock.now()
            self._saved[name] = _Snapshot(now, asdict(state.switches), tuple(undo))
            return self._described(name)

    def restore(self, name: str = START) -> Document:
        """Make the tenant what it was; raise LookupError where there is no such snapshot."""
        kept = self._find(name)
        state = self._state
        with state.lock:
            present = asdict(state.switches)
            # Checking what is set takes longer than comparing it, and a test changes few or none.
            changed = {name: one for name, one in kept.switches.items() if one != present[name]}
            if changed:
                state.switches.change(duplicate(changed))
            for bring_back in kept.undo:
                bring_back()
            state.tenant.flush()
            return self._described(name)

    def remove(self, name: str) -> None:
        """Forget a snapshot; raise LookupError where there is none of that name."""
        self._find(name)
        del self._saved[name]

    def all(self) -> list[Document]:
        """Return name and moment of each snapshot, in the order in which they were first saved."""
        return [self._described(name) for name in self._saved]

    def _described(self, name: str) -> Document:
        return {"name": name, "savedDateTime": iso(self._saved[name].saved_at)}

    def _find(self, name: str) -> _Snapshot:
        found = self._saved.get(name)
        if found is None:
            near = difflib.get_close_matches(name, self._saved, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            if name == START:
                hint = f": it began with more than {_LARGEST_START} objects; save one by that name"
            raise LookupError(f"there is no snapshot {name[:_LONGEST_NAME]!r}{hint}")
        return found
