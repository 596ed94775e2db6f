"""Help, versions, exit codes and errors: what all commands share."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from graphsync import __version__
from graphsync.cli.reference import commands, table
from graphsync.cli.root import WORDS, load
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.protocol.fault import Fault

from .conftest import ROOT, Command


def test_the_help_names_every_word_and_imports_no_command(offline: Command) -> None:
    ran = offline("--help")
    assert ran.returncode == 0
    assert all(f"  {word} " in ran.stdout for word in WORDS)
    program = (
        "import sys; from graphsync.cli.root import run; run(['--help']);"
        "print(sorted(m for m in sys.modules if m.startswith(('graphsync.cli.commands', 'httpx', 'rich', 'azure', 'yaml'))))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("word", WORDS)
def test_every_word_has_a_help(word: str, offline: Command) -> None:
    ran = offline(word, "--help")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert f"graphsync {word}" in ran.stdout


def test_the_version_says_what_a_report_needs(offline: Command) -> None:
    ran = offline("--version")
    first, second, third = ran.stdout.splitlines()
    assert first == f"graphsync {__version__}"
    assert sys.version.split()[0] in second
    listed = dict(part.split(" ") for part in third.split(", "))
    assert listed == {name: version(name) for name in listed}
    assert {"httpx", "typer", "azure-identity", "pyyaml"} <= set(listed)


def test_the_version_imports_no_more_than_typer_does() -> None:
    program = (
        "import sys, typer, platform; before = set(sys.modules);"
        "from graphsync.cli.root import run; run(['--version']);"
        "print(sorted(m for m in set(sys.modules) - before if not m.startswith(('graphsync', 'typer', '__future__'))))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.splitlines()[-1] == "[]"


def test_what_no_installer_has_written_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "rich.egg-info"
    folder.mkdir()
    (folder / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: rich\nVersion: 0.0.7\n")
    program = (
        f"import sys; sys.path[:] = [{str(tmp_path)!r}, *(p for p in sys.path if 'site-packages' not in p)];"
        "from graphsync.cli.about import about; print(about())"
    )
    ran = subprocess.run(
        [sys.executable, "-S", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert ran.stdout.splitlines()[2] == "rich 0.0.7"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["jops"], "Did you mean 'jobs'?"),
        (["jobs", "lst", "x"], "Did you mean 'list'?"),
        (["jobs", "list"], "Missing argument"),
        (["expr", "eval", "[a]", "--atribute", "a=b"], "--attribute"),
        (["expr", "eval", "[a]", "-o", "xml"], "xml"),
        (["apps", "list", "--cloud", "chin"], "did you mean china?"),
        (["apps", "list", "--sign-in", "device"], "did you mean device-code?"),
        (["apps", "list", "--sign-in", "token"], "GRAPHSYNC_TOKEN"),
        (["apps", "list", "--profile", "x"], "no profile 'x'"),
    ],
)
def test_wrong_words_are_status_3_with_the_nearest(
    words: list[str], said: str, offline: Command
) -> None:
    ran = offline(*words)
    assert (ran.returncode, ran.stdout) == (3, ""), ran.stderr
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_word_alone_shows_its_help_and_is_status_3(offline: Command) -> None:
    ran = offline("jobs")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "restart" in ran.stderr


@pytest.mark.parametrize(("status", "code"), [(401, 4), (403, 4), (400, 1), (409, 1)])
def test_errors_are_what_why_and_what_to_do(
    status: int, code: int, graphsync: Command, graph_emulator: Emulator
) -> None:
    graph_emulator.faults.add(Fault(kind="status", status=status, path="*/jobs"))
    ran = graphsync("jobs", "list", SCIM_PRINCIPAL_ID)
    assert (ran.returncode, ran.stdout) == (code, "")
    lines = ran.stderr.splitlines()
    assert len(lines) == 3, ran.stderr
    assert lines[0].startswith(f"graphsync: {status} ")
    assert lines[1].startswith("  GET /")
    assert "request id" in lines[1]


def test_a_stack_shows_with_debug_alone(graphsync: Command) -> None:
    quiet = graphsync("apps", "show", "nothing is called so")
    loud = graphsync("apps", "show", "nothing is called so", "--debug")
    assert quiet.returncode == loud.returncode == 1
    assert "Traceback" not in quiet.stderr
    assert "Traceback" in loud.stderr


def test_no_server_is_an_error_and_says_where_to_look(offline: Command) -> None:
    ran = offline("apps", "list", "--endpoint", "http://127.0.0.1:9/v1.0", GRAPHSYNC_TOKEN="x")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "--endpoint" in ran.stderr


def test_verbose_shows_requests_on_standard_error(
    graphsync: Command, graph_emulator: Emulator
) -> None:
    ran = graphsync("jobs", "list", SCIM_PRINCIPAL_ID, "--verbose", "-o", "json")
    assert next(job["id"] for job in json.loads(ran.stdout)) == SCIM_JOB_ID
    requests = ran.stderr.splitlines()
    assert len(requests) == 2
    assert (
        requests[1]
        == f"GET {graph_emulator.url}/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"
    )


@pytest.mark.parametrize(
    ("missing", "words"), [("typer", ["--help"]), ("yaml", ["expr", "test", "cases.yaml"])]
)
def test_without_the_extra_one_line_names_it(
    missing: str, words: list[str], tmp_path: Path
) -> None:
    (tmp_path / "cases.yaml").write_text("[]")
    program = (
        f"import runpy, sys; sys.modules[{missing!r}] = None; sys.argv = ['graphsync', *{words!r}];"
        "runpy.run_module('graphsync', run_name='__main__')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, cwd=tmp_path
    )
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (1, "", 1), ran.stderr
    assert f"needs the extra graphsync-client[cli], and {missing} is not installed" in ran.stderr


def test_a_profile_fills_in_and_options_win(
    tmp_path: Path, offline: Command, graph_emulator: Emulator
) -> None:
    file = tmp_path / "profiles.toml"
    file.write_text(
        f'default = "local"\n[profiles.local]\nendpoint = "{graph_emulator.url}"\nsign_in = "token"\n'
        '[profiles.away]\nendpoint = "http://127.0.0.1:9/v1.0"\n'
    )
    given = {"GRAPHSYNC_CONFIG": str(file), "GRAPHSYNC_TOKEN": "any"}
    assert offline("apps", "list", **given).returncode == 0
    assert offline("apps", "list", "--profile", "away", **given).returncode == 1
    assert (
        offline(
            "apps", "list", "--profile", "away", "--endpoint", graph_emulator.url, **given
        ).returncode
        == 0
    )
    wrong = offline("apps", "list", "--profile", "awy", **given)
    assert wrong.returncode == 3
    assert "did you mean away?" in wrong.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('client_secret = "hush"', "GRAPHSYNC_CLIENT_SECRET"),
        ('endpont = "x"', "did you mean endpoint?"),
        ("endpoint = 1", "is not text"),
    ],
)
def test_a_wrong_profile_is_status_3_and_shows_no_secret(
    line: str, said: str, tmp_path: Path, offline: Command
) -> None:
    file = tmp_path / "profiles.toml"
    file.write_text(f"[profiles.x]\n{line}\n")
    ran = offline("apps", "list", "--profile", "x", GRAPHSYNC_CONFIG=str(file))
    assert ran.returncode == 3
    assert said in ran.stderr
    assert "hush" not in ran.stderr


def test_every_command_is_described() -> None:
    for word in WORDS:
        if word == "emulator":
            continue
        for registered in load(word).registered_commands:
            assert registered.callback is not None
            assert "described" in registered.callback.__dict__, (word, registered.name)
            assert registered.callback.__doc__


def test_the_page_of_commands_is_made_from_the_commands() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"
    assert page.read_text(encoding="utf-8") == table()


def test_the_page_of_commands_has_the_options_of_each() -> None:
    sections = dict(part.split("\n", 1) for part in table().split("\n### graphsync ")[1:])
    assert [*sections] == [words for words, _, _ in commands()]
    assert "- `APPLICATION`, required: " in sections["jobs run"]
    assert "- `--timeout`: Seconds to wait at most\n" in sections["jobs run"]
    assert "- `--charts`, `--no-charts`: " in sections["health"]
    assert "- `--app`, required: " in sections["provision"]
    assert "(`GRAPHSYNC_APP`)" in sections["provision"]
    assert "--tenant-id" not in sections["provision"]


def test_a_test_server_in_another_container_is_addressed_by_http_where_it_is_named(
    offline: Command,
) -> None:
    with Emulator(host="0.0.0.0", speed=0) as emulator:
        endpoint = emulator.url
        assert "0.0.0.0" in endpoint
        given = {
            "GRAPHSYNC_ENDPOINT": endpoint,
            "GRAPHSYNC_TOKEN": "any",
            "GRAPHSYNC_SIGN_IN": "token",
        }
        refused = offline("apps", "list", "-o", "json", **given)
        assert refused.returncode != 0
        assert "plain http" in refused.stderr
        ran = offline(
            "apps", "list", "-o", "json", "--allow-plain-http", "emulator, 0.0.0.0", **given
        )
        assert (ran.returncode, len(json.loads(ran.stdout))) == (0, 4), ran.stderr
        assert (
            offline("apps", "list", GRAPHSYNC_ALLOW_PLAIN_HTTP="0.0.0.0", **given).returncode == 0
        )
