"""The wheel with its declared dependencies and nothing else: the pinned ones, the lowest that it allows, or no extra."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from graphsync import __version__
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator

from .environments import ROOT, Environment, build_wheel, run

pytestmark = [pytest.mark.installed, pytest.mark.timeout(900)]

FIRST_PAGE = """
import sys
from graphsync import GraphClient
with GraphClient("token", endpoint=sys.argv[1]) as graph:
    print(*(job.id for job in graph.service_principals[sys.argv[2]].synchronization.jobs))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module", params=["runtime", "lowest"])
def environment(
    request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Environment:
    """Install the wheel with the extras of the examples."""
    made = Environment(tmp_path_factory.mktemp(request.param))
    made.install(wheel, ROOT / "requirements" / f"{request.param}.txt")
    shutil.copytree(
        ROOT / "examples", made.folder / "examples", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(Path(__file__).with_name("smoke.py"), made.folder)
    return made


@pytest.fixture(scope="module")
def alone(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Install the wheel without an extra."""
    made = Environment(tmp_path_factory.mktemp("alone"))
    made.install(wheel, ROOT / "requirements" / "client.txt")
    return made


def test_nothing_that_is_required_is_missing(environment: Environment) -> None:
    assert "No broken requirements" in environment.succeed("-m", "pip", "check")


def test_every_example_does_what_it_says(environment: Environment) -> None:
    seen = json.loads(environment.succeed("-m", "smoke").splitlines()[-1])
    assert seen["release"] == __version__
    assert seen["edit_one_mapping"] >= 1
    assert seen["new_application_signs_in"].startswith("scim.")
    assert seen["requests_are_traced"][-1] == "nightly check of jobs"
    assert len(seen["requests_are_traced"]) >= 2
    assert seen["pages_and_models"] == 2
    # One is the other's employee, and gets the reference in a second step.
    assert seen["a_payroll_is_uploaded"] == {"created": 1, "updated": 1}
    assert seen["the_gallery_leads_to_accounts"] == "1 exported"
    assert SCIM_PRINCIPAL_ID in seen["the_command_reads_its_variables"]


def test_the_demo_prints_jobs_and_templates(environment: Environment) -> None:
    said = environment.succeed("-m", "examples.demo")
    assert f"  {SCIM_JOB_ID}  scim  " in said


@pytest.mark.skipif(
    not shutil.which("curl") or not shutil.which("bash"),
    reason="the story is told with bash and curl",
)
def test_the_story_of_curl_goes_as_written(environment: Environment) -> None:
    told = run(
        "bash",
        "examples/local_graph.sh",
        cwd=environment.folder,
        env={**os.environ, "PYTHON": str(environment.python)},
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert {"displayName", "oldValue", "newValue"} == json.loads(
        told.stdout.splitlines()[-1]
    ).keys()


def test_the_installed_command_shows_its_help(environment: Environment) -> None:
    shown = run(environment.bin / "graphsync-emulator", "--help", cwd=environment.folder)
    assert shown.returncode == 0, shown.stderr
    assert "--speed" in shown.stdout


def test_every_example_is_among_them() -> None:
    """A new example has to be run here as well."""
    covered = {
        "demo.py",
        "edit_mapping.py",
        "from_the_gallery.py",
        "local_graph.sh",
        "new_application.py",
        "payroll.py",
        "quickstart.py",
        "telemetry.py",
    }
    assert {path.name for path in (ROOT / "examples").iterdir() if path.is_file()} == {
        *covered,
        "__init__.py",
    }


def test_the_client_alone_reads_a_page(alone: Environment) -> None:
    with Emulator() as emulator:
        said = alone.succeed("-W", "error", "-c", FIRST_PAGE, emulator.url, SCIM_PRINCIPAL_ID)
    assert SCIM_JOB_ID in said.split()


def test_the_command_without_its_extra_is_one_line_that_names_it(alone: Environment) -> None:
    ended = run(alone.bin / "graphsync-emulator", cwd=alone.folder)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1)
    assert "graphsync-emulator needs the extra graphsync-client[emulator]" in ended.stderr
