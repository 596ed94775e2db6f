"""Every documented example gives its documented result."""

from __future__ import annotations

from random import Random

import pytest

from graphsync.expressions import ExpressionError, Surroundings, evaluate
from graphsync.expressions.value import Reading

from .documented import CONTRADICTORY, DIACRITICS, DOCUMENTED, Example

READINGS: dict[str, Reading] = {"application": "application", "cloud sync": "cloud sync"}


def run(example: Example) -> object:
    around = Surroundings(
        example.given,
        now=example.now,
        taken=example.taken.__contains__,
        random=Random(1),
        reading=READINGS[example.reading],
    )
    return evaluate(example.expression, around)


@pytest.mark.parametrize(
    "example", DOCUMENTED, ids=lambda item: f"{item.page}: {item.expression[:60]}"
)
def test_a_documented_example(example: Example) -> None:
    assert run(example) == example.result


@pytest.mark.parametrize(("example", "printed"), CONTRADICTORY)
def test_a_result_that_does_not_follow_from_its_expression(
    example: Example, printed: object
) -> None:
    assert run(example) == example.result
    assert example.result != printed


def test_the_printed_id_belongs_to_another_object() -> None:
    example, printed = CONTRADICTORY[0]
    around = Surroundings({"objectId": "d05e47b1-3909-445a-ba5e-ca60cbc0e4b4"})
    assert evaluate(example.expression, around) == printed


@pytest.mark.parametrize(("plain", "letters"), DIACRITICS.items())
def test_a_row_of_the_table_of_diacritics(plain: str, letters: str) -> None:
    for letter in letters.split():
        assert evaluate("NormalizeDiacritics([a])", Surroundings({"a": letter})) == plain, letter


def test_other_scripts_keep_their_marks() -> None:
    assert evaluate("NormalizeDiacritics([a])", Surroundings({"a": "हिन्दी"})) == "हिन्दी"


# The two references describe Replace with an attribute, and conditions without a value, differently.
PATTERN = '"(?<n>\\\\d+)"'


@pytest.mark.parametrize(
    ("reading", "given", "result"),
    [
        ("application", {"a": "x1y", "b": "7"}, "x1y"),
        ("application", {"b": "z7"}, "7"),
        ("cloud sync", {"a": "x1y", "b": "7"}, "x7y"),
        ("cloud sync", {"b": "z7"}, None),
    ],
)
def test_replace_by_another_attribute(
    reading: str, given: dict[str, object], result: object
) -> None:
    around = Surroundings(given, reading=READINGS[reading])
    assert evaluate(f'Replace([a], , {PATTERN}, "n", , [b], )', around) == result


@pytest.mark.parametrize(("reading", "result"), [("application", None), ("cloud sync", "Other")])
def test_a_condition_about_an_attribute_without_a_value(reading: str, result: object) -> None:
    around = Surroundings({}, reading=READINGS[reading])
    assert evaluate('IIF(IsNullOrEmpty([country]),"Other",[country])', around) == result


def test_a_custom_error_is_raised_with_its_words() -> None:
    expression = 'IIF(IsPresent([accountName]),[accountName],Error("AccountName is required"))'
    with pytest.raises(ExpressionError, match="AccountName is required"):
        evaluate(expression, Surroundings({}, reading="cloud sync"))
