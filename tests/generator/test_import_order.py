"""The modules of the generator import one another in one direction, imports for type checking included."""

from __future__ import annotations

import shutil
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tests.generator.project import ROOT


def circle_of(package: str) -> list[str]:
    """Return the modules of an import circle; none where there is none."""
    graph = grimp.build_graph(package, exclude_type_checking_imports=False, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(imports) > 70
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_there_is_no_circle_of_imports() -> None:
    assert circle_of("generator") == []


def test_a_circle_for_type_checking_alone_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(
        ROOT / "generator", tmp_path / "planted", ignore=shutil.ignore_patterns("__pycache__")
    )
    for path in (tmp_path / "planted").rglob("*.py"):
        path.write_text(
            path.read_text("utf-8").replace("from generator.", "from planted."), "utf-8"
        )
    errors = tmp_path / "planted" / "errors.py"
    planted = (
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    import planted.cut.scope\n"
    )
    errors.write_text(errors.read_text("utf-8") + planted, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert {"planted.errors", "planted.cut.scope"} <= set(circle_of("planted"))
    assert "planted" not in sys.modules
