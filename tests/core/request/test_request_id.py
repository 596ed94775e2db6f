"""Names for requests are random UUIDs of version 4."""

from __future__ import annotations

import uuid

import pytest

from graphsync._core.request import request_id as module
from graphsync._core.request.request_id import request_id


def test_each_is_a_uuid_of_version_4_and_no_two_are_the_same():
    made = {request_id() for _ in range(500)}
    assert len(made) == 500
    for text in made:
        parsed = uuid.UUID(text)
        assert (str(parsed), parsed.version, parsed.variant) == (text, 4, uuid.RFC_4122)


@pytest.mark.parametrize("byte", [0x00, 0x3F, 0x40, 0x7F, 0x80, 0xFF])
def test_any_random_bits_give_a_valid_one(monkeypatch, byte):
    monkeypatch.setattr(module.os, "urandom", lambda length: bytes([byte]) * length)
    parsed = uuid.UUID(request_id())
    assert (parsed.version, parsed.variant) == (4, uuid.RFC_4122)
    assert parsed.bytes[0] == byte
