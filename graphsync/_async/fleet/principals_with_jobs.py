"""The service principals that have synchronization."""

from __future__ import annotations

import builtins
import time
from collections.abc import AsyncIterator

from graphsync._async.fleet.sweep import PrincipalJobs, Sweep
from graphsync._async.navigation.session import Session
from graphsync._core.call.read_only import ReadOnly
from graphsync.errors import WaitTimedOut


class PrincipalsWithJobs:
    """The service principals that have jobs, with the jobs, read while it is iterated over.

    Service principals come in pages of 999, the jobs of 20 of them in one request: 5,000 principals
    take 257 requests, with jobs or without. One whose jobs could not be read is yielded with its
    `error`. Nothing is written, and nothing but a page is kept.

    `position` is a text that says how far the iteration has come; `resume=` goes on there, and
    yields once more the principal that was yielded last.
    """

    def __init__(self, session: Session, *, resume: str | None, timeout: float | None) -> None:
        self._usual = session.settings.timeouts.total
        self._timeout = timeout
        self._began = time.monotonic()
        # A session that cannot write: whatever this does, nothing changes.
        self._sweep = Sweep(session.restricted(ReadOnly()), None, resume, self._left)

    @property
    def position(self) -> str:
        """Where the iteration is, to be passed as `resume=`."""
        return self._sweep.position

    async def __aiter__(self) -> AsyncIterator[PrincipalJobs]:
        self._began = time.monotonic()
        async for found in self._sweep:
            for one in found.principals:
                if one.jobs or one.error is not None:
                    yield one
                self._sweep.advance()

    async def list(self) -> builtins.list[PrincipalJobs]:
        """Return all of them."""
        return [one async for one in self]

    def _left(self) -> float | None:
        if self._timeout is None:
            return self._usual
        left = self._timeout - (time.monotonic() - self._began)
        if left <= 0:
            raise WaitTimedOut(
                f"the service principals were not read within {self._timeout:g} s; resume=position"
                " goes on there",
                None,
            )
        return left if self._usual is None else min(left, self._usual)
