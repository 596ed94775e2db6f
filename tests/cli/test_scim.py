"""`graphsync scim check` as a process of its own, beside a SCIM endpoint."""

import json
import re
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from graphsync import GraphClient
from graphsync.emulator import Emulator
from tests.emulator.scim_server import scim_server

from .conftest import Command, OnTerminal

TWO = ("--test", "SCIM_User_Create", "--test", "SCIM_User_Pagination")
TOKEN = {"SCIM_TOKEN": "right-token"}


def test_a_failed_test_is_named_and_is_status_2(offline: Command, tmp_path: Path) -> None:
    with scim_server(defects={"Users start index"}) as server:
        ran = offline(
            "scim", "check", server.url, *TWO, "--junit", "r.xml", "--html", "r.html", **TOKEN
        )
    assert (ran.returncode, ran.stderr) == (2, "")
    lines = ran.stdout.splitlines()
    assert re.fullmatch(r"passed +\d+\.\d\d s  SCIM_User_Create", lines[0])
    assert lines[1].endswith("SCIM_User_Pagination")
    assert lines[2].strip() == "startIndex is 1; 6 was asked for."
    assert lines[3:] == ["Failed (SCIM_User_Pagination failed): 1 of 2 passed or were skipped"]
    assert "startIndex is 1; 6 was asked for." in (tmp_path / "r.html").read_text("utf-8")
    assert ET.parse(tmp_path / "r.xml").getroot().get("failures") == "1"


def test_a_failure_beyond_the_gallery_does_not_touch_the_verdict(
    offline: Command, tmp_path: Path
) -> None:
    chosen = ("--test", "Dialect_Boolean_Text", "--test", "Dialect_No_Match")
    with scim_server(defects={"404 for no match"}) as server:
        ran = offline(
            "scim", "check", server.url, *TWO, *chosen, "-o", "json", "--junit", "r.xml", **TOKEN
        )
        table = offline("scim", "check", server.url, *chosen, **TOKEN)
    assert (ran.returncode, table.returncode) == (0, 0)
    shown = json.loads(ran.stdout)
    assert [item["testResult"] for item in shown["beyondResults"]] == ["PASSED", "WARNING"]
    assert len(shown["testResults"]) == 2
    assert ET.parse(tmp_path / "r.xml").getroot()[1].get("name") == "scim.beyond"
    assert "Dialect_No_Match (dialect)" in table.stdout
    assert table.stdout.splitlines()[-1].startswith("Beyond the gallery: 1 of 2 passed")


@pytest.mark.parametrize(("more", "code"), [((), 2), (("--static-token",), 0)])
def test_a_static_token_alone_has_no_verdict_of_success(
    offline: Command, more: tuple[str, ...], code: int
) -> None:
    with scim_server() as server:
        ran = offline("scim", "check", server.url, *more, **TOKEN)
    assert ran.returncode == code, ran.stdout
    assert ran.stdout.splitlines()[-1] == (
        "Failed (neither Validate_Credentials nor Federated_Identity passed):"
        " 25 of 25 passed or were skipped"
    )


def test_a_token_endpoint_makes_the_verdict(offline: Command) -> None:
    with scim_server() as server:
        words = ("--token-endpoint", server.url.replace("/scim", "/token"))
        secret = {"SCIM_CLIENT_SECRET": "right-secret"}
        ran = offline(
            "scim", "check", server.url, *words, "--token-client-id", "us", **TOKEN, **secret
        )
        unset = offline("scim", "check", server.url, *words, "--token-client-id", "us", **TOKEN)
    assert ran.returncode == 0, ran.stdout
    assert ran.stdout.splitlines()[-1].startswith("Succeeded: 25 of 25")
    assert (unset.returncode, "SCIM_CLIENT_SECRET is not set" in unset.stderr) == (3, True)


def test_the_token_comes_from_a_variable_a_file_or_a_pipe(offline: Command, tmp_path: Path) -> None:
    (tmp_path / "token.txt").write_text("right-token\n", encoding="utf-8")
    one = ("--test", "SCIM_User_Create")
    with scim_server() as server:
        for words, more in (
            (("--from-env", "MINE"), {"MINE": "right-token"}),
            (("--from-file", "token.txt"), {}),
            (("--stdin",), {"input": "right-token\n"}),
        ):
            ran = offline("scim", "check", server.url, *one, *words, **more)
            assert (ran.returncode, ran.stderr) == (0, ""), words


def test_a_token_among_the_arguments_works_and_is_warned_of(offline: Command) -> None:
    with scim_server() as server:
        words = (
            "scim",
            "check",
            server.url,
            "--test",
            "SCIM_User_Create",
            "--token",
            "right-token",
        )
        ran = offline(*words)
        both = offline(*words, "--stdin")
    assert ran.returncode == 0, ran.stderr
    assert "can be read by other users" in ran.stderr
    assert both.returncode == 3
    assert "right-token" not in ran.stdout + ran.stderr + both.stdout + both.stderr


def test_without_a_token_and_a_terminal_nothing_is_sent(offline: Command) -> None:
    with scim_server() as server:
        ran = offline("scim", "check", server.url)
        assert server.seen == []
    assert ran.returncode == 3
    assert "--from-env" in ran.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("http://127.0.0.1:9/", "--test", "Create_Usr"), "did you mean Create_User?"),
        (("https://scim.contoso.com/v2",), "--allow-target"),
    ],
)
def test_wrong_words_are_status_3(offline: Command, words: tuple[str, ...], said: str) -> None:
    ran = offline("scim", "check", *words, **TOKEN)
    assert ran.returncode == 3, ran.stderr
    assert said in ran.stderr
    assert "right-token" not in ran.stderr


def test_other_forms_are_for_programs(offline: Command) -> None:
    with scim_server(defects={"Users start index"}) as server:
        ran = offline("scim", "check", server.url, *TWO, "-o", "json", **TOKEN)
        lines = offline("scim", "check", server.url, *TWO, "-o", "jsonl", **TOKEN)
    found = json.loads(ran.stdout)
    assert (ran.returncode, ran.stderr, found["overallResult"]) == (2, "", "Failed")
    assert [item["testResult"] for item in found["testResults"]] == ["PASSED", "FAILED"]
    assert found["testResults"][1]["testName"] == "SCIM_User_Pagination_Test"
    assert [json.loads(line)["testResult"] for line in lines.stdout.splitlines()] == [
        "PASSED",
        "FAILED",
    ]


def test_on_a_terminal_the_token_is_asked_for_and_a_table_fills(
    tmp_path: Path, terminal: OnTerminal
) -> None:
    with (
        scim_server(defects={"Users start index"}) as server,
        terminal(tmp_path, None, "scim", "check", server.url, *TWO) as shown,
    ):
        shown.until("token: ")  # the space is written when nothing typed is lost any more
        shown.type("right-token\n")
        assert shown.end() == 2, shown.shown
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.shown)
    assert "0 of 2" in plain
    assert "running" in plain
    assert "1 of 2" in plain
    assert "startIndex is 1; 6 was asked for." in plain
    assert "Failed (SCIM_User_Pagination failed)" in plain
    assert "right-token" not in plain


def test_ctrl_c_removes_what_was_created(tmp_path: Path, terminal: OnTerminal) -> None:
    with (
        scim_server(defects={"slow"}, delay=0.05) as server,
        terminal(tmp_path, None, "scim", "check", server.url, **TOKEN) as shown,
    ):
        shown.until("Update_User")
        while not server.users:
            shown.until("running")
        shown.type("\x03")
        assert shown.end() == 130, shown.shown
        assert (server.users, server.groups) == ({}, {})


def test_a_tenant_provisions_and_gets_everything_back(
    clocked: Command, graph_emulator: Emulator
) -> None:
    graph_emulator.graph.state.switches.change({"throttling": False})
    one = ("--test", "Create_User")
    with scim_server() as server:
        ran = clocked("scim", "check", server.url, "--tenant", *one, **TOKEN)
        assert (server.users, [item.method for item in server.seen].count("POST")) == ({}, 1)
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout
    assert "passed" in ran.stdout
    assert remains(graph_emulator) == []


def test_ctrl_c_removes_what_was_created_in_a_tenant(
    tmp_path: Path, graph_emulator: Emulator, terminal: OnTerminal
) -> None:
    """The clock of the local Graph stands still, so that the command waits for a cycle."""
    graph_emulator.graph.state.switches.change({"throttling": False})
    with (
        scim_server() as server,
        terminal(
            tmp_path, graph_emulator.url, "scim", "check", server.url, "--tenant", **TOKEN
        ) as it,
    ):
        it.until("running")
        end = time.monotonic() + 60
        while not any(
            item["userPrincipalName"].startswith("check-") for item in graph_emulator.users
        ):
            assert time.monotonic() < end
            time.sleep(0.05)
        it.type("\x03")
        assert it.end() == 130, it.shown
        assert server.users == {}
    assert remains(graph_emulator) == []


def remains(emulator: Emulator) -> list[str]:
    with GraphClient("any", endpoint=emulator.url) as graph:
        texts = [repr(item) for item in (*emulator.users, *emulator.groups)]
        for path in (
            "/applications",
            "/servicePrincipals",
            "/directory/deletedItems/microsoft.graph.user",
        ):
            texts += map(repr, graph.request("GET", path)["value"])
    return [text for text in texts if "check-" in text]
