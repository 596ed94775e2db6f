"""Bodies as bytes, and the media type that goes with them."""

from __future__ import annotations

import json
import traceback

import pytest

from graphsync._core.request.body import content_type, encode
from graphsync_client.types import Operation


def sends(body: object, media_type: str | None = None) -> Operation[None]:
    return Operation(name="do", method="POST", path="/x", body=body, content_type=media_type)


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        (None, None),
        (b"\x00\xff", b"\x00\xff"),
        (b"", b""),
        ({}, b"{}"),
        ({"a": [1, None, True]}, b'{"a":[1,null,true]}'),
        ("é", '"é"'.encode()),
    ],
)
def test_a_body_is_written_without_blanks(body, sent):
    assert encode(sends(body)) == sent


def test_half_a_surrogate_pair_goes_back_as_it_came():
    body = {"name": "\ud83d", "other": "é"}
    sent = encode(sends(body))
    assert sent is not None
    assert sent.isascii()
    assert json.loads(sent) == body


def nested(levels: int) -> object:
    value: object = None
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"key": "s3cr3t", "value": object()}, "type object"),
        ({"key": "s3cr3t", "value": float("nan")}, "not JSON compliant"),
        ({"key": "s3cr3t", "value": nested(200_000)}, "nested too deeply"),
    ],
)
def test_what_has_no_json_is_a_clear_error_without_the_values(body, problem):
    with pytest.raises(
        ValueError, match=rf"^do: the body cannot be written as JSON: .*{problem}"
    ) as failure:
        encode(sends(body))
    error = failure.value
    assert error.__cause__ is None
    assert error.__context__ is None
    own = [
        frame
        for frame, _ in traceback.walk_tb(error.__traceback__)
        if frame.f_globals["__name__"].startswith("graphsync")
    ]
    assert own
    assert not any("s3cr3t" in repr(value) for frame in own for value in frame.f_locals.values())


@pytest.mark.parametrize(
    ("body", "named", "expected"),
    [
        ({}, None, "application/json"),
        (b"x", None, "application/octet-stream"),
        ({}, "application/scim+json", "application/scim+json"),
        (b"x", "application/scim+json", "application/scim+json"),
    ],
)
def test_the_media_type_is_the_operations_or_follows_the_body(body, named, expected):
    assert content_type(sends(body, named)) == expected
