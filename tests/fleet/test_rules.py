"""The rules as data, and their table in the documentation."""

from __future__ import annotations

from pathlib import Path

from graphsync.fleet import RULES, JobHealth, JobState, Severity, judged

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
