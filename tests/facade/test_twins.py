"""The synchronous twin is a build product: it follows its source, and what cannot follow is written twice with care."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import unasync

ROOT = Path(__file__).parents[2]


def test_the_twins_are_in_step():
    done = subprocess.run(
        [sys.executable, "-m", "generator.unasync", "--check"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("source", "twin"),
    [
        ("async def f() -> None: await g()", "def f() -> None: g()"),
        ("async with a as b: ...", "with a as b: ..."),
        ("[x async for x in y]", "[x for x in y]"),
        ("class AsyncX: ...", "class X: ..."),
        ("def __aiter__(self) -> AsyncIterator[T]: ...", "def __iter__(self) -> Iterator[T]: ..."),
        ("async def __aenter__(self): ...", "def __enter__(self): ..."),
        ("Callable[P, Awaitable[T]]", "Callable[P, T]"),
        ("Callable[P, Coroutine[Any, Any, R]]", "Callable[P, R]"),
        ("await transport.aclose()", "transport.close()"),
        ("response.aiter_bytes()", "response.iter_bytes()"),
        ("transport.handle_async_request(r)", "transport.handle_request(r)"),
        ('"""`await job.get()` in graphsync.aio"""', '"""`job.get()` in graphsync"""'),
        (
            "import graphsync._async.synchronization.job",
            "import graphsync._sync.synchronization.job",
        ),
        ("asyncio_is_kept = 'asynchrony'", "asyncio_is_kept = 'asynchrony'"),
        ("AbstractAsyncContextManager[Any]", "AbstractContextManager[Any]"),
    ],
)
def test_each_rule_of_derivation(source, twin):
    assert unasync.derive(source, "origin").split("\n", 2)[2] == twin


@pytest.fixture
def trees(tmp_path, monkeypatch):
    sources, twins = tmp_path / "_async", tmp_path / "_sync"
    sources.mkdir()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.setattr(unasync, "ROOT", tmp_path)
    monkeypatch.setattr(unasync, "TREES", {sources: twins, tmp_path / "missing": tmp_path / "none"})
    (sources / "x.py").write_text("async def f( ):\n    await g()\n")
    (sources / "native.py").write_text("by hand")
    return sources, twins


def test_twins_are_written_checked_mended_and_removed(trees, capsys):
    _, twins = trees
    assert unasync.main(["--check"]) == 1
    assert "x.py is out of step" in capsys.readouterr().err
    assert unasync.main([]) == 0
    assert (twins / "x.py").read_text().splitlines()[2:] == ["def f():", "    g()"]
    assert not (twins / "native.py").exists()
    assert unasync.main(["--check"]) == 0
    (twins / "x.py").write_text("edited")
    (twins / "stray.py").write_text("")
    (twins / "native.py").write_text("by hand")
    assert unasync.main(["--check"]) == 1
    assert unasync.main([]) == 0
    assert not (twins / "stray.py").exists()
    assert (twins / "native.py").read_text() == "by hand"
    assert unasync.main(["--check"]) == 0


def test_other_arguments_are_refused(capsys):
    assert unasync.main(["--fix"]) == 2
    assert "usage" in capsys.readouterr().err


def test_what_is_written_twice_offers_the_same_names():
    names = []
    for folder in ("_async", "_sync"):
        body = ast.parse(
            (ROOT / "graphsync" / folder / "native.py").read_text(encoding="utf-8")
        ).body
        found = {
            node.name
            for node in body
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        }
        found |= {
            target.id
            for node in body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        found |= {
            node.target.id
            for node in body
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        }
        names.append({name for name in found if not name.startswith("_")})
    assert names[0] == names[1]
    assert {"sleep", "call", "PerLoop", "Calls", "OneWayToEnter", "AWAITS"} <= names[0]
