"""Parsing says what the standard library says, only sooner, and with numbers that keep their value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphsync._core.json_numbers import read_float, read_integer
from graphsync._core.response import parsing
from graphsync._core.response.parsing import parse_json

STANDARD = partial(json.loads, parse_float=read_float, parse_int=read_integer)


@pytest.fixture(scope="module", autouse=True)
def _fast() -> Iterator[None]:
    """Parse as a program does that has parsed some megabytes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsing, "_loads", parsing._faster())
        yield


NUMBERS = (
    st.integers()
    | st.floats()
    | st.sampled_from([2**63, -(2**63) - 1, 2**64, 10**40, -0.0, 1e400, 5e-324])
)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(st.characters(codec=None)),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=10,
)
CRUMBS = st.sampled_from(
    [
        b"", b" ", b"\n", b",", b"]", b"}", b'"', b"\\", b"\\u", b"\\ud83d", b"\x00", b"\x7f", b"\xff", b"\xc0\x80", b"\xed\xa0\x80",
        b"-", b"+", b".", b"0", b"00", b"e", b"E5", b"1e999", b"NaN", b"Infinity", b"-Infinity", b"nul", b"true", b"\xef\xbb\xbf", b"//",
    ]
)  # fmt: skip


def outcome(
    parse: Any, content: bytes
) -> Any:  # a value, told apart by its kinds as well, or an error
    try:
        return repr(parse(content))
    except (ValueError, RecursionError) as error:
        return type(error), str(error)


@given(value=VALUES, ascii_only=st.booleans(), indent=st.sampled_from([None, 0, 2]))
def test_documents_read_alike(value: Any, ascii_only: bool, indent: int | None) -> None:
    content = json.dumps(value, ensure_ascii=ascii_only, indent=indent).encode(
        "utf-8", "surrogatepass"
    )
    assert outcome(parse_json, content) == outcome(STANDARD, content)


@given(value=VALUES, at=st.integers(0), gone=st.integers(0, 3), crumb=CRUMBS)
@example(value={"a": 1}, at=0, gone=0, crumb=b"\xef\xbb\xbf")
@example(value=[], at=1, gone=0, crumb=b'"\\ud800"')
@example(value=[], at=1, gone=0, crumb=b"[" * 100_000)
def test_broken_documents_read_alike(value: Any, at: int, gone: int, crumb: bytes) -> None:
    content = json.dumps(value).encode()
    at %= len(content) + 1
    content = content[:at] + crumb + content[at + gone :]
    assert outcome(parse_json, content) == outcome(STANDARD, content)


@given(content=st.binary(max_size=40))
def test_bytes_read_alike(content: bytes) -> None:
    assert outcome(parse_json, content) == outcome(STANDARD, content)
