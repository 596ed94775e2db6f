"""When which job is due."""

import heapq
from collections.abc import Callable

JobKey = tuple[str, str]


class Schedule:
    """A queue of jobs by the moment at which something has to be done for them."""

    def __init__(self) -> None:
        self._due: dict[JobKey, float] = {}
        self._queue: list[tuple[float, JobKey]] = []

    def put(self, key: JobKey, due: float | None) -> None:
        """Set when a job is due; None takes it out."""
        if due is None:
            self._due.pop(key, None)
        else:
            self._due[key] = due
            heapq.heappush(self._queue, (due, key))

    def snapshot(self) -> Callable[[], None]:
        """Keep what is due when; return what brings it back."""
        due, queue = dict(self._due), list(self._queue)

        def bring_back() -> None:
            self._due, self._queue = dict(due), list(queue)

        return bring_back

    def is_due(self, now: float) -> bool:
        """Return whether anything may be due; cheap enough to ask with every request."""
        return bool(self._queue) and self._queue[0][0] <= now

    def pop(self, now: float) -> tuple[float, JobKey] | None:
        """Take out the job that has been due longest, None when none is."""
        while self._queue and self._queue[0][0] <= now:
            due, key = heapq.heappop(self._queue)
            if self._due.get(key) == due:
                del self._due[key]
                return due, key
        return None
