"""From an answer to the error: every row of what the service really sends, and whatever else may come."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync import errors
from graphsync._core.answer import Answer
from graphsync._core.fault import fault
from graphsync._core.redaction import Redaction
from graphsync.errors import ServiceError

SYNC = "/v1.0/servicePrincipals/11111111-1111-4111-8111-111111111111/synchronization"
JOB = f"{SYNC}/jobs/scim.7b1c2f3e5d644a8b9c0d1e2f3a4b5c6d.11111111-aaaa-4111-8111-111111111111"
ROUTE = "No HTTP resource was found that matches the request URI 'https://syncfabric.windowsazure.com/api/x'."


def told(status: int, body: object = None, *, method: str = "GET", path: str = JOB, **headers: str) -> ServiceError:
    content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return fault(Answer(status=status, headers=names, content=content), method, path)


def shape(code: str, message: str | None, **more: object) -> dict:
    return {"error": {"code": code, "message": message, **more}}


@pytest.mark.parametrize(
    ("row", "error", "code", "message", "hint"),
    [
        (
            "E1",
            told(401, shape("InvalidAuthenticationToken", "expired")),
            "InvalidAuthenticationToken",
            "expired",
            "audience",
        ),
        ("E2", told(401, shape("UnknownError", "")), "UnknownError", "", "not replicated yet"),
        (
            "E3",
            told(403, shape("Authorization_RequestDenied", "Insufficient")),
            "Authorization_RequestDenied",
            "Insufficient",
            "permission",
        ),
        (
            "E4",
            told(404, shape("UnknownError", json.dumps({"Message": ROUTE})), method="PATCH"),
            "UnknownError",
            ROUTE,
            "PUT",
        ),
        ("E5", told(404, shape("ResourceNotFound", "no")), "ResourceNotFound", "no", "jobs.list()"),
        (
            "E6",
            told(
                400,
                shape(
                    "UnknownError",
                    json.dumps(shape("InvalidNotificationSettings", None), indent=1).replace("\n", "\r\n"),
                ),
            ),
            "InvalidNotificationSettings",
            "",
            "{}",
        ),
        (
            "E7",
            told(400, shape("RequestParameterInvalid", "rule"), path=f"{JOB}/provisionOnDemand"),
            "RequestParameterInvalid",
            "rule",
            "rules",
        ),
        (
            "E8",
            told(400, shape("BadRequest", "Empty Payload. JSON content expected.")),
            "BadRequest",
            "Empty Payload. JSON content expected.",
            '"value"',
        ),
        (
            "E9",
            told(406, shape("X", "'flowWhenChanged' was not found")),
            "X",
            "'flowWhenChanged' was not found",
            "case-sensitive",
        ),
        ("E10", told(409, shape("Conflict", "busy")), "Conflict", "busy", "another change"),
        ("E11", told(400, shape("CredentialsMissing", "none")), "CredentialsMissing", "none", "secrets.update"),
        (
            "E12",
            told(429, shape("TooManyRequests", "later", innerError={"code": "429"}), retry_after="2.5"),
            "TooManyRequests",
            "later",
            "retry_after",
        ),
        (
            "E13",
            told(400, shape("BadRequest", "Invalid Data Format"), path=f"{JOB}/bulkUpload"),
            "BadRequest",
            "Invalid Data Format",
            "scim+json",
        ),
        ("E14", told(503, shape("ServiceUnavailable", "x")), "ServiceUnavailable", "x", "support"),
        ("upload", told(403, None, path=f"{JOB}/bulkUpload"), "Forbidden", "", "SynchronizationData-User.Upload"),
        (
            "template",
            told(400, shape("RequestParameterInvalid", "t"), path=f"{SYNC}/jobs"),
            "RequestParameterInvalid",
            "t",
            "templates.list()",
        ),
        ("patch", told(404, None, method="PATCH"), "NotFound", "", "PUT"),
        (
            "guid job",
            told(404, None, path=f"{SYNC}/jobs/11111111-1111-4111-8111-111111111111"),
            "NotFound",
            "",
            "not a GUID",
        ),
        (
            "job as owner",
            told(
                401,
                shape("UnknownError", ""),
                path=JOB.replace("11111111-1111-4111-8111-111111111111/s", "scim.7b1c2f3e5d644a8b9c0d1e2f3a4b5c6d/s"),
            ),
            "UnknownError",
            "",
            "id of a job",
        ),
        (
            "name as owner",
            told(401, shape("UnknownError", ""), path="/v1.0/servicePrincipals/My%20App/synchronization/jobs"),
            "UnknownError",
            "",
            "find(display_name",
        ),
        ("owner 404", told(404, None, path=f"{SYNC}/templates/x"), "NotFound", "", "object id"),
        (
            "validate",
            told(400, shape("X", "no"), path=f"{JOB}/validateCredentials"),
            "X",
            "no",
            "refused the credentials",
        ),
        (
            "innererror",
            told(
                400,
                {
                    "error": {
                        "code": "",
                        "message": "m",
                        "innererror": {"code": "Outer", "innererror": {"code": "Inmost"}},
                    }
                },
            ),
            "Inmost",
            "m",
            None,
        ),
        ("flat", told(400, {"code": "Flat", "Message": "told"}), "Flat", "told", None),
        ("424", told(424, None), "FailedDependency", "", "depends on"),
        (
            "redirect",
            told(302, None, location="https://contoso.com/x?y=1"),
            "ServiceError",
            "",
            "https://contoso.com/x",
        ),
    ],
)
def test_each_known_error_is_unwrapped_and_explained(row, error, code, message, hint):
    assert (error.code, error.message) == (code, message)
    assert (error.hint is None) if hint is None else (hint in error.hint)


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


def test_ids_and_dates_come_from_headers_or_body():
    inner = {"request-id": "inner", "client-request-id": "c", "date": "2026-01-01"}
    error = told(400, shape("X", "m", innerError=inner))
    assert (error.request_id, error.failure.client_request_id, error.failure.date) == ("inner", "c", "2026-01-01")
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
        {"credentials": [{"key": "Password", "value": 'pa"ss\nword'}, {"key": "x", "value": "on"}, 7]}, "tok-en"
    )
    text = json.dumps(shape("X", 'tok-en and pa"ss\nword are on'))
    error = fault(
        Answer(status=400, headers={"x": "tok-en", "authorization": "y"}, content=text.encode(), redaction=redaction),
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
names = st.sampled_from(["error", "code", "message", "innerError", "innererror", "details", "Message"])
bodies = st.recursive(json_values, lambda inner: st.dictionaries(names, inner))


@given(st.integers(300, 599), bodies.map(json.dumps).map(str.encode) | st.binary(), st.text())
def test_whatever_comes_ends_in_an_error_with_a_text(status, content, path):
    error = fault(Answer(status=status, headers={}, content=content), "GET", path)
    assert isinstance(error, ServiceError)
    assert str(status) in str(error)
    assert isinstance(error.code, str)
    assert isinstance(error.message, str)
