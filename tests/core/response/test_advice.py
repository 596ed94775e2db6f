from __future__ import annotations

from graphsync._core.response.advice import Advice


def test_one_cause_is_the_only_one():
    assert Advice.of("wrong id", "words") == Advice(("wrong id",), "words")


def test_nothing_known_is_empty():
    assert Advice() == ((), "")
