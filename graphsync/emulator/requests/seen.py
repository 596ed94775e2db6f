"""The requests that came in and those that went out to targets, newest kept."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Literal

Direction = Literal["in", "out"]

_MOST = 2_000
_MOST_BYTES = 32 * 1024 * 1024
_LONGEST = 256 * 1024
CUT_SHORT = b" ... (cut short)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One request and its answer, as they were.

    Bodies and headers hold secrets: show them by `graphsync.emulator.requests.shown` only.

    Args:
        number: Counts up from 1.
        direction: `in` for what came to the local Graph, `out` for what it sent to a target.
        at: The moment on the tenant's clock, in seconds since 1970.
        method: The method.
        url: The whole address.
        status: The status of the answer; 0 where none came.
        seconds: How long the answer took.
        template: The operation that the path led to; empty where it led to none.
        permissions: Any one of these opens the operation.
        in_batch: Whether it was part of a batch.

    """

    number: int
    direction: Direction
    at: float
    method: str
    url: str
    status: int
    seconds: float
    template: str = ""
    permissions: frozenset[str] = frozenset()
    in_batch: bool = False
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    body: bytes = field(default=b"", repr=False)
    answer_headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    answer_type: str = ""
    answer: bytes = field(default=b"", repr=False)

    @property
    def size(self) -> int:
        """How many bytes its bodies take."""
        return len(self.body) + len(self.answer)


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation that was called since the record began, and the permissions that open it."""

    method: str
    template: str
    permissions: frozenset[str]


class Requests:
    """The newest 2,000 requests, in at most 32 MB, and every operation that was called."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: deque[Seen] = deque()
        self._bytes = 0
        self._number = 0
        self._operations: dict[Operation, int] = {}

    def number(self) -> int:
        """Return the number of the next request."""
        with self._lock:
            self._number += 1
            return self._number

    def add(self, seen: Seen) -> None:
        """Keep a request."""
        with self._lock:
            self._kept.append(seen)
            self._bytes += seen.size
            while len(self._kept) > _MOST or (self._bytes > _MOST_BYTES and len(self._kept) > 1):
                self._bytes -= self._kept.popleft().size
            if seen.template and seen.permissions:
                operation = Operation(seen.method, seen.template, seen.permissions)
                self._operations[operation] = self._operations.get(operation, 0) + 1

    def all(self) -> list[Seen]:
        """Return the requests that are kept, oldest first."""
        with self._lock:
            return list(self._kept)

    def operations(self) -> dict[Operation, int]:
        """Return each operation that was called, with how often."""
        with self._lock:
            return dict(self._operations)

    def clear(self) -> None:
        """Begin a new record."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0
            self._operations.clear()


def shortened(body: bytes) -> bytes:
    """Return a body of which at most 256 KB are kept."""
    return body if len(body) <= _LONGEST else body[:_LONGEST] + CUT_SHORT
