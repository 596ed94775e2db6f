"""The version that requests name."""

from __future__ import annotations

import tomllib
from pathlib import Path

import graphsync
from graphsync._core.request.release import VERSION


def test_the_constant_is_the_version_of_the_distribution():
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text())["project"]
    assert project.get("version", VERSION) == VERSION
    assert graphsync.__version__ == VERSION
