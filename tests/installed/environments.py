"""Environments as users have them: a wheel, its dependencies, and nothing of the source tree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(
    *command: str | Path, cwd: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end without a terminal."""
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env=env,
        timeout=300,
    )


def succeed(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a program that has to succeed, and return what it wrote."""
    done = run(*command, cwd=cwd, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this source tree into a folder."""
    succeed(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder,
        ROOT,
        cwd=folder,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel


class Environment:
    """A new virtual environment, with a folder to work in that holds a copy of the examples."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
        self.python = self.bin / "python"
        succeed(sys.executable, "-m", "venv", folder / "venv", cwd=folder)

    def install(self, wheel: Path, requirements: Path) -> None:
        """Install a wheel, and before it the releases that a file names, each with the hash of its file."""
        pip = (self.python, "-m", "pip", "install", "--quiet")
        succeed(
            *pip, "--require-hashes", "--no-deps", "--requirement", requirements, cwd=self.folder
        )
        succeed(*pip, "--no-deps", wheel, cwd=self.folder)

    def run(
        self, *arguments: str | Path, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run Python in the working folder."""
        return run(self.python, *arguments, cwd=self.folder, env=env)

    def succeed(self, *arguments: str | Path, env: dict[str, str] | None = None) -> str:
        """Run Python in the working folder; it has to succeed. Return what it wrote."""
        return succeed(self.python, *arguments, cwd=self.folder, env=env)
