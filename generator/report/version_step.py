"""The version that a change calls for, as semantic versioning counts."""

from __future__ import annotations

import tomllib
from pathlib import Path

from generator.report.change import Weight

BEFORE_1 = "before 1.0 a breaking change moves the second number and any other the third"


def before_1(version: str) -> bool:
    """Return whether a version makes no promises yet."""
    return version.split(".", 1)[0] == "0"


def version_step(weight: Weight | None, version: str) -> str:
    """Name the number of `version` that moves: `major`, `minor`, `patch`, or `none` where
    nothing changed.
    """
    if weight is None:
        return "none"
    if before_1(version):
        return "minor" if weight is Weight.BREAKING else "patch"
    return {Weight.BREAKING: "major", Weight.COMPATIBLE: "minor", Weight.DOCUMENTATION: "patch"}[
        weight
    ]


def next_version(version: str, step: str) -> str:
    """Return the version after a step."""
    major, minor, patch = (int(part) for part in version.split(".")[:3])
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
