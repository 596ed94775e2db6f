"""Every block of every page runs, or is read by what it is written for.

The rule, by the language of a block:

- `python`, `py`: the block runs on a local Graph; then each of its functions is called, with
  arguments by the names of its parameters. `CONTINUED` pages run from top to bottom in tests of
  their own, and so do those of the README.
- `console`, `sh`: pages that people follow step by step run as one shell script (`test_stories`).
  Elsewhere each line runs by itself: `graphsync` on a local Graph, `curl` on its own address;
  `make` and `pip` have to name what there is.
- `yaml`, `toml`, `json`: read by the part of the program that reads such a file.
- `text` and blocks without a language are output and diagrams; nothing runs them.
"""

from __future__ import annotations

import inspect
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from graphsync import GraphClient
from graphsync._sync.inbound import upload_time
from graphsync._sync.native import Calls
from graphsync._sync.tasks import waiting
from graphsync._sync.transport import transport
from graphsync.cli.mapping_file import read_mapping
from graphsync.cli.profile import read_profile
from graphsync.config import Configuration
from graphsync.emulator import (
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    Emulator,
)
from graphsync.fleet import Rule
from tests.cli.inside import Inside
from tests.emulator.scim_server import scim_server
from tests.wire.payroll_upload import MovedClock

from .blocks import CONTINUED, ROOT
from .test_stories import STORIES

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
STORY_PAGES = {f"docs/{name}" for name in STORIES}
# Their Python runs in tests/test_readme.py and, from top to bottom, in tests/wire.
PYTHON_ELSEWHERE = {"README.md", *CONTINUED}
PAYROLL = (
    "Employee ID,Mail,Name,First name,Department,Manager ID,Employed,Job code,Contract\n"
    "E1,eva.ek@contoso.com,Eva Ek,Eva,Sales,,true,X,permanent\n"
)


def blocks(*languages: str) -> list[tuple[str, int, str]]:
    """Return the page, the line and the text of each block in a language."""
    found = []
    for page in PAGES:
        text = page.read_text("utf-8")
        for match in _BLOCK.finditer(text):
            if match[1] in languages:
                line = text.count("\n", 0, match.start()) + 1
                found.append((page.relative_to(ROOT).as_posix(), line, match[2]))
    return found


def cases(*languages: str, but: set[str]) -> pytest.MarkDecorator:
    chosen = [one for one in blocks(*languages) if one[0] not in but]
    return pytest.mark.parametrize("block", chosen, ids=lambda one: f"{one[0]}:{one[1]}")


def test_no_language_escapes_the_rule() -> None:
    known = {"python", "py", "console", "sh", "yaml", "toml", "json", "text", ""}
    found = {
        match[1] for page in PAGES for match in _BLOCK.finditer(page.read_text(encoding="utf-8"))
    }
    assert found <= known
    fences = sum(
        len(re.findall(r"^\s*```", page.read_text("utf-8"), re.MULTILINE)) for page in PAGES
    )
    assert fences == 2 * len(blocks(*known)), "a fence is indented, or has more than a language"


@pytest.fixture(scope="module")
def scim_address() -> Iterator[str]:
    with scim_server() as server:
        yield server.url


@pytest.fixture
def arguments(
    shared_graph_emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, Any]]:
    """Give what functions of pages take, by the names of their parameters."""
    emulator = shared_graph_emulator
    clock = MovedClock(emulator.url)
    monkeypatch.setattr(Calls, "sleep", lambda calls, seconds: clock.sleep(calls, seconds))
    for module in (upload_time, transport, waiting):
        monkeypatch.setattr(module, "time", clock)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "payroll.csv").write_text(PAYROLL)
    with GraphClient("any", endpoint=emulator.url) as graph:
        principals = graph.service_principals
        yield {
            "graph": graph,
            "tests": graph,
            "principal_id": SCIM_PRINCIPAL_ID,
            "from_id": SCIM_PRINCIPAL_ID,
            "to_id": SCIM_PRINCIPAL_ID,
            "job_id": SCIM_JOB_ID,
            "address": "ada.ahlberg@contoso.com",
            "clients": {"contoso": graph},
            # Nobody answers for this one, which is a row as well.
            "tenants": {"contoso": "not a tenant"},
            "tenant_id": "contoso.com",
            "client_id": "99999999-aaaa-4999-8999-999999999999",
            "client_secret": "any",
            "job": principals[INBOUND_PRINCIPAL_ID].synchronization.jobs[INBOUND_JOB_ID],
            "payroll": tmp_path / "payroll.csv",
            "graph_emulator": emulator,
            "shared_graph_emulator": emulator,
        }


@pytest.fixture
def production() -> Iterator[GraphClient]:
    """Give a second tenant, where the job of the first is missing."""
    with Emulator(speed=0) as emulator, GraphClient("any", endpoint=emulator.url) as graph:
        graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID].delete()
        yield graph


@contextmanager
def serve(application: object) -> Iterator[str]:
    """Stand for the reader's own way to start the server under test."""
    yield str(application)


def run_python(block: tuple[str, int, str], arguments: dict[str, Any], scim: str) -> list[str]:
    """Run a block, and call its functions; return their names."""
    page, line, text = block
    text = text.replace('"http://127.0.0.1:9000/scim", "token"', f'"{scim}", "right-token"')
    names: dict[str, Any] = {"__name__": "page", "serve": serve, "my_application": scim}
    before = {*names}
    exec(compile(text, f"{page}, line {line}", "exec"), names)
    called = []
    for name, value in [*names.items()]:
        if name in before or not inspect.isfunction(value) or value.__module__ != "page":
            continue
        wanted = inspect.signature(value).parameters
        # A result comes from the plugin, which starts a whole check; its own tests have that.
        if "scim_result" not in wanted:
            value(**{one: arguments[one] for one in wanted})
        called.append(name)
    return called


@cases("python", "py", but=PYTHON_ELSEWHERE | STORY_PAGES)
def test_a_block_of_python_runs(
    block: tuple[str, int, str],
    arguments: dict[str, Any],
    scim_address: str,
    request: pytest.FixtureRequest,
) -> None:
    if "production" in block[2]:
        arguments["production"] = request.getfixturevalue("production")
    called = run_python(block, arguments, scim_address)
    assert called or "\ndef " not in block[2] or "@pytest.fixture" in block[2]


def test_a_block_that_fails_is_found(arguments: dict[str, Any], scim_address: str) -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        run_python(
            ("page.md", 1, "def show(graph):\n    graph.nonsense\n"), arguments, scim_address
        )


# Lines that are only read with --help, which refuses a wrong option: they serve until they are
# ended, ask, need several tenants, or begin what only the next line ends. All of them run elsewhere.
ONLY_READ = (
    "graphsync-emulator",
    "graphsync emulator",
    "graphsync scim check",
    "graphsync secrets rotate",
    "graphsync health --profile",
    "graphsync health --all-profiles",
)
# What ends with another code than 0 on the local Graph.
CODES = {
    "graphsync health": 2,
    "graphsync health 'Contoso Directory' --fail-on warning -o json": 2,
}
# The reader's own program, and that of another package; examples/scheduler.py has a test.
READERS_OWN = {"python", "huey_consumer"}


def commands_of(text: str) -> list[str]:
    """Return the commands of a block; where lines begin with a dollar, the others are output."""
    lines = text.replace("\\\n", " ").splitlines()
    if any(line.startswith("$ ") for line in lines):
        lines = [line[2:] for line in lines if line.startswith("$ ")]
    found = [" ".join(re.sub(r"\s#.*$", "", line).split()) for line in lines]
    return [re.sub(r'^eval "\$\((.*)\)"$', r"\1", line) for line in found if line]


class Shell:
    """Runs a line as the rule above says."""

    def __init__(self, folder: Path, emulator: Emulator) -> None:
        self.inside = Inside(folder, emulator)
        self.root = emulator.url.removesuffix("/v1.0")
        (folder / "payroll.csv").write_text(PAYROLL)
        page = (ROOT / "docs" / "command.md").read_text("utf-8")
        (folder / "map.yaml").write_text(re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)[0])

    def run(self, line: str) -> None:
        words = shlex.split(line.partition(" > ")[0])
        while "=" in words[0]:
            words = words[1:]
        program, *rest = words
        if program == "make":
            targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
            assert {one for one in rest if "=" not in one} <= {*targets}, line
        elif program == "pip":
            project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
            wanted = re.findall(r"\[(.*)\]", rest[-1])
            extras = {one for names in wanted for one in names.split(",")}
            assert rest[0] == "install", line
            assert extras <= {*project["optional-dependencies"]}, line
        elif program == "curl":
            self._curl(rest)
        elif program in {"graphsync", "graphsync-emulator"}:
            self._graphsync(line, program, rest)
        else:
            assert program in READERS_OWN, line

    def _curl(self, words: list[str]) -> None:
        options = dict(pairwise(words))
        address = next(one for one in words if one.startswith("http"))
        address = address.replace("http://127.0.0.1:8080", self.root)
        method = options.get("-X", "GET")
        answer = httpx.request(method, address, content=options.get("-d"))
        assert answer.is_success, answer.text

    def _graphsync(self, line: str, program: str, words: list[str]) -> None:
        if program == "graphsync-emulator":
            words = ["emulator", "run", *words]
        if line.startswith(ONLY_READ) or "…" in line:
            words = [*words, "--help"]
        # The people of the pages, where the local Graph has one of that name.
        words = [one.replace("ada@contoso.com", "ada.ahlberg@contoso.com") for one in words]
        if "--app" in words and words[0] in {"explain", "preview", "provision"}:
            words += ["--job", "scim"]
        ran = self.inside(*words)
        assert ran.returncode == CODES.get(line, 0), (line, ran.stderr)


@cases("console", "sh", but=STORY_PAGES - {"docs/tutorial.md"})
def test_each_line_of_a_console_runs(
    block: tuple[str, int, str],
    tmp_path: Path,
    shared_graph_emulator: Emulator,
    arguments: dict[str, Any],
) -> None:
    page, _, text = block
    lines = commands_of(text)
    assert lines
    if page in STORY_PAGES and not lines[0].startswith("pip"):
        return  # test_stories runs these in their order
    shell = Shell(tmp_path, shared_graph_emulator)
    for line in lines:
        shell.run(line)


@pytest.mark.parametrize(
    "line",
    [
        "make nothing",
        "pip install '.[nothing]'",
        "graphsync apps lst",
        "graphsync-emulator --prt 8080",
        "curl http://127.0.0.1:8080/_emulator/nothing",
        "unknown program",
    ],
)
def test_a_line_that_does_not_run_is_found(
    line: str, tmp_path: Path, shared_graph_emulator: Emulator
) -> None:
    with pytest.raises(AssertionError):
        Shell(tmp_path, shared_graph_emulator).run(line)


@cases("yaml", but=set())
def test_a_block_of_yaml_is_read(block: tuple[str, int, str], tmp_path: Path) -> None:
    if block[2].startswith("application:"):
        # A reference to a secret is not YAML before it is read.
        assert Configuration.loads(block[2]).mappings
        return
    content = yaml.safe_load(block[2])
    if isinstance(content, list):
        # A hook for pre-commit: its id has to be one that this project offers.
        offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
        used = {hook["id"] for one in content for hook in one["hooks"]}
        assert used <= {one["id"] for one in offered}
    else:
        (tmp_path / "map.yaml").write_text(block[2])
        assert {*read_mapping(tmp_path / "map.yaml")} == {*content}


@cases("toml", but=set())
def test_a_block_of_toml_is_a_profile(block: tuple[str, int, str], tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(block[2])
    assert read_profile(tmp_path / "config.toml", None)["sign_in"] == "device-code"


@cases("json", but=set())
def test_a_block_of_json_is_a_seed_or_rules(block: tuple[str, int, str], tmp_path: Path) -> None:
    content = json.loads(block[2])
    if isinstance(content, list):
        assert [Rule.from_dict(one).to_dict() for one in content] == content
        return
    (tmp_path / "seed.json").write_text(block[2])
    with Emulator(seed=tmp_path / "seed.json") as emulator:
        assert len(emulator.users) == content["users"]
