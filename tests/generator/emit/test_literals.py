"""Text in generated code is a literal or a docstring, whatever it holds."""

from __future__ import annotations

import ast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.emit.literals import docstring, literal

NASTY = [
    '"', "'", '"""', "'''", "\\", '\\"', '\\"""', '""""', "{{ 7 * 7 }}", "{% raw %}", "{x!r}", "%s", "\n", "\r\n", "\x00",
    "\u2028", "\u202e", "\ud800", "é", "\U0001f600", '"; import os #', "\\N{DIGIT ONE}", "\\x41", 'ends with "', "ends \\",
]  # fmt: skip

texts = st.one_of(st.sampled_from(NASTY), st.text(st.characters(codec=None), max_size=20))


@settings(deadline=None, max_examples=300)
@given(st.lists(texts, max_size=3).map("".join))
@example("".join(NASTY))
def test_a_literal_evaluates_to_the_very_text_and_is_ascii(text: str) -> None:
    made = literal(text)
    assert made.isascii()
    assert made.isprintable()
    assert ast.literal_eval(made) == text


def plain(text: str) -> str:
    """Give what a docstring keeps of a text: nothing that cannot be seen."""
    return "".join(char for char in text.strip() if char.isprintable() or char == "\n")


@settings(deadline=None, max_examples=300)
@given(st.lists(texts, max_size=3).map("".join), st.lists(texts, max_size=3).map("".join))
@example("".join(NASTY), "".join(NASTY))
@example('say "hi"', "")
@example("\\", "\\")
def test_a_docstring_is_one_constant_that_says_the_text(first: str, more: str) -> None:
    module = ast.parse(docstring(first, more, "https://contoso.com/x"))
    (statement,) = module.body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    body = f"\n\n{plain(more)}" if more.strip() else ""
    assert statement.value.value == f"{plain(first)}{body}\n\nReference: https://contoso.com/x\n"


def test_a_docstring_of_one_line_stays_on_it() -> None:
    assert docstring("Start a job.") == '"""Start a job."""'
    assert docstring("Start a job.", see="x") == '"""Start a job.\n\nReference: x\n"""'


@pytest.mark.parametrize("text", ['a"', 'a\\"', '"', '""', '"""', '"a"'])
def test_quotes_at_the_end_do_not_end_the_docstring(text: str) -> None:
    assert ast.literal_eval(docstring(text)) == text
