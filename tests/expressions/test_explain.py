"""Expressions laid out to be read, errors at their place, and life without the regex package."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync.expressions import (
    ExpressionError,
    Surroundings,
    check,
    evaluate,
    explain,
    formatted,
    parse,
)

LONG = 'Switch([state], "Australia/Sydney", "NSW", "Australia/Sydney", "QLD", Join("-", [givenName], [surname]))'


def error_of(expression: str, **attributes: object) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        evaluate(expression, Surroundings(attributes))
    return caught.value


@pytest.mark.parametrize(
    ("expression", "position", "said"),
    [
        ('Join("", [a], Lefft([b], 1))', 14, "do you mean Left?"),
        ("Append([a], hello)", 12, "texts need quotes"),
        ('Append("x", Left([a]))', 12, "Left takes 2 arguments, not 1"),
        ('Append("x", Mid("abc", "z", 1))', 12, "Mid needs a whole number"),
        ('Append("x", [a)', 12, "bracket"),
        ('IIF([a]="1", Item([b], 9), "")', 13, "no item 9"),
        ('Append("x", SelectUniqueValue([a], [b]))', 12, "outermost"),
    ],
)
def test_an_error_has_its_place(expression: str, position: int, said: str) -> None:
    error = error_of(expression, a="1", b=["x"])
    assert error.position == position
    assert said in str(error)
    assert f"(at character {position + 1})" in str(error)


def test_an_explanation_marks_the_place() -> None:
    expression = 'Join("",\n  [a],\n  Lefft([b], 1))'
    assert explain(expression, error_of(expression)).splitlines() == [
        "There is no function 'Lefft'; do you mean Left? (at character 19)",
        "    Lefft([b], 1))",
        "    ^",
    ]


def test_a_long_line_is_cut_around_the_place() -> None:
    expression = f'Append("{"x" * 300}", nothing)'
    _, line, mark = explain(expression, error_of(expression)).splitlines()
    assert len(line) <= 102
    assert line[mark.index("^") :].startswith("nothing")


def test_an_error_without_a_place_is_its_message() -> None:
    assert explain('[a] = "b"', error_of('[a] = "b"')).startswith("A comparison stands only")


def test_a_short_expression_stays_on_a_line() -> None:
    assert formatted('Join( "-",[a] ,  "b" )') == 'Join("-", [a], "b")'


def test_a_long_one_has_an_argument_a_line() -> None:
    assert formatted(LONG, 60).splitlines() == [
        "Switch(",
        "  [state],",
        '  "Australia/Sydney",',
        '  "NSW",',
        '  "Australia/Sydney",',
        '  "QLD",',
        '  Join("-", [givenName], [surname])',
        ")",
    ]


def test_empty_arguments_survive_the_layout() -> None:
    expression = 'Replace([a], , "x", , "y", , )'
    assert parse(formatted(expression, 10)) == parse(expression)


@given(st.integers(1, 120))
def test_what_is_laid_out_means_the_same(width: int) -> None:
    assert parse(formatted(LONG, width)) == parse(LONG)


def test_many_texts_are_joined_without_depth() -> None:
    expression = "&".join(['"a"'] * 2_000)
    assert evaluate(expression, Surroundings()) == "a" * 2_000
    check(parse(expression))


def test_without_the_regex_package_the_error_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['regex'] = None\n"
        "from graphsync.expressions import Surroundings, evaluate\n"
        'print(evaluate(\'Append("a", "b")\', Surroundings()))\n'
        'try: evaluate(\'Replace("a", , "a", , "b", , )\', Surroundings())\n'
        "except ValueError as error: print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    first, second = ran.stdout.splitlines()
    assert first == "ab"
    assert "pip install 'graphsync-client[expressions]'" in second
