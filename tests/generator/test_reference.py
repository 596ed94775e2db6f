"""The page of operations has a row for each, with what users look for."""

from __future__ import annotations

from pathlib import Path

from generator.reference import operations_page
from generator.report.facade_calls import facade_calls
from generator.surface.surface import read_surface
from tests.generator.documents import APPLICATIONS, PRINCIPALS, WORDLESS, openapi, operation
from tests.generator.project import ROOT

PAGE = ROOT / "docs" / "reference" / "operations.md"


def test_a_row_has_request_call_clouds_and_link() -> None:
    paths = {
        f"{owner}/x/{end}": {"post": operation()} for owner in (PRINCIPALS, APPLICATIONS) for end in ("run", "stop")
    }
    del paths[f"{APPLICATIONS}/x/stop"]
    page = operations_page(
        read_surface(openapi(paths=paths), [], WORDLESS), {"cloud": ("Job.size", "run")}, {"run": "`job.run()`"}
    )
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert rows == [
        "| `run` | `POST /{owner}/x/run` | `job.run()` |  | cloud | [x](https://contoso.com/reference) |",
        "| `stop` | `POST /{owner}/x/stop` (only servicePrincipals) |  |  |  | [x](https://contoso.com/reference) |",
    ]
    assert page.endswith("\n## What else cloud lacks\n\n- `Job.size`\n")


def test_calls_come_from_the_first_two_columns_of_a_table(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "| operation | facade | test |\n|---|---|---|\n| `list_jobs` | `sync.jobs.list()`, all | `t` |\n", "utf-8"
    )
    assert facade_calls(page) == {"list_jobs": "`sync.jobs.list()`, all"}


def test_every_row_of_the_committed_page_is_whole() -> None:
    rows = [line.strip("|").split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert len(rows) >= 60
    for name, request, call, permissions, _, link in rows:
        assert request.strip().startswith(("`GET ", "`PUT ", "`POST ", "`PATCH ", "`DELETE ")), name
        assert call, name
        assert permissions, name
        assert link.strip().startswith("["), name
        assert "](https://" in link, name
