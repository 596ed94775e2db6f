"""From an answer to the error: every row of what the service really sends, and whatever else may come."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync import errors
from graphsync._core.response.answer import Answer
from graphsync._core.response.redaction import Redaction
from graphsync._core.response.service_errors import service_error
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import ServiceError
from tests.core.telling import shape, told


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.BadRequest),
        (401, errors.Unauthorized),
        (403, errors.Forbidden),
        (404, errors.NotFound),
        (406, errors.NotAcceptable),
        (409, errors.Conflict),
        (412, errors.PreconditionFailed),
        (418, ServiceError),
        (424, errors.FailedDependency),
        (429, errors.Throttled),
        (302, errors.Redirected),
        (500, errors.ServerFailure),
        (504, errors.ServerFailure),
        (599, errors.ServerFailure),
    ],
)
def test_each_status_has_its_class(status, kind):
    assert type(told(status)) is kind


@pytest.mark.parametrize(
    ("status", "code"),
    [(503, "ServerFailure"), (302, "Redirected"), (404, "NotFound"), (418, "ServiceError")],
)
def test_what_names_no_code_is_called_like_its_class(status, code):
    assert told(status).code == code


def test_ids_and_dates_come_from_headers_or_body():
    inner = {"request-id": "inner", "client-request-id": "c", "date": "2026-01-01"}
    error = told(400, shape("X", "m", innerError=inner))
    assert (error.request_id, error.failure.client_request_id, error.failure.date) == (
        "inner",
        "c",
        "2026-01-01",
    )
    error = told(400, shape("X", "m", innerError=inner), request_id="head", date="now")
    assert (error.request_id, error.failure.date) == ("head", "2026-01-01")
    assert told(400, None).request_id is None
    assert "request-id" not in str(told(400, None))


def test_text_that_is_no_json_is_shown_shortened():
    error = told(502, b"<html>" + b"x" * 9000)
    assert error.message.startswith("<html>xxx")
    assert len(error.message) <= 200
    assert len(error.body) == 9006


def test_a_message_that_looks_like_json_but_is_not_stays():
    assert told(400, shape("X", "{not json}")).message == "{not json}"


def test_messages_nested_without_end_do_not_hang():
    message = "x"
    for _ in range(12):
        message = json.dumps(shape("UnknownError", message))
    assert told(400, {"error": {"code": "UnknownError", "message": message}}).status == 400


def test_inner_errors_nested_without_end_do_not_hang():
    inner = {"code": "deepest"}
    for number in range(12):
        inner = {"code": f"level {number}", "innerError": inner}
    assert told(400, {"error": {"code": "", "message": "m", "innerError": inner}}).code == "level 4"


def test_secrets_of_the_request_are_taken_out():
    redaction = Redaction.of(
        {
            "credentials": [
                {"key": "Password", "value": 'pa"ss\nword'},
                {"key": "x", "value": "on"},
                7,
            ]
        },
        Hidden("tok-en"),
    )
    text = json.dumps(shape("X", 'tok-en and pa"ss\nword are on'))
    error = service_error(
        Answer(
            status=400,
            headers={"x": "tok-en", "authorization": "y"},
            content=text.encode(),
            redaction=redaction,
        ),
        "GET",
        "/",
    )
    assert error.message == "*** and *** are on"
    assert error.headers == {"x": "***"}
    assert 'pa"ss' not in error.body
    assert "tok-en" not in f"{error.body}{error!r}{redaction!r}"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
names = st.sampled_from(
    ["error", "code", "message", "innerError", "innererror", "details", "Message"]
)
bodies = st.recursive(json_values, lambda inner: st.dictionaries(names, inner))


@given(st.integers(300, 599), bodies.map(json.dumps).map(str.encode) | st.binary(), st.text())
def test_whatever_comes_ends_in_an_error_with_a_text(status, content, path):
    error = service_error(Answer(status=status, headers={}, content=content), "GET", path)
    assert isinstance(error, ServiceError)
    assert str(status) in str(error)
    assert isinstance(error.code, str)
    assert isinstance(error.message, str)
