"""Every command on a terminal of its own: a table for people, questions, exit codes, no stack."""

import re
from pathlib import Path

import pytest

from graphsync.cli.reference import commands
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator

from .conftest import OnTerminal

APP, JOB, ADA = SCIM_PRINCIPAL_ID, SCIM_JOB_ID, "ada.ahlberg@contoso.com"
AT = ("--app", APP, "--job", JOB)
INTERRUPT = "\x03"
# Words of the command, its other words, the exit code, what is shown, and what is typed then.
TABLE = (
    ("login", (), 0, "signIn", ""),
    ("whoami", (), 0, "notPermitted", ""),
    ("apps list", (), 0, "Contoso Directory", ""),
    ("apps show", (APP,), 0, "displayName", ""),
    ("health", (APP,), 0, "1 warning", ""),
    ("jobs list", (APP,), 0, "TEMPLATEID", ""),
    ("jobs show", (APP, JOB), 0, "schedule.interval", ""),
    ("jobs create", (APP, "scim", "--dry-run"), 0, "would do: create a job from scim", ""),
    ("jobs start", (APP, JOB), 0, f"done: start {JOB}", ""),
    ("jobs run", (APP, JOB), 0, "runs already", ""),
    ("jobs pause", (APP, JOB), 0, f"done: pause {JOB}", ""),
    ("jobs restart", (APP, JOB), 130, "[y/N]", INTERRUPT),
    ("jobs delete", (APP, JOB), 0, "[y/N]", "y\n"),
    ("templates list", (APP,), 0, "FACTORYTAG", ""),
    ("templates show", (APP, "nothing"), 1, "graphsync templates list", ""),
    ("schema show", (APP, JOB), 0, "userPrincipalName", ""),
    ("schema diff", (f"{APP}:{JOB}", f"{APP}:{JOB}"), 0, "mean the same", ""),
    ("schema edit", (APP, JOB), 0, "nothing was edited", ""),
    ("expr eval", ("ToUpper([a])", "-a", "a=x"), 0, "X", ""),
    ("expr parse", ("ToUpper([a])",), 0, "ToUpper", ""),
    ("expr format", ("ToUpper( [a] )",), 0, "ToUpper([a])", ""),
    ("expr lint", ("ToUper([a])",), 2, "do you mean ToUpper?", ""),
    ("expr test", ("nothing.yaml",), 3, "nothing.yaml: No such file", ""),
    ("secrets list", (APP,), 0, "SecretToken", ""),
    ("secrets set", (APP, "SecretToken", "--leave-out", "x"), 130, "SecretToken", INTERRUPT),
    ("secrets rotate", (APP, "SecretToken"), 130, "SecretToken", INTERRUPT),
    ("secrets clear", (APP, "SecretToken"), 1, "[y/N]", "n\n"),
    ("secrets validate", (APP, JOB), 0, "credentials", ""),
    ("provision", (ADA, *AT), 0, "nothing written", ""),
    ("explain", (ADA, *AT), 0, "is provisioned as account", ""),
    ("preview", (ADA, *AT), 0, "ATTRIBUTE", ""),
    ("connection show", (ADA, *AT), 0, "targetAnchor", ""),
    ("connection delete", (ADA, *AT), 1, "[y/N]", "n\n"),
    ("connection repair", (ADA, *AT), 1, "[y/N]", "n\n"),
    ("upload", ("people.csv", "--map", "map.yaml", *AT), 3, "there is no file", ""),
    ("maintenance begin", (APP,), 1, "[y/N]", "n\n"),
    ("maintenance end", (), 3, "there is no file", ""),
    ("logs", ("--follow", *AT), 130, "Ada Ahlberg", INTERRUPT),
    ("export", (APP, JOB), 0, "template: scim", ""),
    ("lint", ("nothing.yaml",), 3, "there is no file", ""),
    ("plan", ("nothing.yaml",), 3, "there is no file", ""),
    ("apply", ("nothing.yaml",), 3, "there is no file", ""),
    ("drift", ("nothing.yaml",), 3, "there is no file", ""),
    ("rollback", ("nothing.yaml",), 3, "there is no file", ""),
    ("api", ("GET", "users"), 3, "begin it with a slash: /users", ""),
    ("emulator run", ("--port", "0"), 0, "graphsync emulator: http", INTERRUPT),
    ("emulator demo", ("--shell", "tcsh"), 3, "fish", ""),
    ("emulator stop", (), 3, "graphsync emulator demo", ""),
    ("scim check", ("http://127.0.0.1:9", "--token", "any"), 2, "tests failed", ""),
    ("scim clean", (), 0, "no check has left anything", ""),
)
_STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_a_command_on_a_terminal(
    row: tuple[str, tuple[str, ...], int, str, str],
    tmp_path: Path,
    shared_graph_emulator: Emulator,
    terminal: OnTerminal,
) -> None:
    words, more, code, said, typed = row
    with terminal(
        tmp_path, shared_graph_emulator.url, *words.split(), *more, EDITOR="true"
    ) as shown:
        shown.until(said)
        if typed:
            shown.type(typed)
        assert shown.end() == code, shown.shown
    text = _STYLE.sub("", shown.shown)
    assert "Traceback" not in text
    assert "[Errno" not in text
    if code == 130:
        assert "interrupted; done before: nothing" in text


def test_the_table_has_every_command() -> None:
    assert [row[0] for row in TABLE] == [words for words, _, _ in commands()]
