"""Each incident of the local Graph has the verdict that it should have, and the page shows it."""

from __future__ import annotations

import pytest

from graphsync.emulator.scenarios import SCENARIOS
from graphsync.fleet import Severity

from .verdicts import PAGE, Verdict, page, verdict

CREDENTIALS = "SystemForCrossDomainIdentityManagementInvalidCredentials"
QUARANTINE = "EncounteredQuarantineException"
# Incident: severity, rule, reason, days left, a part of the advice, the rule a day later.
EXPECTED = {
    "wrong token": (
        "critical", "credentials refused", [QUARANTINE, CREDENTIALS], 28.0, "secrets.rotate()", "credentials refused",
    ),
    "matching conflict": (
        "warning", "users share a value", ["DuplicateSourceEntries"], None, "1 failing, mostly because two users",
        "users share a value",
    ),
    "duplicate in target": (
        "warning", "accounts share a value", ["DuplicateTargetEntries"], None, "remove or correct one of them",
        "accounts share a value",
    ),
    "too many deletions": (
        "critical", "deletions staged", ["TooManyDeletes"], 28.0, "restart(Scope.FORCE_DELETES)", "deletions staged",
    ),
    "scope mistake": (
        "critical", "most accounts removed", [], None, "disabled or deleted 35 objects (77.8 %)",
        "most accounts removed",
    ),
    "throttled target": (
        "warning", "target throttles", ["TooManyRequests"], None, "3 failing, mostly because the target takes",
        "target throttles",
    ),
    "schema change": ("ok", "", [], None, "", ""),
    "missing reference": (
        "warning", "references missing", [], None, "without an account, such as a manager: 1", "references missing",
    ),
    "broken expression": (
        "warning", "mapping fails", ["AttributeMappingExpressionFailure"], None, "40 failing, mostly because a mapping",
        "mapping fails",
    ),
    "disabled after four weeks": (
        "critical", "disabled after quarantine", [QUARANTINE, CREDENTIALS], 0.0, f"cause ({CREDENTIALS}), then start()",
        "disabled after quarantine",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    return {name: verdict(name) for name in SCENARIOS}


@pytest.mark.parametrize("incident", SCENARIOS)
def test_each_incident_has_its_verdict(verdicts: dict[str, Verdict], incident: str) -> None:
    severity, rule, reason, days_left, advice, later = EXPECTED[incident]
    found = verdicts[incident]
    row = found.at_once
    assert (row.severity, row.rule, row.days_left) == (severity, rule, days_left)
    assert found.reason == ", ".join(f"`{one}`" for one in reason)
    assert advice in row.advice
    assert "not known" not in row.advice
    assert found.later.rule == later


def test_days_left_go_down(verdicts: dict[str, Verdict]) -> None:
    assert verdicts["wrong token"].later.days_left == 27.0


def test_what_reads_only_the_code_misses_what_the_fleet_sees(
    verdicts: dict[str, Verdict],
) -> None:
    missed = [
        one.incident
        for one in verdicts.values()
        if one.script.startswith("healthy") and one.at_once.severity is not Severity.OK
    ]
    assert missed == [
        "matching conflict",
        "duplicate in target",
        "scope mistake",
        "throttled target",
        "missing reference",
        "broken expression",
    ]


def test_the_page_is_what_would_be_written(verdicts: dict[str, Verdict]) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(verdicts.values())
