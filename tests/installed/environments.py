"""Environments as users have them: a wheel, its dependencies, and nothing of the source tree."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
# What the examples need; `dev` is for those who change the project.
EXTRAS = ("emulator", "telemetry")


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program to its end without a terminal."""
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, cwd=cwd, env=env, timeout=300
    )


def succeed(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a program that has to succeed, and return what it wrote."""
    done = run(*command, cwd=cwd, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this source tree into a folder."""
    succeed(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


def floors(extras: tuple[str, ...]) -> list[str]:
    """Return the lowest release of each direct dependency that the metadata allows, as constraints."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = project["dependencies"] + [text for extra in extras for text in project["optional-dependencies"][extra]]
    return [lowest(Requirement(text)) for text in declared]


def lowest(requirement: Requirement) -> str:
    """Return the constraint that takes a requirement at its word: `attrs>=24.2` is `attrs==24.2`."""
    found = [item.version for item in requirement.specifier if item.operator in {">=", "=="}]
    assert len(found) == 1, f"{requirement} does not say where it begins"
    marker = f"; {requirement.marker}" if requirement.marker else ""
    return f"{requirement.name}=={found[0]}{marker}"


class Environment:
    """A new virtual environment, with a folder to work in that holds a copy of the examples."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
        self.python = self.bin / "python"
        succeed(sys.executable, "-m", "venv", folder / "venv", cwd=folder)

    def install(self, requirement: str, constraints: Path | None = None) -> None:
        """Install a requirement; constraints say which release of each dependency."""
        chosen = ("--constraint", constraints) if constraints else ()
        succeed(self.python, "-m", "pip", "install", "--quiet", *chosen, requirement, cwd=self.folder)

    def run(self, *arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run Python in the working folder."""
        return run(self.python, *arguments, cwd=self.folder, env=env)

    def succeed(self, *arguments: str | Path, env: dict[str, str] | None = None) -> str:
        """Run Python in the working folder; it has to succeed. Return what it wrote."""
        return succeed(self.python, *arguments, cwd=self.folder, env=env)
