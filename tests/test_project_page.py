"""What a package index shows of the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

ROOT = Path(__file__).parents[1]
RELATIVE = re.compile(r"\]\((?!https://|#)")
REPOSITORY = "https://github.com/contoso/graphsync"


def metadata() -> ProjectMetadata[PluginManager]:
    return ProjectMetadata(str(ROOT), PluginManager())


def test_every_link_of_the_long_description_has_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHSYNC_REPOSITORY", f"{REPOSITORY}/")
    core = metadata().core
    assert RELATIVE.search((ROOT / "README.md").read_text("utf-8"))
    assert not RELATIVE.search(core.readme)
    assert f"]({REPOSITORY}/blob/v{core.version}/docs/guide.md)" in core.readme
    assert {"Repository", "Documentation", "Changelog", "Issues"} <= {*core.urls}
    linked = re.findall(rf"{REPOSITORY}/blob/v[^/]+/([^)#]+)", core.readme)
    pages = [
        one.rpartition(f"/v{core.version}/")[2] for one in core.urls.values() if "/blob/" in one
    ]
    assert [one for one in [*linked, *pages] if not (ROOT / one).exists()] == []


def test_a_clone_claims_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRAPHSYNC_REPOSITORY", raising=False)
    core = metadata().core
    assert core.urls == {}
    assert core.readme == (ROOT / "README.md").read_text("utf-8")
    assert core.authors == [{"name": "the graphsync contributors"}]


def test_an_address_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHSYNC_REPOSITORY", "contoso/graphsync")
    with pytest.raises(ValueError, match="contoso/graphsync"):
        assert metadata().core.urls
