"""`.ci/run` on a bare machine: it installs what is missing, or says what that is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parents[1] / ".ci" / "run"
BASH = shutil.which("bash")

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or BASH is None, reason=".ci/run is for machines with bash"
)

# By Debian package, the programs that it brings.
PACKAGES = {
    "git": "git",
    "make": "make",
    "nodejs": "node",
    "npm": "npm",
    "curl": "curl",
    "chromium": "chromium",
}


class Machine:
    """A machine with the fewest programs; each of its own writes a line when it is called."""

    def __init__(self, folder: Path, *, root: bool, has: tuple[str, ...] = ()) -> None:
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.log = folder / "log"
        self.log.touch()
        for program in ("dirname", "cat", "chmod", "touch"):
            found = shutil.which(program)
            assert found
            (self.bin / program).symlink_to(found)
        (self.bin / "python3").symlink_to(sys.executable)
        self.add("id", f"echo {0 if root else 1000}")
        for program in has:
            self.add(program)
        installs = "\n".join(
            f"{package}) printf '#!{BASH}\\necho {program} $LOCKED \"$@\" >> {self.log}\\n' > {self.bin}/{program}; "
            f"chmod +x {self.bin}/{program};;"
            for package, program in PACKAGES.items()
        )
        self.add("apt-get", f'for package in "$@"; do case $package in\n{installs}\nesac; done')

    def add(self, program: str, body: str = "") -> None:
        path = self.bin / program
        path.write_text(f'#!{BASH}\necho {program} $LOCKED "$@" >> {self.log}\n{body}\n')
        path.chmod(0o755)

    def run(self, **env: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
        assert BASH
        done = subprocess.run(
            [BASH, str(RUN)],
            env={"PATH": str(self.bin), **env},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return done, self.log.read_text().splitlines()


def test_what_is_missing_is_installed_at_once_and_then_every_gate_runs(tmp_path: Path) -> None:
    done, calls = Machine(tmp_path, root=True).run()
    assert done.returncode == 0, done.stderr
    (install,) = (call for call in calls if call.startswith("apt-get install"))
    assert {*PACKAGES} <= {*install.split()}
    assert "apt-get update -qq" in calls
    assert [call for call in calls if call.startswith("make")] == [
        "make ci setup",
        "make ci check",
        "make ci test",
    ]
    assert "git ci diff --exit-code --stat" in calls
    assert calls[-1] == "make ci test"


def test_a_machine_that_has_everything_installs_nothing(tmp_path: Path) -> None:
    done, calls = Machine(tmp_path, root=True, has=tuple(PACKAGES.values())).run()
    assert done.returncode == 0, done.stderr
    assert not [call for call in calls if call.startswith("apt-get")]


def test_a_missing_browser_is_said_and_does_not_stop_it(tmp_path: Path) -> None:
    has = tuple(program for program in PACKAGES.values() if program != "chromium")
    done, calls = Machine(tmp_path, root=False, has=has).run()
    assert done.returncode == 0, done.stderr
    assert "no chromium" in done.stdout
    assert calls[-1] == "make ci test"


def test_a_program_that_cannot_be_installed_is_named(tmp_path: Path) -> None:
    done, calls = Machine(tmp_path, root=False, has=("git", "node", "curl")).run()
    assert done.returncode == 1
    assert done.stderr == ".ci/run: there is no make, and it cannot be installed here\n"
    assert not [call for call in calls if call.startswith("make")]


def test_a_python_that_is_too_old_is_named(tmp_path: Path) -> None:
    machine = Machine(tmp_path, root=False, has=tuple(PACKAGES.values()))
    machine.add("oldpython", 'case "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac')
    done, calls = machine.run(PYTHON="oldpython")
    assert done.returncode == 1
    assert "oldpython is Python 3.9.2" in done.stderr
    assert not [call for call in calls if call.startswith("make")]
