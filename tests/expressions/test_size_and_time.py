"""An expression that would take gigabytes or minutes is refused before it does."""

from __future__ import annotations

import itertools
import tracemalloc

import pytest

from graphsync.expressions import ExpressionError, Surroundings, evaluate, limits


def nested(times: int) -> str:
    """Return an expression whose result is a hundred times as long with each level."""
    text = '"' + "a" * 100 + '"'
    expression = text
    for _ in range(times):
        expression = f'Replace({expression}, "a", , , {text}, , )'
    return expression


BIG = "a" * 2_000
MANY = [BIG] * 400
BOMBS = {
    "replace": nested(9),
    "template": f'Replace([big], "a", , , , , "{"a" * 2000}")',
    "pattern": 'Replace([big], , "a", , [big], , )',
    "group": 'Replace([big], , "(?<x>a)", "x", [big], , )',
    "reference": 'Replace([big], , "(?<x>a)", , "' + "${x}" * 2000 + '", , )',
    "join": "Join([big], [many], [many])",
    "append": "Append(Append([many], [many]), [many])",
    "ampersand": "[many] & [many] & [many]",
    "list": 'Split(Join(",", [many]), ",")',
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_before_they_go_off(name: str) -> None:
    around = Surroundings(
        {"big": BIG, "many": MANY}, reading="cloud sync" if name == "ampersand" else "application"
    )
    tracemalloc.start()
    try:
        if name == "list":
            evaluate(BOMBS[name], around)
        else:
            with pytest.raises(ExpressionError, match=r"at most 1000000|took longer than"):
                evaluate(BOMBS[name], around)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 50_000_000


def test_what_is_large_and_harmless_works() -> None:
    members = [f"{number:036}" for number in range(100_000)]
    assert evaluate("Count([members])", Surroundings({"members": members})) == "100000"
    assert evaluate('Replace([big], "a", , , "bb", , )', Surroundings({"big": BIG})) == "bb" * 2_000


def test_an_evaluation_ends_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count(0.0, 0.4)
    monkeypatch.setattr(limits.time, "monotonic", lambda: next(seconds))
    assert evaluate("ToLower(ToUpper([a]))", Surroundings({"a": "x"})) == "x"
    with pytest.raises(ExpressionError, match=r"longer than 1\.0 s"):
        evaluate("ToLower(ToUpper(ToLower(ToUpper([a]))))", Surroundings({"a": "x"}))
