"""The emulator's rooms: imports go down only, and never in a circle, those for type checking counted."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

ROOT = "graphsync.emulator"
# From the top to the ground floor; what stands in one line does not know the others of it.
FLOORS = (
    ("__main__", "plugin"),
    ("emulator",),
    ("http",),
    ("admin", "pages"),
    ("scenarios",),
    ("control", "recorded"),
    ("graph",),
    ("surface",),
    ("protocol",),
    ("snapshots", "requests"),
    ("state",),
    ("engine",),
    ("targets",),
    ("tenant",),
    ("gallery",),
    ("switches", "clock"),
    ("times", "well_known", "extra", "directory_roles"),
    ("document",),
)


def circles(graph: grimp.ImportGraph) -> list[list[str]]:
    """Return the groups of modules that import each other, directly or through others (Tarjan)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        index[module] = low[module] = len(index)
        stack.append(module)
        for other in graph.find_modules_directly_imported_by(module):
            if other not in index:
                visit(other)
                low[module] = min(low[module], low[other])
            elif other in stack:
                low[module] = min(low[module], index[other])
        if low[module] == index[module]:
            group = stack[stack.index(module) :]
            del stack[stack.index(module) :]
            if len(group) > 1:
                found.append(sorted(group))

    for module in sorted(graph.modules):
        if module not in index:
            visit(module)
    return found


def upward(graph: grimp.ImportGraph) -> Iterator[str]:
    """Yield the imports that go from a lower room to a higher one, or between neighbours."""
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    for module in sorted(graph.modules):
        for other in sorted(graph.find_modules_directly_imported_by(module)):
            rooms = [name.removeprefix(f"{ROOT}.").partition(".")[0] for name in (module, other)]
            inside = all(name.startswith(f"{ROOT}.") for name in (module, other))
            if not inside or rooms[0] == rooms[1]:
                continue
            if floor[rooms[0]] >= floor[rooms[1]]:
                yield f"{module} -> {other}"


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("graphsync", cache_dir=None, exclude_type_checking_imports=False)


def test_no_circle_of_imports(graph: grimp.ImportGraph) -> None:
    assert [group for group in circles(graph) if any(name.startswith(ROOT) for name in group)] == []


def test_imports_go_down(graph: grimp.ImportGraph) -> None:
    assert list(upward(graph)) == []


def test_every_room_has_its_floor(graph: grimp.ImportGraph) -> None:
    rooms = {name.removeprefix(f"{ROOT}.") for name in graph.find_children(ROOT)}
    assert rooms == {name for names in FLOORS for name in names}


def test_a_planted_circle_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "planted"
    room.mkdir()
    (room / "__init__.py").write_text("")
    (room / "low.py").write_text("from planted import high\n")
    late = """
        from typing import TYPE_CHECKING

        if TYPE_CHECKING:
            from planted import low
        """
    (room / "high.py").write_text(textwrap.dedent(late))
    monkeypatch.syspath_prepend(tmp_path)
    built = grimp.build_graph("planted", cache_dir=None, exclude_type_checking_imports=False)
    assert circles(built) == [["planted.high", "planted.low"]]


def test_a_planted_arrow_upward_is_found(graph: grimp.ImportGraph) -> None:
    changed = grimp.ImportGraph()
    changed.add_import(importer=f"{ROOT}.tenant.store", imported=f"{ROOT}.protocol.call")
    assert list(upward(changed)) == [f"{ROOT}.tenant.store -> {ROOT}.protocol.call"]
