"""The menu of the site has every page, and the reference every public name."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
import yaml

from docs import site_pages

from .blocks import ROOT


def menu(items: list[Any]) -> list[str]:
    """Return the pages of a menu."""
    found: list[str] = []
    for item in items:
        (target,) = item.values()
        found += [target] if isinstance(target, str) else menu(target)
    return found


def test_every_page_is_in_the_menu() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert set(menu(settings["nav"])) == pages | {"CHANGELOG.md", "benchmarks/RESULTS.md"}


@pytest.mark.parametrize("module", site_pages.MODULES)
def test_the_reference_has_every_public_class(module: str) -> None:
    page = site_pages.page(module)
    classes = [name for name, value in site_pages.names(module) if isinstance(value, type)]
    missing = [
        name
        for name in classes
        if f"heading: {name}\n" not in page and f"`{name}`: see" not in page
    ]
    assert missing == []
    assert "\n::: " in page
    assert import_module(module).__doc__
