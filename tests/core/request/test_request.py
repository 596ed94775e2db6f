"""A verb's request as a value."""

from __future__ import annotations

import pytest

from graphsync._core.request.request import Request, nothing, unchanged
from graphsync_client.types import Operation

OPERATION = Operation[None](name="x", method="GET", path="/x", body={"secret": "S3cret"})


def test_an_operation_is_a_request_whose_answer_is_the_result():
    request = Request.of(OPERATION)
    assert request.operation is OPERATION
    answer = object()
    assert request.finish(answer) is answer
    assert Request.of(request) is request
    assert unchanged(answer) is answer
    assert nothing(answer) is None


def test_it_cannot_be_changed_and_shows_no_body():
    request = Request.of(OPERATION)
    with pytest.raises(AttributeError):
        request.finish = nothing
    assert "S3cret" not in repr(request)
