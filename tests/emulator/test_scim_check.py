"""The gallery's tests against a good endpoint, and against one with a defect for each test."""

import json
from xml.etree import ElementTree as ET

import pytest

from graphsync.scim import CheckReport, ClientCredentials, Outcome, as_json, as_junit, check

from .scim_server import ScimServer, scim_server

# The test, the defect that it is about, and whose resources have it; everybody's where nothing is said. What
# several tests do alike, such as to create a user, is broken for the resources of one test.
DEFECTS = [
    ("Create_User", "create refused", "-create-user@"),
    ("Update_User", "patch ignored", "-update-user@"),
    ("Disable_User", "active ignored", "-disable-user@"),
    ("Delete_User", "delete ignored", "-delete-user@"),
    ("User_Update_Manager", "manager ignored", "-manager-user@"),
    ("Restore_User", "active ignored", "-restore-user@"),
    ("POD_User", "create refused", "-pod-user@"),
    ("Create_Group", "create refused", "-create-group"),
    ("Update_Group", "patch refused", "-update-group"),
    ("Delete_Group", "delete ignored", "-delete-group"),
    ("Group_Update_Add_Member", "members ignored", "-add-member"),
    ("Group_Update_Remove_Member", "remove members ignored", "-remove-member"),
    ("POD_Group", "create refused", "-pod-group"),
    ("Restore_Group", "patch refused", "-restore-group"),
    ("Schema_Discoverability", "schema without title", ""),
    ("SCIM_Null_Update", "null refused", "-null-update@"),
    ("SCIM_User_Create", "no id", "-direct-create@"),
    ("SCIM_User_Update", "patch ignored", "-direct-update@"),
    ("SCIM_Group_Create", "create refused", "-direct-made-group"),
    ("SCIM_Group_Update", "patch ignored", "-direct-changed-group"),
    ("Validate_Credentials", "short token", ""),
    ("SCIM_User_Pagination", "Users start index", ""),
    ("SCIM_Group_Pagination", "Groups start index", ""),
    ("SCIM_Update_Manager", "manager ignored", "-boss-user@"),
]
OPTIONAL = {"Delete_User", "Delete_Group", "Restore_Group", "SCIM_Group_Pagination"}


def run(server: ScimServer, flag: str = "") -> CheckReport:
    credentials = ClientCredentials(server.url.replace("/scim", "/token"), "us", "right-secret")
    return check(server.url + flag, "right-token", credentials=credentials)


@pytest.mark.parametrize("flag", ["", "?aadOptscim062020"])
def test_a_good_endpoint_passes(flag: str) -> None:
    with scim_server() as server:
        report = run(server, flag)
        assert [item.name for item in report.results if item.outcome != Outcome.PASSED] == [
            "Federated_Identity"
        ]
        assert report["Federated_Identity"].outcome == Outcome.SKIPPED
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
