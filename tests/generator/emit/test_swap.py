"""A run throws nothing away that it did not write."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.emit.lock import LOCK
from generator.emit.swap import alone, left_behind, put_back, swap_all
from generator.emit.target import check_target
from generator.errors import GeneratorError
from tests.generator.project import ROOT


def test_a_new_an_empty_and_a_generated_folder_are_taken(tmp_path: Path) -> None:
    for name in ("new_one", "empty", "generated"):
        if name != "new_one":
            (tmp_path / name).mkdir()
    (tmp_path / "generated" / LOCK).write_text("{}", "utf-8")
    (tmp_path / "generated" / "models.py").write_text("", "utf-8")
    for name in ("new_one", "empty", "generated"):
        check_target(tmp_path / name)


def test_a_folder_with_something_else_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "thesis.txt").write_text("x", "utf-8")
    with pytest.raises(GeneratorError, match="which would be replaced"):
        check_target(folder)


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("x", "utf-8")
    with pytest.raises(GeneratorError, match="a file"):
        check_target(tmp_path / "notes")


@pytest.mark.parametrize("name", ["prov-logs", "class", "2nd"])
def test_a_name_that_no_program_can_import_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(GeneratorError, match="as the name of a package"):
        check_target(tmp_path / name)


KILLED = """
import os, signal, sys
from pathlib import Path
from generator.emit.swap import swap_all
folder, moves = Path(sys.argv[1]), int(sys.argv[2])
rename = Path.rename

def counting(self, target):
    global moves
    if self.suffix != ".part":
        if moves == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        moves -= 1
    return rename(self, target)

Path.rename = counting
scratch = folder / ".generating-x"
swap_all(
    [(scratch / "package", folder / "package"), (scratch / "page", folder / "page"), (None, folder / "gone")],
    scratch / "old",
)
"""
NEW, OLD = (
    {"package/a.py": "new", "page": "new"},
    {"package/a.py": "old", "package/b.py": "old", "gone": "old"},
)


def texts(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def laid_out(folder: Path) -> Path:
    for home, files in ((folder / ".generating-x", NEW), (folder, OLD)):
        for name, text in files.items():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            (home / name).write_text(text, "utf-8")
    return folder


def killed_after(moves: int, folder: Path) -> int:
    command = [sys.executable, "-c", KILLED, str(folder), str(moves)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX")
@pytest.mark.parametrize("moves", range(4))
def test_the_next_run_puts_back_what_a_killed_one_had_begun(tmp_path: Path, moves: int) -> None:
    folder = laid_out(tmp_path)
    assert killed_after(moves, folder) == -9
    assert left_behind(folder) == [folder / ".generating-x"]
    places = put_back(folder, lambda place: place.parent == folder)
    assert places == [folder / "package"][:moves]
    assert texts(folder) == OLD
    assert put_back(folder, lambda place: True) == []


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX")
def test_a_run_that_is_not_killed_leaves_no_journal(tmp_path: Path) -> None:
    folder = laid_out(tmp_path)
    assert killed_after(99, folder) == 0
    assert left_behind(folder) == []
    assert put_back(folder, lambda place: False) == []
    assert texts(folder) == NEW


@pytest.mark.parametrize("name", ["target", "old", "fresh"])
def test_a_journal_that_names_another_place_moves_nothing(tmp_path: Path, name: str) -> None:
    folder = laid_out(tmp_path)
    scratch = folder / ".generating-x"
    step = {
        "fresh": str(scratch / "page"),
        "target": str(folder / "page"),
        "old": str(scratch / "old" / "0-page"),
        "existed": True,
    }
    (scratch / "old").mkdir()
    (scratch / "old" / "0-page").write_text("planted", "utf-8")
    step[name] = str(tmp_path.parent / "elsewhere")
    (scratch / "old" / "journal.json").write_text(json.dumps([step]), "utf-8")
    before = texts(folder)
    with pytest.raises(GeneratorError, match="a place that a run writes"):
        put_back(folder, lambda place: place.parent == folder)
    assert texts(folder) == before


@pytest.mark.parametrize("text", ["", "{}", "[1]", "[{}]", "null"])
def test_a_damaged_journal_is_an_error_and_moves_nothing(tmp_path: Path, text: str) -> None:
    folder = laid_out(tmp_path)
    (folder / ".generating-x" / "old").mkdir()
    (folder / ".generating-x" / "old" / "journal.json").write_text(text, "utf-8")
    before = texts(folder)
    with pytest.raises(GeneratorError, match=r"journal\.json: no journal of a run"):
        put_back(folder, lambda place: True)
    assert texts(folder) == before


def test_two_runs_at_once_are_refused_and_one_after_the_other_are_not(tmp_path: Path) -> None:
    for _ in range(2):
        with (
            alone(tmp_path / "generated"),
            pytest.raises(GeneratorError, match="another run is writing here"),
            alone(tmp_path / "generated"),
        ):
            raise AssertionError
    assert list((tmp_path / "generated").iterdir()) == []


class _Interrupted(type(Path())):
    """A fresh path whose move is interrupted, as by Ctrl-C."""

    def rename(self, target: object) -> Path:
        raise KeyboardInterrupt


def test_an_interrupt_puts_everything_back(tmp_path: Path) -> None:
    names = ("first", "second")
    for name in names:
        (tmp_path / f"new-{name}").write_text("new", "utf-8")
        (tmp_path / name).write_text("old", "utf-8")
    moves = [
        (tmp_path / "new-first", tmp_path / "first"),
        (_Interrupted(tmp_path / "new-second"), tmp_path / "second"),
    ]
    with pytest.raises(KeyboardInterrupt):
        swap_all(moves, tmp_path / "aside")
    assert [(tmp_path / name).read_text("utf-8") for name in names] == ["old", "old"]
