"""A run throws nothing away that it did not write."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.emit.lock import LOCK
from generator.emit.swap import swap_all
from generator.emit.target import check_target
from generator.errors import GeneratorError


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


class _Interrupted(type(Path())):
    """A fresh path whose move is interrupted, as by Ctrl-C."""

    def rename(self, target: object) -> Path:
        raise KeyboardInterrupt


def test_an_interrupt_puts_everything_back(tmp_path: Path) -> None:
    names = ("first", "second")
    for name in names:
        (tmp_path / f"new-{name}").write_text("new", "utf-8")
        (tmp_path / name).write_text("old", "utf-8")
    moves = [(tmp_path / "new-first", tmp_path / "first"), (_Interrupted(tmp_path / "new-second"), tmp_path / "second")]
    with pytest.raises(KeyboardInterrupt):
        swap_all(moves, tmp_path / "aside")
    assert [(tmp_path / name).read_text("utf-8") for name in names] == ["old", "old"]
