"""What CI installs is what pyproject.toml and constraints.txt say: `make lock` writes requirements/ from them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "requirements"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# What a user may ask for.
EXTRAS = tuple(sorted(PROJECT["optional-dependencies"].keys() - {"dev", "docs", "release"}))
# Which extras each file is for.
FILES: dict[str, tuple[str, ...]] = {
    "client": (),
    "runtime": EXTRAS,
    "lowest": EXTRAS,
    "ci": ("dev",),
    "docs": ("docs",),
    "release": ("dev", "release"),
}
STALE = "requirements/ is out of date: run `make lock`"


def pins(text: str) -> dict[str, set[str]]:
    """Return the releases of each package that a requirements file names, by its canonical name."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def declared(extras: tuple[str, ...]) -> list[Requirement]:
    """Return the requirements of the project and its extras; an extra that names others is followed."""
    found = [Requirement(text) for text in PROJECT["dependencies"]]
    waiting = [*extras]
    while waiting:
        for wanted in map(Requirement, PROJECT["optional-dependencies"][waiting.pop()]):
            if wanted.name == PROJECT["name"]:
                waiting += wanted.extras
            else:
                found.append(wanted)
    return found


def lowest(requirement: Requirement) -> str:
    """Return the lowest release that a requirement allows: 24.2 for `attrs>=24.2`."""
    found = [item.version for item in requirement.specifier if item.operator in {">=", "=="}]
    assert len(found) == 1, f"{requirement} does not say where it begins"
    return found[0]


def same(one: str, other: str) -> bool:
    return re.sub(r"(\.0)+$", "", one) == re.sub(r"(\.0)+$", "", other)


def test_these_are_the_files() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {*FILES}


@pytest.mark.parametrize("name", FILES)
def test_every_release_has_hashes_and_no_file_has_an_address(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    assert not re.search(r"://|^-", text, re.MULTILINE)
    entries = [entry for entry in re.split(r"\n(?=\w)", text) if "==" in entry]
    assert len(entries) == sum(map(len, pins(text).values()))
    assert [entry for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry)] == []


@pytest.mark.parametrize("name", FILES)
def test_every_direct_dependency_is_in_it(name: str) -> None:
    have = pins((FOLDER / f"{name}.txt").read_text("utf-8"))
    missing = [
        str(wanted)
        for wanted in declared(FILES[name])
        if canonicalize_name(wanted.name) not in have
    ]
    assert missing == [], STALE


@pytest.mark.parametrize("name", sorted({*FILES} - {"lowest"}))
def test_its_releases_are_those_of_the_constraints(name: str) -> None:
    chosen = pins((ROOT / "constraints.txt").read_text("utf-8"))
    have = pins((FOLDER / f"{name}.txt").read_text("utf-8"))
    assert {
        package: have[package]
        for package in have.keys() & chosen.keys()
        if have[package] != chosen[package]
    } == {}, STALE
    # What no Linux needs cannot be in constraints that are taken from one.
    assert have.keys() - chosen.keys() <= {"colorama", "pywin32-ctypes", "tzdata"}, STALE


def test_the_lowest_releases_are_the_ones_that_the_metadata_names() -> None:
    have = pins((FOLDER / "lowest.txt").read_text("utf-8"))
    wrong = [
        str(wanted)
        for wanted in declared(FILES["lowest"])
        if not any(
            same(lowest(wanted), version) for version in have[canonicalize_name(wanted.name)]
        )
    ]
    assert wrong == [], STALE


def test_every_dependency_says_where_it_begins() -> None:
    for extra in PROJECT["optional-dependencies"]:
        for wanted in declared((extra,)):
            assert wanted.specifier or wanted.name.startswith("types-"), (
                f"{wanted} allows any release"
            )
