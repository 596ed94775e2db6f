"""What a check keeps and removes where the endpoint, or the check itself, does not do as it should."""

import sys
from typing import Any

import pytest

from graphsync.emulator.emulator import Emulator
from graphsync.emulator.targets import connection
from graphsync.emulator.targets.connection import Connection
from graphsync.emulator.targets.secrecy import Secrets
from graphsync.scim import Outcome, as_json, as_junit, check
from graphsync.scim.world import World

from .scim_server import USER, scim_server

checking = sys.modules["graphsync.scim.check"]  # the function hides the module of its name
TOKEN = "right-token"


def test_schemas_that_are_texts_fail_and_lose_no_result() -> None:
    with scim_server(defects={"schemas of texts"}) as server:
        report = check(
            server.url, TOKEN, tests=["Create_Group", "Schema_Discoverability", "SCIM_User_Create"]
        )
    assert [item.outcome for item in report.results] == [
        Outcome.FAILED,
        Outcome.FAILED,
        Outcome.PASSED,
    ]
    assert "no Group" in report["Create_Group"].message


def _breaks(world: World) -> None:
    raise LookupError(f"no entry for {TOKEN}\x00")


def test_an_unexpected_error_is_the_result_of_its_one_test(monkeypatch: pytest.MonkeyPatch) -> None:
    tests = [*checking.TESTS]
    tests[0] = ("Create_User", True, _breaks)
    monkeypatch.setattr(checking, "TESTS", tuple(tests))
    with scim_server() as server:
        report = check(server.url, TOKEN, tests=["Create_User", "SCIM_User_Create"])
    assert [item.outcome for item in report.results] == [Outcome.ERROR, Outcome.PASSED]
    assert report["Create_User"].message == "LookupError: no entry for ***\x00"
    assert report.failures == (report["Create_User"],)
    assert report.verdict == "Failed"
    shown = as_junit(report)
    assert ('failures="0"' in shown, 'errors="1"' in shown) == (True, True)
    assert "***?" in shown  # XML has no way to write the control character


def test_a_refusal_by_graph_is_the_result_of_its_one_test(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(world: World) -> None:
        world.graph.request("GET", "/users/nobody@contoso.com")

    tests = [*checking.TESTS]
    tests[0] = ("Create_User", True, refused)
    monkeypatch.setattr(checking, "TESTS", tuple(tests))
    with scim_server() as server:
        report = check(server.url, TOKEN, tests=["Create_User", "SCIM_User_Create"])
    assert [item.outcome for item in report.results] == [Outcome.ERROR, Outcome.PASSED]
    assert report["Create_User"].message.startswith("NotFound: ")


def test_a_long_run_keeps_its_evidence_and_removes_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection, "_KEPT", 5)
    chosen = ["Create_User", "SCIM_User_Pagination", "SCIM_User_Create"]
    with scim_server() as server:
        report = check(server.url, TOKEN, tests=chosen)
        assert (server.users, report.left) == ({}, ())
    assert [item.method for item in report["SCIM_User_Create"].exchanges] == ["POST"]
    assert len(report["SCIM_User_Pagination"].exchanges) >= 13
    assert [item.omitted for item in report.results] == [0, 0, 0]


def test_what_the_evidence_leaves_out_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphsync.scim.evidence._KEPT", 4)
    with scim_server() as server:
        result = check(server.url, TOKEN, tests=["SCIM_User_Pagination"])["SCIM_User_Pagination"]
        assert server.users == {}
    assert (len(result.exchanges), result.omitted) == (4, 9)


def test_nothing_is_left_in_the_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Any] = []
    close = Emulator.close

    def look_and_close(emulator: Emulator) -> None:
        found = [*emulator.users, *emulator.groups]
        held.append([item["id"] for item in found if "check-" in repr(item)])
        close(emulator)

    monkeypatch.setattr(Emulator, "close", look_and_close)
    with scim_server() as server:
        check(server.url, TOKEN, tests=["Create_User", "Create_Group", "Delete_User"])
    assert held == [[]]


def test_what_cannot_be_removed_is_named() -> None:
    with scim_server(defects={"delete ignored"}, only="-create-user@") as server:
        report = check(server.url, TOKEN, tests=["Create_User"])
    assert len(report.left) == 1
    assert "was answered with 200 after it was deleted" in report.left[0]
    assert report.left[0] in as_json(report)


@pytest.mark.parametrize(
    ("test", "only"), [("Update_User", "-update-user@"), ("SCIM_User_Update", "-direct-update")]
)
@pytest.mark.parametrize(
    "attribute", ["department", "employeeNumber", "familyName", "preferredLanguage"]
)
def test_each_single_attribute_counts(test: str, only: str, attribute: str) -> None:
    with scim_server(defects={f"{attribute} ignored"}, only=only) as server:
        report = check(server.url, TOKEN, tests=[test])
    assert report[test].outcome == Outcome.FAILED
    assert attribute in report[test].message


@pytest.mark.parametrize("attribute", ["nickName", "department", "givenName"])
def test_each_optional_text_is_emptied(attribute: str) -> None:
    with scim_server(defects={f"{attribute} ignored"}, only="-null-update@") as server:
        report = check(server.url, TOKEN, tests=["SCIM_Null_Update"])
    assert attribute in report["SCIM_Null_Update"].message


def test_the_external_id_of_a_group_is_changed() -> None:
    with scim_server(defects={"externalId ignored"}, only="-direct-changed-group") as server:
        report = check(server.url, TOKEN, tests=["SCIM_Group_Update"])
    assert "externalId" in report["SCIM_Group_Update"].message


def test_a_404_for_a_query_is_a_failure_of_its_own() -> None:
    with scim_server(defects={"404 for inactive"}, only="-restore-user@") as server:
        report = check(server.url, TOKEN, tests=["Restore_User"])
    assert report["Restore_User"].outcome == Outcome.FAILED
    assert "GET /Users with a filter was answered with 404" in report["Restore_User"].message


def test_an_endpoint_that_echoes_its_token_does_not_show_it() -> None:
    with scim_server(defects={"token echoed"}) as server:
        good = check(server.url, TOKEN, tests=["Create_User", "SCIM_User_Create"])
    with scim_server(defects={"token echoed", "create refused"}) as server:
        bad = check(server.url, TOKEN, tests=["Create_User", "SCIM_User_Create"])
    assert [item.outcome for item in good.results] == [Outcome.PASSED, Outcome.PASSED]
    for report in (good, bad):
        shown = repr([(item.message, item.exchanges) for item in report.results])
        assert TOKEN not in shown
        assert "***" in shown


def test_secrets_are_cut_wherever_a_body_has_them() -> None:
    secrets = Secrets('a "quoted" & long value', "short")
    body = {
        "password": "first-word",
        "urn:x:User": {"Password": "second-word"},
        "Operations": [
            {"op": "replace", "path": "password", "value": "third-word"},
            {"op": "replace", "value": {"password": ["fourth-word"], "title": "short"}},
        ],
        "detail": 'in JSON a \\"quoted\\" & long value, in an address a+%22quoted%22+%26+long+value',
        "no password": None,
    }
    shown = repr(secrets.cut_body(body))
    for hidden in ("first-word", "second-word", "third-word", "fourth-word", "quoted"):
        assert hidden not in shown
    assert "'title': 'short'" in shown
    assert "'no password': None" in shown


def test_a_password_that_comes_back_is_cut() -> None:
    with scim_server() as server:
        endpoint = Connection(server.url, TOKEN, lambda: 5.0)
        with pytest.raises(Exception, match="password is not an attribute"):
            endpoint.send(
                "POST",
                "/Users",
                body={"schemas": [USER], "userName": "eve", "password": "Secret-word-1"},
            )
        endpoint.close()
    assert "Secret-word-1" not in repr(list(endpoint.exchanges))
