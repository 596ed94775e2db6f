"""Deprecated names work, warn at the user's line, and are in the changelog."""

from __future__ import annotations

import re
import warnings
from importlib import import_module
from pathlib import Path

import pytest

import graphsync
from graphsync import _deprecation
from graphsync._deprecation import RENAMED, Renamed

ROOT = Path(__file__).parents[1]
MODULES = ("graphsync", "graphsync.config", "graphsync.emulator", "graphsync.models")


@pytest.mark.parametrize("module", MODULES)
def test_a_deprecated_name_works_and_warns_where_it_is_used(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RENAMED, f"{module}.OldName", Renamed("graphsync", "GraphClient", "9.0.0"))
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        assert import_module(module).OldName is graphsync.GraphClient
    (warning,) = seen
    assert warning.category is DeprecationWarning
    assert warning.filename == __file__
    assert str(warning.message) == (
        f"{module}.OldName is deprecated and will be removed in 9.0.0; use graphsync.GraphClient"
    )


@pytest.mark.parametrize("module", MODULES)
def test_a_name_that_never_was_is_an_error(module: str) -> None:
    with pytest.raises(AttributeError, match=f"module '{module}' has no attribute 'Nothing'"):
        import_module(module).Nothing  # noqa: B018


def test_a_function_warns_at_the_line_that_calls_it() -> None:
    def old() -> None:
        _deprecation.warn("old()", "new()", "9.0.0")

    with pytest.warns(DeprecationWarning, match=r"old\(\) is deprecated .* use new\(\)") as seen:
        old()
    assert seen[0].filename == __file__


def deprecated_in(changelog: str) -> str:
    return "".join(re.findall(r"### Deprecated\n(.*?)(?=\n##|\Z)", changelog, re.DOTALL))


def version(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def test_every_deprecated_name_is_in_the_changelog_and_not_overdue() -> None:
    listed = deprecated_in((ROOT / "CHANGELOG.md").read_text("utf-8"))
    for name, found in RENAMED.items():
        assert name in listed
        assert hasattr(import_module(found.module), found.name)
        assert version(found.removed_in) > version(graphsync.__version__), f"remove {name} now"
    assert "`a.b`" in deprecated_in(
        "## 0.2.0\n\n### Deprecated\n\n- `a.b`: use `a.c`\n\n## 0.1.0\n"
    )
