"""Whatever a document or the words for it hold ends as data or as an error of one line, never as code."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cut.slice_format import dump, load
from generator.emit import render as emit_module
from generator.errors import GeneratorError
from generator.openapi.walk import Node
from generator.words.docs import Docs
from generator.words.words import OperationWords, Permissions, Words
from tests.generator.documents import generate
from tests.generator.hostile_places import PLACES, data, document
from tests.generator.inspection import inspect
from tests.generator.payloads import PAYLOADS

EVERYTHING = """
import sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import client.api, client.models
for package in (client.api, client.models):
    for name in dir(package):
        getattr(package, name)
assert client.__file__.startswith(sys.argv[1])
made = client.models.Job.from_dict({"name": "x", "state": "y", "access": "z"})
repr(made), made.state, made.access, made.to_dict()
"""


# Each place is tried with the payloads that differ for names: the others differ in what ends or hides a text.
NAMES = [
    text
    for name, text in PAYLOADS.items()
    if name.startswith(
        (
            "closes a s",
            "escapes",
            "a template e",
            "unicode",
            "a null",
            "half",
            "a way",
            "a k",
            "a sp",
            "no",
        )
    )
]


def unformatted(folder: Path) -> None:
    """Stand in for the formatter, which takes most of the time and would refuse what is no Python."""
    for path in folder.rglob("*.py"):
        ast.parse(path.read_bytes())


@pytest.fixture(scope="module")
def least(tmp_path_factory: pytest.TempPathFactory) -> int:
    """Return how many modules a document with hostile names writes at least."""
    target = tmp_path_factory.mktemp("plain") / "client"
    generate(document(), target)
    # A key that is not a method of HTTP takes its operation along.
    return inspect(target) - 1


@pytest.mark.parametrize("place", PLACES)
def test_a_name_ends_as_data_or_as_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, least: int
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(emit_module, "_format", unformatted)
    for number, text in enumerate(NAMES):
        held = document()
        PLACES[place](held, text)
        target = tmp_path / str(number) / "client"
        target.parent.mkdir()
        refused = ""
        try:
            generate(held, target)
        except GeneratorError as error:
            refused = str(error)
        assert all(line.isprintable() for line in refused.split("\n")), text
        assert [path.name for path in target.parent.iterdir()] == ([] if refused else ["client"]), (
            text
        )
        assert refused or inspect(target) >= least
    assert {path.name for path in tmp_path.iterdir()} == {
        str(number) for number in range(len(NAMES))
    }


class HostileWords(Docs):
    """Words that say the same of everything, whatever it is."""

    def type(self, name: str) -> Words:
        return Words(self.reference, self.reference, self.reference)

    def property(self, type_name: str, name: str) -> Words:
        return self.type(name)

    def enum(self, name: str) -> Words:
        return self.type(name)

    def value(self, enum_name: str, name: str) -> Words:
        return self.type(name)

    def operation(self, name: str) -> OperationWords:
        told = (self.reference, self.reference)
        return OperationWords(
            self.reference, self.reference, self.reference, permissions=Permissions(told, told)
        )


@pytest.mark.parametrize("name", PAYLOADS)
def test_texts_and_words_end_as_data(tmp_path: Path, name: str) -> None:
    text = PAYLOADS[name]
    held: Node = document()
    # No document can hold half a character, but words can.
    data(held, text.replace("\ud800", ""))
    target = tmp_path / "out" / "client"
    generate(
        held, target, docs=HostileWords(text, {}, {}, {}), slice=text.encode("utf-8", "replace")
    )
    assert inspect(target) >= 9
    run(target)
    assert {path.name for path in tmp_path.iterdir()} == {"out", "run"}
    assert list((tmp_path / "run").iterdir()) == []


def run(target: Path) -> None:
    """Import everything in another process, in a folder of its own."""
    folder = target.parents[1] / "run"
    folder.mkdir()
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", EVERYTHING, str(target.parent)],
        cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_names_that_become_identifiers_do_not_run(tmp_path: Path) -> None:
    text = PAYLOADS["closes a string"]
    held = document()
    for place in ("property", "value", "query option", "operation's owners", "path parameter"):
        PLACES[place](held, text)
    target = tmp_path / "out" / "client"
    generate(held, target)
    written = (target / "models" / "job.py").read_text("utf-8")
    assert "import_os_system_touch_pwned: str | None" in written
    run(target)
    assert list((tmp_path / "run").iterdir()) == []


@pytest.mark.parametrize("name", [name for name in PAYLOADS if name != "half a character"])
def test_a_slice_carries_any_text(name: str) -> None:
    held = document()
    data(held, PAYLOADS[name])
    PLACES["property"](held, f"{PAYLOADS[name]}x")
    assert load(dump(held)) == held


def test_the_inspection_finds_code(tmp_path: Path) -> None:
    generate(document(), tmp_path / "client")
    module = tmp_path / "client" / "models" / "job.py"
    innocent = module.read_text("utf-8")
    inspect(tmp_path / "client")
    for code in (
        "import os", "from os import system", '__import__("os")', "x = eval('1')", "print()", "[x for x in ()]",
        "lambda: 0", "f'{1}'", "x.__class__", "@print\ndef f(): pass", "class A(metaclass=print()): pass",
    ):  # fmt: skip
        module.write_text(f"{innocent}\n{code}\n", "utf-8")
        with pytest.raises(AssertionError):
            inspect(tmp_path / "client")
