"""The version that a change calls for, as semantic versioning counts."""

from __future__ import annotations

import tomllib
from pathlib import Path

from generator.report.change import Weight


def version_step(weight: Weight | None) -> str:
    """Name the step: `major`, `minor`, `patch`, or `none` where nothing changed."""
    steps = {Weight.BREAKING: "major", Weight.COMPATIBLE: "minor", Weight.DOCUMENTATION: "patch"}
    return "none" if weight is None else steps[weight]


def next_version(version: str, step: str) -> str:
    """Return the version after a step; before 1.0 a breaking change raises the second number, and others the third."""
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    if major == 0 and step != "none":
        step = "minor" if step == "major" else "patch"
    match step:
        case "major":
            return f"{major + 1}.0.0"
        case "minor":
            return f"{major}.{minor + 1}.0"
        case "patch":
            return f"{major}.{minor}.{patch + 1}"
        case _:
            return version


def version_of(pyproject: Path) -> str:
    """Read the project's version."""
    version: str = tomllib.loads(pyproject.read_text("utf-8"))["project"]["version"]
    return version
