"""What `docs/emulator.md` says is so."""

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

import graphsync.emulator
from graphsync.emulator import Emulator
from graphsync.emulator.protocol.fault import Kind
from graphsync.emulator.switches import Switches
from graphsync.expressions import Surroundings, evaluate

from .test_plugin import run

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "emulator.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def rows(heading: str) -> list[list[str]]:
    section = TEXT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    table = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_the_test_of_the_first_chapter_passes(tmp_path: Path) -> None:
    story = next(block for block in blocks("python") if "def test_" in block)
    (tmp_path / "test_story.py").write_text(story)
    ran = run(tmp_path)
    assert "1 passed" in ran.stdout, ran.stdout + ran.stderr


def test_the_seed_is_one() -> None:
    emulator = Emulator(seed=json.loads(blocks("json")[0]))
    assert len(emulator.graph.tenant.users) == 200
    assert emulator.switches.page_size == 10


def test_the_table_of_switches_is_complete_and_says_the_defaults() -> None:
    listed = {name: row[1] for row in rows("Switches") for name in names(row[0])}
    assert listed.keys() >= {item.name for item in fields(Switches)} - {"directory_limit"}
    assert "`directory_limit`" in TEXT
    usual = Switches()
    for row in rows("Switches"):
        said = names(row[1])
        if len(names(row[0])) == 1 and said:
            value = getattr(usual, names(row[0])[0])
            assert said[0] == (json.dumps(value) if not isinstance(value, str) else value), row


def test_the_table_of_faults_is_complete() -> None:
    listed = [name for row in rows("Faults") for name in names(row[0])]
    assert sorted(listed) == sorted(get_args(Kind))


def test_the_constants_are_there() -> None:
    for row in rows("What is in the tenant"):
        for name in names(row[0]):
            assert getattr(graphsync.emulator, name), name


def test_the_expression_gives_what_is_said() -> None:
    block = next(block for block in blocks("python") if "evaluate(" in block)
    expression, said = re.findall(r"evaluate\(\s*'(.*?)', .*# '(.*?)'", block, re.DOTALL)[0]
    assert evaluate(expression, Surroundings({"givenName": "Ada", "surname": "Brandt"})) == said


def test_every_switch_named_in_the_behaviours_exists() -> None:
    text = (DOCS / "emulator-behaviour.md").read_text(encoding="utf-8")
    named = {
        name for line in text.splitlines() for name in re.findall(r"`([a-z]+(?:_[a-z]+)+)`", line)
    }
    assert named
    assert named <= {item.name for item in fields(Switches)}


@pytest.mark.parametrize("word", ["ASGITransport", "ClientSecretCredential"])
def test_the_blocks_that_start_an_emulator_run(word: str) -> None:
    (block,) = (block for block in blocks("python") if word in block)
    names: dict[str, object] = {}
    exec(compile(block, "docs/emulator.md", "exec"), names)
    emulator = names["emulator"]
    assert isinstance(emulator, Emulator)
    emulator.close()
