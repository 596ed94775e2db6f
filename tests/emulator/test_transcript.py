"""The story of `examples/local_graph.sh`, told by curl alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "examples" / "local_graph.sh"


@pytest.mark.skipif(
    not shutil.which("curl") or not shutil.which("bash"),
    reason="the story is told with bash and curl",
)
def test_the_story_goes_as_written() -> None:
    ran = subprocess.run(
        ["bash", str(SCRIPT)],
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    lines = [line for line in ran.stdout.splitlines() if line and not line.startswith("# ")]
    assert lines[0].startswith("eyJ")
    assert lines[2].rpartition("/")[2].startswith("aWSSingleSignon.")
    assert '{"key": "SecretToken", "value": "*"}' in lines[4]
    assert lines[6:9] == ["NotRun", '{"now":"2026-01-01T01:00:00Z"}', "Active"]
    assert "SystemForCrossDomainIdentityManagementInvalidCredentials" in lines[11]
    assert lines[-3:-1] == ["Active", "Succeeded"]
    assert lines[-1] == '{"displayName": "active", "oldValue": null, "newValue": "True"}'


@pytest.mark.skipif(
    not shutil.which("curl") or not shutil.which("bash"),
    reason="the story is told with bash and curl",
)
@pytest.mark.parametrize(
    ("python", "said"),
    [
        ("#!/bin/sh\necho 'no emulator here' >&2\nexit 1\n", "ended before it was ready"),
        (None, "there is no "),
    ],
)
def test_the_story_ends_with_an_error_where_no_emulator_starts(
    tmp_path: Path, python: str | None, said: str
) -> None:
    interpreter = tmp_path / "python"
    if python:
        interpreter.write_text(python)
        interpreter.chmod(0o755)
    ran = subprocess.run(
        ["bash", str(SCRIPT)],
        env={**os.environ, "PYTHON": str(interpreter)},
        capture_output=True,
        text=True,
        timeout=20,
    )
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert said in ran.stderr.splitlines()[-1]
    assert ("no emulator here" in ran.stderr) is bool(python)
