"""What every collection is: bound to a session, and to another by `with_options`."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Self

from graphsync._async.navigation.session import Session
from graphsync._core.state.members import unknown_member
from graphsync.retry import RetryPolicy
from graphsync.timeouts import Timeouts
from graphsync_client.types import ABSENT


class Bound:
    """Something that sends its calls through a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def with_options(
        self,
        *,
        timeout: float | Timeouts | None = ABSENT,
        retry: RetryPolicy = ABSENT,
        consistency: float = ABSENT,
    ) -> Self:
        """Return the same with other settings, for all that is reached through it.

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
        return bound

    if not TYPE_CHECKING:  # checkers would take every name for a member

        def __getattr__(self, name: str) -> object:
            raise unknown_member(self, name)
