"""The rules as data, and their table in the documentation."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from graphsync.fleet import RULES, Condition, JobHealth, JobState, Rule, Severity, judged

DOCS = Path(__file__).parents[2] / "docs" / "tasks.md"


def test_the_documentation_lists_each_rule():
    rows = [
        f"| {rule.name} | `{rule.severity}` | {', '.join(f'`{one}`' for one in rule.when)} |"
        for rule in RULES
    ]
    assert "\n".join(rows) in DOCS.read_text("utf-8")


def test_the_worst_rule_counts_and_of_equals_the_first():
    both = JobHealth(
        state=JobState.RUNNING, cycle_state="Failed", escrowed=2, intervals_behind=50.0
    )
    assert judged(both, RULES).rule == "far behind"
    assert (
        judged(JobHealth(state=JobState.RUNNING, cycle_state="Failed", escrowed=2), RULES).rule
        == "cycle failed"
    )


def test_nothing_known_is_never_ok():
    assert judged(JobHealth(), ()).severity is Severity.UNKNOWN
    assert judged(JobHealth(), RULES).rule == "unknown state"


def test_ranks_follow_severities():
    assert [
        one.rank for one in (Severity.OK, Severity.WARNING, Severity.UNKNOWN, Severity.CRITICAL)
    ] == [0, 1, 2, 3]


def document(**changed: Any) -> dict[str, Any]:
    whole = {
        "name": "mine",
        "severity": "warning",
        "when": [["escrowed", "above", 9]],
        "advice": "Look.",
    }
    return {name: value for name, value in {**whole, **changed}.items() if value is not None}


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"severity": None, "advice": None}, "rule 'mine' lacks severity, advice"),
        ({"severity": "bad"}, "'bad' of rule 'mine' is not one of ok, warning, unknown, critical"),
        ({"when": [["escrowed"]]}, "is not a condition, .member, operator, value."),
        ({"when": ["escrowed above 9"]}, "'escrowed above 9' in rule 'mine' is not a condition"),
        ({"when": [["escrowed", "above", "9"]]}, "escrowed above '9' needs a number"),
        ({"when": [["state", "above", 9]]}, "not a number; there are interval, days_left, "),
        ({"when": [["last_success", "below", 9]]}, "compares what is not a number"),
        ({"when": [["state", "in", "paused"]]}, r"needs a list, such as \['paused'\]"),
        ({"advice": "{escrowd} fail"}, "rule 'mine' names what .* 'escrowd'; did you mean 'escrowed'"),
        ({"advice": "{escrowed"}, "the advice of rule 'mine' cannot be filled in"),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_rule_that_could_not_be_used_is_refused_where_it_is_made(
    changed: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Rule.from_dict(document(**changed))


def test_an_interval_is_compared_in_seconds() -> None:
    row = JobHealth(interval=timedelta(hours=2))
    assert Condition("interval", "above", 3600).holds(row)
    assert not Condition("interval", "below", 3600).holds(row)
