"""Attribute-mapping expressions: any text parses, or is refused with a reason."""

# ruff: noqa: PT017  # an error is one of two right outcomes
from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graphsync.expressions import ExpressionError, Surroundings, describe, evaluate, parse
from graphsync.expressions.catalogue import FUNCTIONS

PIECES = st.sampled_from(
    [
        *FUNCTIONS,
        "(",
        ")",
        ",",
        "[",
        "]",
        '"',
        "[mail]",
        '"x"',
        "1",
        "-3",
        "'",
        "\\",
        " ",
        "=",
        "<>",
        "True",
    ]
)
SOUP = st.lists(PIECES | st.text(max_size=3), max_size=25).map("".join)


@st.composite
def calls(draw: st.DrawFn) -> str:
    leaf = st.sampled_from(
        ["[mail]", "[manager]", '"x"', '""', "3", "-1", '"2026-03-01"', '"yyyy-MM-dd"', ""]
    )
    inner = st.recursive(
        leaf,
        lambda arguments: st.builds(
            lambda name, given: f"{name}({', '.join(given)})",
            st.sampled_from(sorted(FUNCTIONS)),
            st.lists(arguments, max_size=5),
        ),
        max_leaves=12,
    )
    return draw(inner)


@settings(deadline=None)
@given(SOUP | calls())
def test_any_expression(text: str) -> None:
    try:
        tree = parse(text)
        describe(tree)
        evaluate(text, Surroundings({"mail": "ada@contoso.com", "manager": None}))
    except ExpressionError as error:
        assert str(error)
