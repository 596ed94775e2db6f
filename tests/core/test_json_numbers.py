"""Numbers keep their value from an answer to the next request."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from graphsync._core.json_numbers import ExactNumber
from graphsync._core.request.body import encode
from graphsync._core.response import parsing
from graphsync._core.response.parsing import parse_json
from graphsync_client.models import BulkRequestOperation, SynchronizationJob
from graphsync_client.types import Operation

LONG = "1234567890123456789012.345678901234"


@pytest.fixture(params=["standard library", "msgspec"])
def parse(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The parser, before and after a program has parsed much."""
    loads = parsing._standard if request.param == "standard library" else parsing._faster()
    monkeypatch.setattr(parsing, "_loads", loads)
    return parse_json


def sent(body: Any) -> str:
    content = encode(Operation[None](name="n", method="PUT", path="/p", body=body))
    assert content is not None
    return content.decode()


@pytest.mark.parametrize(
    "number",
    [
        LONG, f"-{LONG}", "0.1234567890123456789012345678901234", "-0.0", "1.5", "12345678901234567890123456789012345",
        "1E400", "-1e-400", "1.7976931348623157e+308", "5e-324", "0.1", "1e22", "100000000000000000000000.0",
    ],
)  # fmt: skip
def test_a_number_of_an_unknown_member_goes_back_with_its_value(parse: Any, number: str) -> None:
    text = f'{{"a":[1,{{"b":{number}}}],"c":"-0, {number}"}}'
    job = SynchronizationJob.from_dict(parse(text.encode()))
    from decimal import Decimal

    for written in (
        sent(job.to_dict()),
        sent(job.evolve().to_dict()),
        sent(copy.deepcopy(job).to_dict()),
    ):
        found = json.loads(written, parse_float=Decimal, parse_int=Decimal)
        assert found["a"][1]["b"] == Decimal(number)
        assert found["c"] == f"-0, {number}"


@pytest.mark.parametrize("text", ['{"x":-0}', "[-0]", "[1,-0]", '{"x": -0 }', '{"x":\n-0}', "-0"])
def test_negative_zero_keeps_its_sign(parse: Any, text: str) -> None:
    assert sent(parse(text.encode())).replace("-0.0", "-0") == text.replace(" ", "").replace(
        "\n", ""
    )


def test_such_a_number_is_a_float_for_programs() -> None:
    number = parse_json(LONG.encode())
    assert isinstance(number, float)
    assert number + 1 == float(LONG) + 1
    assert number == float(LONG)
    assert repr(number) == LONG
    assert json.loads(json.dumps({"x": number})) == {"x": float(LONG)}
    assert repr(pickle.loads(pickle.dumps(number))) == LONG
    operation = BulkRequestOperation.from_dict({"data": {"x": number}})
    operation.data["x2"] = number  # type: ignore[index]
    assert sent(operation.to_dict()) == f'{{"data":{{"x":{LONG},"x2":{LONG}}}}}'


def test_ordinary_numbers_are_ordinary(parse: Any) -> None:
    found = parse(b"[1.5, 0.1, 1e5, 3, -7, 1.10, 2.50]")
    assert [type(value) for value in found] == [float, float, float, int, int, float, float]


def test_msgspec_is_imported_once_it_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_loads", parsing._at_first)
    monkeypatch.setattr(parsing, "_parsed", 0)
    document = json.dumps("x" * (1 << 20)).encode()
    for _ in range(2):
        parse_json(document)
        assert parsing._loads is parsing._at_first
    parse_json(document)
    assert parsing._loads is not parsing._at_first
    assert parse_json(document) == "x" * (1 << 20)


def test_a_text_that_looks_like_a_mark_stays(parse: Any) -> None:
    assert ExactNumber(LONG).text == LONG
    body = {"x": "0" * 32 + LONG, "y": ExactNumber(LONG)}
    assert sent(body) == f'{{"x":"{"0" * 32}{LONG}","y":{LONG}}}'


@pytest.mark.parametrize("number", ["1e99999999999999999999", "-1.5E-99999999999999999999"])
def test_an_exponent_without_end_is_a_number_that_goes_back_as_it_came(
    parse: Any, number: str
) -> None:
    read = parse(f'{{"a":{number}}}'.encode())
    assert isinstance(read["a"], ExactNumber)
    assert sent(read) == f'{{"a":{number}}}'
