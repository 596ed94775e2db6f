"""What a call would send."""

from __future__ import annotations

import pytest

from graphsync._core.request.endpoint import Endpoint
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync.errors import ForeignOrigin
from graphsync_client import api
from graphsync_client.types import Operation, Owner, Reads

ENDPOINT = Endpoint("https://graph.microsoft.com/v1.0")
SP = Owner.service_principal("11111111-1111-4111-8111-111111111111")


def prepared(**parts: object) -> PreparedRequest:
    operation = Operation(**{"name": "do", "method": "GET", "path": "/x", **parts})
    return PreparedRequest.of(operation, ENDPOINT)


@pytest.mark.parametrize(
    ("reads", "accepted"),
    [
        (Reads.BYTES, "application/octet-stream"),
        (Reads.TEXT, "text/plain"),
        (Reads.JSON, "application/json"),
        (Reads.NOTHING, "application/json"),
        (Reads.LOCATION, "application/json"),
    ],
)
def test_the_request_accepts_what_the_operation_reads(reads, accepted):
    assert prepared(reads=reads).headers["accept"] == accepted


def test_the_content_of_an_upload_is_asked_for_as_bytes_and_a_count_as_text():
    content = PreparedRequest.of(api.get_bulk_upload_content(SP, "job"), ENDPOINT)
    assert content.headers == {"accept": "application/octet-stream"}
    assert content.path.endswith("/bulkUpload/$value")
    count = PreparedRequest.of(api.count_jobs(SP), ENDPOINT)
    assert count.headers["accept"] == "text/plain"


def test_headers_of_the_operation_win_in_any_case():
    assert prepared(headers={"Accept": "text/csv", "If-Match": "x"}).headers == {
        "accept": "text/csv",
        "if-match": "x",
    }


@pytest.mark.parametrize("name", ["Authorization", "authorization", "AUTHORIZATION"])
def test_a_header_cannot_replace_the_token(name):
    with pytest.raises(ValueError, match="sets Authorization itself"):
        prepared(headers={name: "Bearer stolen"})


@pytest.mark.parametrize(
    "headers", [{"x-a": "b\r\nx-c: d"}, {"x-a\n": "b"}, {"x-é": "b"}, {"x-a": "b\x00"}]
)
def test_a_header_that_would_break_out_of_its_line_is_refused(headers):
    with pytest.raises(ValueError, match="characters that a header cannot carry"):
        prepared(headers=headers)


def test_a_body_brings_its_type_and_stays_out_of_the_repr():
    made = prepared(method="PUT", body={"value": [{"key": "SecretToken", "value": "s3cr3t"}]})
    assert made.headers["content-type"] == "application/json"
    assert b"s3cr3t" in (made.content or b"")
    assert "s3cr3t" not in repr(made)
    assert "content-type" not in prepared(method="POST").headers
    assert prepared(method="POST").content is None
    assert prepared(body=b"x").json is None


def test_another_origin_gets_nothing():
    with pytest.raises(ForeignOrigin):
        prepared(path="https://evil.contoso.com/v1.0/x")


def test_the_headers_cannot_be_changed_afterwards():
    with pytest.raises(TypeError):
        prepared().headers["authorization"] = "x"


SECRETS = "/servicePrincipals/x/synchronization/secrets"


@pytest.mark.parametrize(
    ("name", "path", "body", "is_one"),
    [
        ("do", SECRETS, None, True),
        ("do", f"{SECRETS}?$select=key", None, True),
        ("do", "/servicePrincipals/x/synchronization", None, True),
        ("do", "/servicePrincipals/x/synchronization/jobs", None, False),
        ("send_batch", "/$batch", {"requests": [{"url": "/jobs"}, {"url": SECRETS}]}, True),
        ("send_batch", "/$batch", {"requests": [{"url": "/jobs"}, {}, None]}, False),
        ("send_batch", "/$batch", None, False),
    ],
)
def test_answers_that_list_secrets_are_known_beforehand(name, path, body, is_one):
    assert prepared(name=name, path=path, body=body).reads_secrets is is_one
