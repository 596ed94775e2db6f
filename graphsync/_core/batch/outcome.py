"""What became of one call of a batch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphsync._core.batch.format import BatchRequest
from graphsync._core.response.answer import Answer
from graphsync._core.response.evidence import Evidence
from graphsync._core.response.service_errors import service_error


class Outcome:
    """One call of a batch: its request, and its result or error once the batch was sent."""

    def __init__(self, request: BatchRequest, finish: Callable[[Any], Any]) -> None:
        self.request = request
        self.result: Any = None  # what the call's own type says
        self.error: Exception | None = None
        self.next_link: str | None = None
        self.is_done = False
        self._finish = finish

    @property
    def has_succeeded(self) -> bool:
        """Whether the call was answered and did what it should."""
        return self.is_done and self.error is None

    def settle(self, answer: Answer, evidence: Evidence | None = None) -> None:
        """Take the answer: a result, or an error with what is known besides the answer."""
        self.is_done, self.error = True, None
        request = self.request.request
        try:
            if not 200 <= answer.status < 300:
                raise service_error(answer, request.method, request.path, evidence=evidence)
            found = answer.read(self.request.operation)
            self.next_link = getattr(found, "odata_next_link", None) or None
            self.result = self._finish(found)
        except Exception as error:  # noqa: BLE001  # whatever it is, the answers of the other calls must not be lost
            self.error = error

    def fail(self, error: Exception) -> None:
        """Take an error of the batch itself, which is this call's too."""
        self.is_done, self.error = True, error
