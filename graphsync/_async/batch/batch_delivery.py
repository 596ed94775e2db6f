"""Sending a batch: request by request, as fast as the service allows."""

from __future__ import annotations

from collections.abc import Mapping

from graphsync._async.navigation.session import Session
from graphsync._core.batch.format import BatchRequest, answers, chunks, failed_dependency
from graphsync._core.batch.outcome import Outcome
from graphsync._core.call.call import was_sent
from graphsync._core.call.deadline import Deadline
from graphsync._core.call.rate_limiter import Place
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync._core.request.raw_operations import send_batch
from graphsync._core.response.answer import Answer
from graphsync._core.response.service_errors import service_error
from graphsync.errors import (
    ConnectionFailed,
    FailedDependency,
    GraphError,
    RateLimitExceeded,
    Refused,
    Throttled,
    UnreadableAnswer,
)


class BatchDelivery:
    """The calls of one batch, on their way out and back."""

    def __init__(self, session: Session, outcomes: Mapping[str, Outcome]) -> None:
        self._transport = session.transport
        self._settings = session.settings
        self._outcomes = outcomes
        self._deadline = Deadline(session.settings.timeouts.total)

    async def send(self) -> None:
        """Send everything; whatever happens, each call has a result or an error afterwards."""
        try:
            for group in chunks([outcome.request for outcome in self._outcomes.values()]):
                await self._send_group(group)
        finally:
            for outcome in self._outcomes.values():
                if not outcome.is_done:
                    name = outcome.request.operation.name
                    outcome.fail(
                        Refused(
                            f"{name} was not sent, because the batch failed before; add it to"
                            " another one"
                        )
                    )

    async def _send_group(self, group: list[BatchRequest], attempt: int = 1) -> None:
        """Send calls in one request, or in several where the service's known limits ask for a
        pause in between.
        """
        ready = self._ready(group)
        while ready:
            places = await self._places(ready)
            going, later = ready[: len(places)], ready[max(1, len(places)) :]
            if going:
                again, pause = self._settle_all(going, await self._exchange(going, places), attempt)
                if pause is not None:
                    await self._transport.pause(pause)
                    await self._send_group(again, attempt + 1)
            ready = self._ready(later)

    async def _places(self, ready: list[BatchRequest]) -> list[Place]:
        """Take places for the first calls, as many as may go together; where the first one has to
        wait, wait for it.

        None are taken where the time budget does not hold that wait, which is the end of the first
        call alone.
        """
        places: list[Place] = []
        for request in ready:
            name = request.operation.name
            place = self._transport.reserve_now(name)
            if place is None:
                if places:
                    break
                try:
                    place = await self._transport.wait_for_rate_limit(name, self._deadline)
                except RateLimitExceeded as error:
                    self._outcomes[request.id].fail(error)
                    break
            places.append(place)
        return places

    def _ready(self, group: list[BatchRequest]) -> list[BatchRequest]:
        """Return what may go.

        What depends on a failure of an earlier request fails as the service would have it.
        """
        ready: dict[str, BatchRequest] = {}
        for request in group:
            before = None if request.depends_on is None else self._outcomes[request.depends_on]
            if before is None or before.request.id in ready or before.has_succeeded:
                ready[request.id] = request
            else:
                self._outcomes[request.id].settle(failed_dependency(request))
        return [*ready.values()]

    def _settle_all(
        self, sent: list[BatchRequest], found: dict[str, Answer], attempt: int
    ) -> tuple[list[BatchRequest], float | None]:
        """Take the answers.

        Return what goes again, and the pause before that, None where there is nothing or no time.
        """
        again: dict[str, BatchRequest] = {}
        throttled: list[Throttled] = []
        for request in sent:
            error = self._settle(request, found.get(request.id))
            if isinstance(error, Throttled):
                throttled.append(error)
            # A 424 that is only there because what it depends on was throttled means no failure
            # either.
            if isinstance(error, Throttled) or (
                isinstance(error, FailedDependency) and request.depends_on in again
            ):
                again[request.id] = request
        return [*again.values()], self._pause(throttled, attempt)

    def _settle(self, request: BatchRequest, answer: Answer | None) -> Exception | None:
        outcome = self._outcomes[request.id]
        if answer is None:
            outcome.fail(
                UnreadableAnswer(
                    "the batch's answer lacks this call", status=200, headers={}, body=""
                )
            )
        elif 200 <= answer.status < 300:
            sent = request.request
            self._transport.history.note(sent.method, sent.path, answer.content)
            outcome.settle(answer)
        else:
            outcome.settle(answer, self._transport.evidence(request.request, answer.status))
        return outcome.error

    def _pause(self, throttled: list[Throttled], attempt: int) -> float | None:
        """Return the longest wait that is asked for.

        None where nothing was throttled, or waiting is over.
        """
        retry = self._settings.retry
        pauses = [
            retry.pause(error, attempt=attempt, repeatable=False, left=self._deadline.left)
            for error in throttled
        ]
        known = [pause for pause in pauses if pause is not None]
        return max(known) if known and len(known) == len(pauses) else None

    async def _exchange(self, group: list[BatchRequest], places: list[Place]) -> dict[str, Answer]:
        ids = {request.id for request in group}
        repeatable = all(request.operation.repeatable for request in group)
        operation = send_batch([request.write(ids) for request in group], repeatable=repeatable)
        request = PreparedRequest.of(operation, self._transport.endpoint)
        try:
            # An envelope of 424 is described for batches with a throttled item; the answers are in
            # it.
            envelope = await self._transport.answer(
                request, self._settings, repeatable=repeatable, also=424
            )
            found = answers(envelope, group)
            if envelope.status == 424 and not found:
                raise service_error(envelope, request.method, request.path)
        except BaseException as error:
            self._break_off(group, places, error)
            raise
        for place in places:
            self._transport.finish(place)
        return found

    def _break_off(
        self, group: list[BatchRequest], places: list[Place], error: BaseException
    ) -> None:
        """Settle the calls of a request that came to nothing, and free their places where it
        never left.
        """
        if not isinstance(error, Exception):
            error = ConnectionFailed(
                "the batch was cancelled; the service may have done this call", sent=True
            )
        for request, place in zip(group, places, strict=True):
            self._outcomes[request.id].fail(error)
            if isinstance(error, GraphError) and not was_sent(error):
                self._transport.release(request.operation.name, place)
            else:
                self._transport.finish(place)
