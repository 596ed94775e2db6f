"""The gallery's tests against a good endpoint, and against one with a defect for each test."""

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from graphsync.scim import (
    TEST_NAMES,
    CheckReport,
    FederatedIdentity,
    Outcome,
    as_json,
    as_junit,
    check,
)

from .scim_defects import DEFECTS, run
from .scim_server import ScimServer, scim_server

OPTIONAL = {"Delete_User", "Delete_Group", "Restore_Group", "SCIM_Group_Pagination"}


@pytest.mark.parametrize("flag", ["", "?aadOptscim062020"])
def test_a_good_endpoint_passes(flag: str) -> None:
    with scim_server() as server:
        report = run(server, flag)
        assert [item.name for item in report.results if item.outcome != Outcome.PASSED] == []
        assert report.verdict == "Succeeded"
        assert len(report.results) == 25
        assert (server.users, server.groups) == ({}, {})
        assert "right-token" not in repr([item.exchanges for item in report.results])


@pytest.mark.parametrize(("test", "defect", "only"), DEFECTS)
def test_a_defect_fails_its_test_and_no_other(test: str, defect: str, only: str) -> None:
    with scim_server(defects={defect}, only=only) as server:
        report = run(server)
    assert [item.name for item in report.failures] == [test]
    assert report[test].message
    assert report.verdict == ("Succeeded" if test in OPTIONAL else "Failed")


def test_no_test_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(seconds: float) -> None:
        raise AssertionError(f"a test sleeps for {seconds} s")

    with scim_server() as server:
        monkeypatch.setattr("time.sleep", refuse)
        report = run(server)
        monkeypatch.undo()
    assert report.verdict == "Succeeded"


def test_there_is_a_defect_for_each_test() -> None:
    assert [test for test, _, _ in DEFECTS] == list(TEST_NAMES)


def federated(server: ScimServer, **more: Any) -> CheckReport:
    address = server.url.replace("/scim", "/federated")
    federation = FederatedIdentity(address, "us", **more)
    return check(server.url, "right-token", tests=["Federated_Identity"], federation=federation)


@pytest.mark.parametrize(
    ("style", "member"),
    [("client assertion", "client_assertion"), ("token exchange", "subject_token")],
)
def test_a_token_of_entra_is_exchanged(style: str, member: str) -> None:
    with scim_server() as server:
        report = federated(server, style=style, scope="scim")
    result = report["Federated_Identity"]
    assert (result.outcome, report.verdict) == (Outcome.PASSED, "Succeeded"), result.message
    assert (server.exchanged[0]["scope"], len(server.exchanged)) == ("scim", 1)
    assert [item.method for item in result.exchanges] == ["POST", "GET"]
    shown = repr(result.exchanges)
    assert server.exchanged[0][member] not in shown
    assert "right-token" not in shown


def test_a_token_for_somebody_else_is_refused_and_not_shown() -> None:
    with scim_server(audience="api://another") as server:
        report = federated(server)
        foreign = federated(server, assertion="no.jwt.of-anybody")
    assert "401 and without an access_token: Audience" in report["Federated_Identity"].message
    assert foreign["Federated_Identity"].outcome == Outcome.FAILED
    assert "of-anybody" not in repr(foreign["Federated_Identity"].exchanges)


def test_a_static_token_alone_does_not_succeed() -> None:
    with scim_server() as server:
        report = check(
            server.url, "right-token", tests=["SCIM_User_Create", "Validate_Credentials"]
        )
    assert [item.outcome for item in report.results] == [Outcome.PASSED, Outcome.SKIPPED]
    assert report.verdict == "Failed"  # one of the two ways to sign in has to pass


def test_a_wrong_token_fails_every_test_that_speaks_to_the_endpoint() -> None:
    with scim_server() as server:
        report = check(server.url, "wrong-token", tests=["Create_User", "SCIM_User_Create"])
    assert [item.outcome for item in report.results] == [Outcome.FAILED, Outcome.FAILED]
    assert "InvalidCredentials" in report["Create_User"].message


def test_only_this_machine_is_called() -> None:
    with pytest.raises(ValueError, match=r"scim\.contoso\.com.*allow_targets"):
        check("https://scim.contoso.com/v2", "token")
    with pytest.raises(ValueError, match="Create_Usr"):
        check("http://127.0.0.1:9/", "token", tests=["Create_Usr"])


def test_reports_for_other_programs() -> None:
    with scim_server(defects={"Users start index", "Groups start index"}) as server:
        report = check(
            server.url, "right-token", tests=["SCIM_User_Pagination", "SCIM_Group_Pagination"]
        )
    shown = json.loads(as_json(report))
    assert shown["overallResult"] == "Failed"
    assert shown["overallReason"] == "SCIM_User_Pagination failed"
    found = [(item["testCategory"], item["testResult"]) for item in shown["testResults"]]
    assert found == [("mandatory", "FAILED"), ("optional", "WARNING")]
    suite = ET.fromstring(as_junit(report))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [case[0].tag for case in suite] == ["failure", "skipped"]  # the second test is optional
