"""What one client did lately, kept as evidence for the errors that follow."""

from __future__ import annotations

import re
import time
from collections import deque
from typing import NamedTuple

_REMEMBERED = 128
_LARGEST = 65_536
_CREATING = ("/instantiate", "/synchronization/jobs", "/servicePrincipals", "/applications")
_OWNERS = re.compile(r"/(servicePrincipals|applications)(/[^/]+|\([^/]+\))?$")


class Exchange(NamedTuple):
    """One successful call: its moment on the monotonic clock, and its answer where that may name
    ids.
    """

    moment: float
    method: str
    path: str
    content: bytes | None


class History:
    """The last successful calls of a client, newest last.

    Answers are kept only where they create or list applications, service principals and jobs, none
    of which holds a secret, and they are read only when a call fails.
    """

    __slots__ = ("_calls", "_named")

    def __init__(self) -> None:
        self._calls: deque[Exchange] = deque(maxlen=_REMEMBERED)
        # Apart, so that many calls do not push out what names the ids that they use.
        self._named: deque[Exchange] = deque(maxlen=16)

    def note(self, method: str, path: str, content: bytes) -> None:
        """Remember a call that succeeded."""
        if _names_ids(method, path) and len(content) <= _LARGEST:
            self._named.append(Exchange(time.monotonic(), method, path, content))
        else:
            self._calls.append(Exchange(time.monotonic(), method, path, None))

    def newest_first(self) -> list[Exchange]:
        """Return what is remembered, newest first."""
        return sorted((*self._calls, *self._named), key=lambda item: item.moment, reverse=True)


def _names_ids(method: str, path: str) -> bool:
    if method == "POST":
        return path.endswith(_CREATING)
    return method == "GET" and "/synchronization" not in path and _OWNERS.search(path) is not None
