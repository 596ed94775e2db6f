"""JSON as Python values: the standard library at first, msgspec once that pays."""

from __future__ import annotations

import json
import math

import pytest

from graphsync._core.json_numbers import ExactNumber
from graphsync._core.response import parsing
from graphsync._core.response.parsing import parse_json


@pytest.fixture(params=["at first", "later"])
def parse(request, monkeypatch):
    loads = parsing._at_first if request.param == "at first" else parsing._faster()
    monkeypatch.setattr(parsing, "_loads", loads)
    monkeypatch.setattr(parsing, "_parsed", 0)
    return parse_json


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[1, 2.5, null, true]",
        '{"a": {"b": ["é", "\\u00e9"]}}',
        '"x"',
        "5",
        str(2**70),
        '"\\ud83d"',
    ],
)
def test_both_parsers_give_the_same(parse, text):
    assert parse(text.encode()) == json.loads(text)


@pytest.mark.parametrize(
    "content", [b"-0", b"[-0]", b'{"a":-0}', b'{"a": -0 }', b"[\n-0]", b'{"a":\t-0,"b":"-0"}']
)
def test_a_negative_zero_keeps_its_sign(parse, content):
    found = parse(content)
    number = (
        found["a"] if isinstance(found, dict) else found[0] if isinstance(found, list) else found
    )
    assert math.copysign(1, number) == -1


@pytest.mark.parametrize("content", [b'["-0"]', b"[-0.0]", b"[-0e1]", b'[": -0 "]'])
def test_what_only_looks_like_one_changes_nothing(parse, content):
    assert parse(content) == json.loads(content)


def test_numbers_beyond_a_float_keep_their_text(parse):
    long = "1234567890123456789012.345678901234"
    (found,) = parse(f"[{long}]".encode())
    assert isinstance(found, ExactNumber)
    assert found.text == long


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1,]", b'{"a" 1}', b"nul", b"\xff", b"[-0", b"1 2"]
)
def test_errors_are_those_of_the_standard_library(parse, content):
    with pytest.raises(ValueError) as expected:
        json.loads(content)
    with pytest.raises(ValueError) as found:
        parse(content)
    assert (type(found.value), str(found.value)) == (type(expected.value), str(expected.value))


def test_what_is_nested_too_deeply_is_a_recursion_error(parse):
    with pytest.raises(RecursionError):
        parse(b"[" * 200_000 + b"]" * 200_000)


@pytest.mark.parametrize("content", [b"[NaN]", b"\xef\xbb\xbf[1]", b"[Infinity]"])
def test_what_the_standard_library_understands_is_parsed(parse, content):
    assert repr(parse(content)) == repr(json.loads(content))


def test_the_faster_parser_comes_in_after_some_megabytes(monkeypatch):
    monkeypatch.setattr(parsing, "_loads", parsing._at_first)
    monkeypatch.setattr(parsing, "_parsed", 0)
    content = json.dumps(["x" * 1000] * 1000).encode()
    for _ in range(3):
        parse_json(content)
        assert parsing._loads is parsing._at_first
    parse_json(content)
    assert parsing._loads is not parsing._at_first
    assert parse_json(content) == json.loads(content)
