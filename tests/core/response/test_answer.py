"""An answer, read with suspicion."""

from __future__ import annotations

import pytest

from graphsync._core.response.answer import Answer
from graphsync._core.response.redaction import Redaction
from graphsync.errors import UnreadableAnswer
from graphsync_client import api
from graphsync_client.types import Operation, Owner, Reads

SP = Owner.service_principal("11111111-1111-4111-8111-111111111111")
JSON = {"content-type": "application/json"}


def answer(
    content: bytes, headers: dict[str, str] | None = None, redaction: Redaction | None = None
) -> Answer:
    return Answer(
        status=200,
        headers=JSON if headers is None else headers,
        content=content,
        redaction=redaction,
    )


def reading(reads: Reads) -> Operation[object]:
    return Operation(name="do", method="GET", path="/x", reads=reads, convert=lambda body: body)


@pytest.mark.parametrize(
    ("reads", "content", "headers", "result"),
    [
        (Reads.JSON, b'{"a": 1}', JSON, {"a": 1}),
        (Reads.BYTES, b"\x00\xff", JSON, b"\x00\xff"),
        (Reads.TEXT, "é\n".encode(), JSON, "é\n"),
        (Reads.TEXT, b"\xff", JSON, "\ufffd"),
        (Reads.LOCATION, b"not JSON", {"location": "https://x"}, "https://x"),
        (Reads.NOTHING, b"not JSON", JSON, None),
        (Reads.JSON, b"5", {"content-type": "text/plain"}, 5),
        (Reads.JSON, b"five", {"content-type": "text/plain;charset=utf-8"}, "five"),
    ],
)
def test_an_operation_gets_what_it_reads(reads, content, headers, result):
    assert answer(content, headers).read(reading(reads)) == result


@pytest.mark.parametrize(
    ("content", "headers", "reason"),
    [
        (b"{", JSON, "broken JSON (Expecting property name"),
        (b"<html>", {"content-type": "text/html"}, "not JSON"),
        (b"<html>", {}, "no content type"),
        (b"[" * 200_000, JSON, "nested too deeply"),
        (b"\xff\xfe\xfd", JSON, "broken JSON"),
    ],
)
def test_what_is_not_json_is_named_and_the_error_holds_nothing_else(content, headers, reason):
    with pytest.raises(UnreadableAnswer) as failure:
        answer(content, headers).json()
    assert reason in str(failure.value)
    assert (failure.value.__cause__, failure.value.__context__) == (None, None)
    proxy = "a proxy or a sign-in page" in str(failure.value)
    assert proxy is ("json" not in headers.get("content-type", ""))


def test_an_error_quotes_without_the_secrets_of_the_request():
    redaction = Redaction(frozenset({"s3cr3t"}))
    headers = {"content-type": "text/s3cr3t", "x-echo": "s3cr3t", "set-cookie": "id=1"}
    with pytest.raises(UnreadableAnswer) as failure:
        answer(b"<p>s3cr3t</p>" + b"x" * 20_000, headers, redaction).json()
    error = failure.value
    assert "s3cr3t" not in f"{error} {error.body} {error.headers}"
    assert error.headers == {"content-type": "text/***", "x-echo": "***"}
    assert len(error.body) == 10_000
    assert len(str(error)) < 600


def test_an_answer_that_lists_secrets_is_not_quoted_at_all():
    with pytest.raises(UnreadableAnswer, match="not quoted, since it may hold secrets") as failure:
        answer(
            b'{"value": [{"key": "a", "value": "s3cr3t"', redaction=Redaction(hides_content=True)
        ).json()
    assert failure.value.body == ""
    assert "s3cr3t" not in str(failure.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{}", "there is no value"),
        (b'{"value": 5}', "expected a JSON array"),
        (b'{"value": [5]}', "expected a JSON object"),
        (b"", "unreadable|no body|not readable"),
        (b"[]", "expected a JSON object"),
    ],
)
def test_a_page_of_another_shape_is_found_while_the_answer_is_at_hand(content, reason):
    with pytest.raises(UnreadableAnswer, match=reason) as failure:
        answer(content).read(api.list_jobs(SP))
    assert failure.value.__context__ is None


def test_a_page_is_read_whole():
    page = answer(b'{"value": [{"id": "a"}, {"id": "b"}]}').read(api.list_jobs(SP))
    assert [job.id for job in page.value or ()] == ["a", "b"]
