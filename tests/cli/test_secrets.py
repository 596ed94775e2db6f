"""`graphsync secrets` as a process: rotate, clear, validate; no value ever shows."""

import json
from pathlib import Path
from typing import ClassVar

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.protocol.fault import Fault

from .conftest import Command, OnTerminal

APP = SCIM_PRINCIPAL_ID
NEW, OLD = "hush-new-1", "hush-old-1"


class SecondTest(Fault):
    """The second test of credentials fails, and no other one."""

    seen: ClassVar[list[str]] = []

    def concerns(self, method: str, path: str) -> bool:
        if path.endswith("/validateCredentials"):
            self.seen.append(path)
        return path.endswith("/validateCredentials") and len(self.seen) == 2


def fail_second_test(emulator: Emulator) -> None:
    SecondTest.seen.clear()
    emulator.faults.add(SecondTest(kind="status", status=400))


def accept(emulator: Emulator, token: str) -> None:
    emulator.set_target(APP, accepted_token=token)


def set_old(graphsync: Command) -> None:
    ran = graphsync("secrets", "set", APP, "SecretToken", "--stdin", input=f"{OLD}\n")
    assert ran.returncode == 0, ran.stderr


def test_a_rotated_secret_works_and_never_shows(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    accept(graph_emulator, NEW)
    assert graphsync("secrets", "validate", APP).returncode == 1
    ran = graphsync("secrets", "rotate", APP, "SecretToken", "--stdin", input=f"{NEW}\n")
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
    assert ran.stderr == "done: rotate SecretToken of Contoso Directory\n"
    valid = graphsync("secrets", "validate", APP)
    assert (valid.returncode, valid.stderr) == (
        0,
        "the credentials of Contoso Directory work\n",
    )


def test_a_dry_run_asks_for_no_value_and_writes_nothing(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    ran = graphsync("secrets", "rotate", APP, "SecretToken", "--dry-run", "--verbose")
    assert ran.returncode == 0, ran.stderr
    assert "would do: rotate SecretToken" in ran.stderr
    assert not any(line.startswith(("PUT", "POST")) for line in ran.stderr.splitlines())


def test_a_secret_that_does_not_work_is_not_written(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    set_old(graphsync)
    accept(graph_emulator, OLD)
    ran = graphsync("secrets", "rotate", APP, "SecretToken", "--from-env", "TOKEN", TOKEN=NEW)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "nothing was written" in ran.stderr
    assert "graphsync secrets validate" in ran.stderr
    assert "hush" not in ran.stderr
    assert graphsync("secrets", "validate", APP).returncode == 0


def test_the_old_value_comes_back_where_what_was_saved_does_not_work(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    set_old(graphsync)
    fail_second_test(graph_emulator)
    ran = graphsync(
        "secrets", "rotate", APP, "SecretToken", "--stdin", "--old", input=f"{NEW}\n{OLD}\n"
    )
    assert ran.returncode == 1
    assert "The old secrets were written back" in ran.stderr
    assert "hush" not in ran.stdout + ran.stderr
    accept(graph_emulator, OLD)
    assert graphsync("secrets", "validate", APP).returncode == 0


def test_the_present_value_may_come_from_a_file(
    graphsync: Command, graph_emulator: Emulator, tmp_path: Path
) -> None:
    set_old(graphsync)
    (tmp_path / "new").write_text(f"{NEW}\n")
    (tmp_path / "old").write_text(f"{OLD}\n")
    fail_second_test(graph_emulator)
    words = ("SecretToken", "--from-file", "new", "--old-from-file", "old")
    ran = graphsync("secrets", "rotate", APP, *words)
    assert ran.returncode == 1
    assert "The old secrets were written back" in ran.stderr
    assert graphsync("secrets", "rotate", APP, *words).returncode == 0
    template = graphsync("secrets", "validate", APP, "--template", "scim")
    assert template.returncode == 0, template.stderr


def test_too_few_lines_are_status_3(graphsync: Command) -> None:
    ran = graphsync("secrets", "rotate", APP, "SecretToken", "--stdin", "--old", input=f"{NEW}\n")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "1 lines for 2 values" in ran.stderr
    assert "hush" not in ran.stderr


def test_a_prompt_hides_what_is_typed(
    tmp_path: Path, graph_emulator: Emulator, terminal: OnTerminal
) -> None:
    accept(graph_emulator, NEW)
    with terminal(
        tmp_path, graph_emulator.url, "secrets", "rotate", APP, "SecretToken", "--old"
    ) as shown:
        shown.until("SecretToken: ")
        shown.type(f"{NEW}\n")
        shown.until("present SecretToken: ")
        shown.type(f"{OLD}\n")
        assert shown.end() == 0, shown.shown
    assert "done: rotate SecretToken" in shown.shown
    assert "hush" not in shown.shown


def test_secrets_are_cleared_after_an_answer(graphsync: Command) -> None:
    refused = graphsync("secrets", "clear", APP, "SecretToken")
    assert refused.returncode == 3
    dry = graphsync("secrets", "clear", APP, "SecretToken", "--dry-run")
    assert dry.stderr == "would do: delete SecretToken of Contoso Directory\n"
    cleared = graphsync("secrets", "clear", APP, "SecretToken", "--yes")
    assert cleared.returncode == 0, cleared.stderr
    listed = graphsync("secrets", "list", APP, "-o", "json")
    assert "SecretToken" not in {row["key"] for row in json.loads(listed.stdout)}


def test_a_terminal_is_asked_and_no_is_status_1(
    tmp_path: Path, graph_emulator: Emulator, graphsync: Command, terminal: OnTerminal
) -> None:
    words = ("secrets", "clear", APP, "SecretToken")
    with terminal(tmp_path, graph_emulator.url, *words) as shown:
        shown.until("[y/N]: ")
        shown.type("n\n")
        assert shown.end() == 1
    assert "stopped, because the question was not answered with yes" in shown.shown
    listed = graphsync("secrets", "list", APP, "-o", "json")
    assert "SecretToken" in {row["key"] for row in json.loads(listed.stdout)}
    assert SCIM_JOB_ID not in listed.stdout
