"""What one call of a batch makes of its answer."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graphsync._core.batch.format import BatchRequest
from graphsync._core.batch.outcome import Outcome
from graphsync._core.request.endpoint import Endpoint
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync._core.response.answer import Answer
from graphsync.errors import NotFound, Refused, UnreadableAnswer
from graphsync_client.api.jobs.list_jobs import list_jobs
from graphsync_client.types import Owner

ENDPOINT = Endpoint.of("https://graph.microsoft.com/v1.0")


def outcome(finish: Any) -> Outcome:
    operation = list_jobs(Owner.service_principal("p"))
    request = PreparedRequest.of(operation, ENDPOINT)
    path = ENDPOINT.below(request.url)
    return Outcome(BatchRequest(id="1", operation=operation, request=request, path=path), finish)


def answer(body: Any, status: int = 200) -> Answer:
    return Answer(status=status, headers={}, content=json.dumps(body).encode())


def test_the_result_is_what_finish_makes_of_the_answer_once():
    seen = []
    call = outcome(lambda found: seen.append(found) or len(found.value))
    assert (call.is_done, call.has_succeeded) == (False, False)
    call.settle(answer({"value": [{"id": "a"}], "@odata.nextLink": "https://x"}))
    assert (call.result, call.next_link, call.error) == (1, "https://x", None)
    assert call.has_succeeded
    assert len(seen) == 1


def test_an_error_answer_does_not_reach_finish():
    call = outcome(lambda _: pytest.fail("finish was called"))
    call.settle(answer({"error": {"code": "X"}}, status=404))
    assert isinstance(call.error, NotFound)
    assert (call.is_done, call.has_succeeded, call.result) == (True, False, None)
    call.settle(answer([]))
    assert isinstance(call.error, UnreadableAnswer)


def test_a_call_that_went_again_forgets_its_first_error():
    call = outcome(lambda found: found)
    call.fail(Refused("not sent"))
    assert isinstance(call.error, Refused)
    call.settle(answer({"value": []}))
    assert call.has_succeeded


def test_whatever_finish_raises_is_the_error_of_this_call():
    call = outcome(lambda _: {}["missing"])
    call.settle(answer({"value": []}))
    assert isinstance(call.error, KeyError)
