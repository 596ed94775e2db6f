"""The client names one cause, and the right one, in at least 95 of 100 refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from .situations import SITUATIONS, Situation
from .table import PAGE, table

# Two programs and one answer: nothing in the answer, the token or this client's calls decides.
UNDECIDED = {
    "the same, and it never read the service principal",
    "another program created it a moment ago",
}
DECIDED = [item for item in SITUATIONS if item.name not in UNDECIDED]


@pytest.mark.parametrize("situation", DECIDED, ids=[item.name for item in DECIDED])
def test_one_cause_is_named_and_it_is_the_right_one(situation: Situation) -> None:
    error = situation.error()
    assert error.causes == (situation.cause,), error


@pytest.mark.parametrize(
    "situation", [item for item in SITUATIONS if item.name in UNDECIDED], ids=lambda item: item.name
)
def test_where_nothing_decides_the_hint_speaks_of_the_true_cause_as_well(
    situation: Situation,
) -> None:
    error = situation.error()
    assert error.causes != (situation.cause,), "it is decided now: move it to the others"
    words = {"not the owner": "it does not own", "not replicated": "is replicated"}
    assert words[situation.cause] in (error.hint or "")


def test_nearly_all_refusals_have_one_cause() -> None:
    assert len({item.name for item in SITUATIONS}) == len(SITUATIONS)
    assert len(SITUATIONS) >= 60
    assert len(DECIDED) / len(SITUATIONS) >= 0.95


def test_no_hint_repeats_a_token() -> None:
    error = SITUATIONS[0].error()
    assert "eyJ" not in f"{error}{error!r}{error.hint}"


def test_the_documented_table_is_what_the_client_says() -> None:
    assert Path(PAGE).read_text("utf-8") == table()
