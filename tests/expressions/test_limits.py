"""What the expression language refuses, and what it does without."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync.expressions import (
    ExpressionError,
    Surroundings,
    check,
    evaluate,
    parse,
)
from graphsync.expressions.catalogue import FUNCTIONS
from graphsync.expressions.functions import BODIES

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC).timestamp()


def run(expression: str, **attributes: object) -> object:
    return evaluate(expression, Surroundings(attributes, now=NOW, random=Random(1)))


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("", "expected, not the end"),
        ("[a", "not closed"),
        ('"a', "quote"),
        ("Left([a], 1", "not closed"),
        ("Left([a] 1)", "comma"),
        ("[a] [b]", "not expected"),
        ("[]", "name is missing"),
        ("left([a], 1)", "there is Left"),
        ("Nothing()", "no function"),
        ("Left([a])", "takes 2"),
        ("Left([a], )", "needs a value"),
        ("Append([a], SelectUniqueValue([b], [c]))", "outermost"),
        ('[a] = "b"', "only inside"),
        ("hello", "texts need quotes"),
        ("A" * 10_001, "at most 10000"),
        ("Not(" * 200 + "[a]" + ")" * 200, "deep"),
    ],
)
def test_what_is_no_expression(expression: str, said: str) -> None:
    with pytest.raises(ExpressionError, match=said):
        check(parse(expression))


@pytest.mark.parametrize(
    "expression",
    [
        'Mid("abc", "x", 1)',
        'CDate("no date")',
        'DateAdd("fortnight", 1, "2026-01-01")',
        'DateAdd("yyyy", 99999, "2026-01-01")',
        'Replace("a", , "(", , "b", , )',
        'Replace("a", , "a", "g", "b", , )',
        'Switch("a", "b", "c")',
        "Item([roles], 3)",
        'Replace("a", "", , , "b", , )',
        'ConvertFromBase64("?")',
        'ConvertFromBase64("YQ==", Latin)'.replace("Latin", '"Latin"'),
        'StringFromSid("AQ==")',
        'Error("no")',
        "DateFromNum(99999999999999999999999)",
        'RandomString(4, 3, 3, 0, 0, "")',
        'FormatDateTime("31", "yyyy-MM-dd", "yyyy")',
    ],
)
def test_what_cannot_be_evaluated(expression: str) -> None:
    with pytest.raises(ExpressionError):
        run(expression, roles=["a", "b"])


def test_every_listed_function_is_implemented() -> None:
    assert set(FUNCTIONS) == {*BODIES, "IIF", "Switch"}


@given(st.text(max_size=60) | st.text(alphabet='[]()",\\ aN1&H<>=-', max_size=30))
def test_any_text_parses_or_is_refused(text: str) -> None:
    try:
        tree = parse(text)
    except ExpressionError:
        return
    assert parse(str(tree)) == tree


def test_expressions_need_no_server() -> None:
    program = (
        "import sys, json; from graphsync.expressions import evaluate, Surroundings;"
        "evaluate('Not(\"True\")', Surroundings());"
        "print(json.dumps(sorted({'starlette', 'uvicorn', 'jinja2', 'trustme', 'httpx'} & set(sys.modules))))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert json.loads(ran.stdout) == []
