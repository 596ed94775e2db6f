"""The tests beyond the gallery's: a good endpoint passes, and each one is failed by its defect."""

import json
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from graphsync.scim import (
    DIALECT_NAMES,
    CheckReport,
    Outcome,
    TestResult,
    as_html,
    as_json,
    as_junit,
    check,
    dialect_tests,
    remedy,
)

from .scim_server import ScimServer, scim_server

TOKEN = "right-token"
DEFECTS = [
    ("Dialect_Patch_Flag", "no path refused", "a path is required"),
    ("Dialect_Boolean_Text", "text for boolean refused", "active needs a boolean"),
    ("Dialect_Excluded_Members", "members not excluded", "although excludedAttributes=members"),
    ("Dialect_Paging_Changes", "sorted by change", "1 of 11 users are in none of the pages"),
    ("Dialect_No_Match", "404 for no match", "answered with 404"),
    ("Dialect_Letters", "ascii only", "was sent"),
    ("Dialect_Many_Members", "members cut", "100 members after 120"),
    ("Dialect_Rate_Limit", "silent limit", "without a Retry-After"),
    ("Dialect_Large_Answer", "large answers cut", "not a JSON object"),
]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect_tests, "_MANY", 120)


@pytest.fixture(scope="module")
def server() -> Iterator[ScimServer]:
    with scim_server() as found:
        yield found


def run(server: ScimServer, defects: set[str], *tests: str) -> CheckReport:
    server.defects, server.burst = defects, 0
    return check(server.url, TOKEN, tests=tests, dialects=not tests)


def test_a_good_endpoint_passes(server: ScimServer) -> None:
    report = run(server, set())
    assert {
        item.name: item.message for item in report.beyond if item.outcome != Outcome.PASSED
    } == {"Dialect_Rate_Limit": "100 requests, 10 at a time, did not reach a limit."}
    assert tuple(item.name for item in report.beyond) == DIALECT_NAMES
    assert (report.results, server.users, server.groups) == ((), {}, {})
    assert TOKEN not in repr([item.exchanges for item in report.beyond])


@pytest.mark.parametrize(("test", "defect", "message"), DEFECTS)
def test_a_defect_fails_its_test(server: ScimServer, test: str, defect: str, message: str) -> None:
    result = run(server, {defect}, test)[test]
    assert result.outcome == Outcome.FAILED
    assert message in result.message


def test_a_defect_of_operations_fails_only_what_uses_them(server: ScimServer) -> None:
    fast = [name for name in DIALECT_NAMES if name not in SLOW]
    capitals = run(server, {"capitals refused"}, *fast)
    assert capitals["Dialect_Patch_Default"].has_failed
    assert not capitals["Dialect_Patch_Flag"].has_failed
    lists = run(server, {"value of remove ignored"}, *fast)
    assert [item.name for item in lists.failures] == ["Dialect_Remove_Member"]
    assert "2 are missing" in lists["Dialect_Remove_Member"].message


SLOW = {"Dialect_Many_Members", "Dialect_Large_Answer", "Dialect_Rate_Limit"}


def test_a_limit_that_says_when_to_come_back_passes(server: ScimServer) -> None:
    result = run(server, {"limited"}, "Dialect_Rate_Limit")["Dialect_Rate_Limit"]
    assert (result.outcome, result.message) == (Outcome.PASSED, "")


def test_there_is_a_defect_for_each_test_and_a_remedy() -> None:
    with_two = {"Dialect_Patch_Default", "Dialect_Remove_Member"}
    assert {name for name, _, _ in DEFECTS} | with_two == set(DIALECT_NAMES)
    assert all(remedy(TestResult(name, False, Outcome.FAILED)) for name in DIALECT_NAMES)


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.ERROR])
def test_reports_keep_them_apart_from_the_verdict(outcome: Outcome) -> None:
    good = TestResult("Federated_Identity", True, Outcome.PASSED)
    bad = TestResult("Dialect_Letters", False, outcome, "displayName is wrong", group="dialect")
    report = CheckReport("http://127.0.0.1/scim", (good,), (), (bad,))
    assert (report.verdict, report.reason, report.failures) == ("Succeeded", "", (bad,))
    shown = json.loads(as_json(report))
    assert [item["testName"] for item in shown["testResults"]] == ["Federated_Identity_Test"]
    beyond = [(item["testCategory"], item["testResult"]) for item in shown["beyondResults"]]
    assert beyond == [("dialect", "WARNING")]
    suites = ET.fromstring(as_junit(report))
    assert [suite.get("name") for suite in suites] == ["scim", "scim.beyond"]
    assert [(s.get("tests"), s.get("failures"), s.get("errors")) for s in suites] == [
        ("1", "0", "0"),
        ("1", "0", "0"),
    ]
    page = as_html(report)
    assert page.index("Beyond the gallery") < page.index('<section id="Dialect_Letters">')


@pytest.mark.slow
def test_a_thousand_members(server: ScimServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect_tests, "_MANY", 1000)
    result = run(server, set(), "Dialect_Many_Members")["Dialect_Many_Members"]
    assert result.outcome == Outcome.PASSED, result.message
    assert (server.users, server.groups) == ({}, {})
