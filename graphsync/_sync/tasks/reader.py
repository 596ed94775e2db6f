# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/tasks/reader.py
"""Reads that note what could not be read, and why, instead of ending the task."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

from graphsync._core.call.deadline import check_timeout
from graphsync._core.call.read_only import ReadOnly
from graphsync._core.request.request import Request
from graphsync._core.tasks.explain_progress import ExplainProgress
from graphsync._core.tasks.explaining_facts import Unread
from graphsync._sync.navigation.listing import Listing
from graphsync._sync.navigation.session import Session
from graphsync.errors import GraphError, NotFound, ServiceError
from graphsync_client.types import Operation

R = TypeVar("R")
T = TypeVar("T")
# A request that has less time than this does not go out.
_LEAST = 0.05


class Reader:
    """Reads through a session that cannot write, within a time for all of them.

    What is not there is None, what could not be read is `Unread`.
    """

    def __init__(
        self,
        session: Session,
        timeout: float | None,
        progress: Callable[[ExplainProgress], object] | None,
    ) -> None:
        check_timeout(timeout)
        self._session = session.restricted(ReadOnly(on_request=self._count))
        self._timeout = timeout
        self._progress = progress
        self._began = time.monotonic()
        self._answered = False
        self._first_error: GraphError | None = None
        self.requests = 0

    def _count(self, _method: str, _path: str) -> None:
        self.requests += 1

    @property
    def session(self) -> Session:
        """The session that cannot write, with what is left of the time."""
        if self._timeout is None:
            return self._session
        left = max(_LEAST, self._timeout - self._waited)
        timeouts = self._session.settings.timeouts
        total = left if timeouts.total is None else min(left, timeouts.total)
        return self._session.with_options(timeout=timeouts.evolve(total=total))

    @property
    def _waited(self) -> float:
        return time.monotonic() - self._began

    def read(self, what: str, request: Operation[R] | Request[R]) -> R | Unread | None:
        """Send a request and return its result."""
        if over := self._over():
            return self._note(what, Unread(over))
        try:
            found: R | Unread | None = self.session.send(request)
        except NotFound:
            found = None
            self._answered = True
        except GraphError as error:
            found = self._unread(error)
        else:
            self._answered = True
        return self._note(what, found)

    def items(
        self, what: str, listing: Listing[T, Any], pages: int | None = None
    ) -> tuple[T, ...] | Unread | None:
        """Return the items of a listing, of its first pages only where a number is given."""
        if over := self._over():
            return self._note(what, Unread(over))
        items: list[T] = []
        number = 0
        try:
            for page in listing.pages():
                items.extend(page.items)
                number += 1
                if number == pages:
                    break
        except NotFound:
            self._answered = True
            return self._note(what, None)
        except GraphError as error:
            return self._note(what, self._unread(error))
        self._answered = True
        return self._note(what, tuple(items))

    def check(self) -> None:
        """Raise the first error where nothing at all could be read."""
        if not self._answered and self._first_error is not None:
            raise self._first_error

    def _over(self) -> str:
        """Return why nothing more is read; empty where there is time left."""
        if self._timeout is None or self._waited < self._timeout:
            return ""
        return f"the time of {self._timeout:g} s was over"

    def _unread(self, error: GraphError) -> Unread:
        self._first_error = self._first_error or error
        lines = str(error).splitlines()
        first = lines[0] if lines else type(error).__name__
        hint = error.hint if isinstance(error, ServiceError) else None
        return Unread(f"{first.rstrip('.')}. {hint}" if hint else first)

    def _note(self, what: str, found: R) -> R:
        if self._progress is not None:
            why_not = found.why if isinstance(found, Unread) else None
            self._progress(ExplainProgress(what, why_not, self.requests, self._waited))
        return found
