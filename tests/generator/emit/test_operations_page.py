"""The page of operations has a row for each, with what users look for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.emit.operations_page import operations_page
from generator.errors import GeneratorError
from generator.report.facade import facade_calls, operation_tests
from generator.surface.surface import read_surface
from tests.generator.documents import APPLICATIONS, PRINCIPALS, WORDLESS, openapi, operation
from tests.generator.project import ROOT

PAGE = ROOT / "docs" / "reference" / "operations.md"


def test_a_row_has_request_call_clouds_and_link() -> None:
    paths = {
        f"{owner}/x/{end}": {"post": operation()}
        for owner in (PRINCIPALS, APPLICATIONS)
        for end in ("run", "stop")
    }
    del paths[f"{APPLICATIONS}/x/stop"]
    page = operations_page(
        read_surface(openapi(paths=paths), [], WORDLESS),
        {"cloud": ("Job.size", "run")},
        {"run": "`job.run()`"},
        {"run": ["facade/aio/test_jobs.py", "wire/test_program.py"]},
    )
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert rows == [
        "| `run` | `POST /{owner}/x/run` | `job.run()` |  | cloud | `facade/aio/test_jobs`, `wire/test_program` | [x](https://contoso.com/reference) |",
        "| `stop` | `POST /{owner}/x/stop` (only servicePrincipals) |  |  |  |  | [x](https://contoso.com/reference) |",
    ]
    assert page.endswith("\n## What else cloud lacks\n\n- `Job.size`\n")


def test_what_is_in_beta_alone_stands_apart() -> None:
    paths = {
        "/x/run": {"post": operation()},
        "/x/stop": {"post": {**operation(), "x-graphsync-beta": True}},
    }
    page = operations_page(read_surface(openapi(paths=paths), [], WORDLESS), {}, {}, {})
    others, _, beta = page.partition("\n## Beta only\n")
    assert ("| `run` |" in others, "| `stop` |" in others) == (True, False)
    assert ("| `run` |" in beta, "| `stop` |" in beta) == (False, True)


def test_calls_come_from_the_table_of_the_spec(tmp_path: Path) -> None:
    table = tmp_path / "facade.toml"
    table.write_text("[calls]\nlist_jobs = '`sync.jobs.list()`, all'\n", "utf-8")
    assert facade_calls(table) == {"list_jobs": "`sync.jobs.list()`, all"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[calls\n", "not TOML"),
        ("[call]\na = 'x'\n", "the keys call; the one table [calls]"),
        ("[calls]\na = 1\n", "facade.toml: a: 1; one line of text"),
        ("[calls]\na = 'x|y'\n", "facade.toml: a: 'x|y'; one line of text without |"),
        (None, "cannot be read"),
    ],
)
def test_a_table_that_is_none_is_refused_with_its_place(
    tmp_path: Path, text: str | None, found: str
) -> None:
    table = tmp_path / "facade.toml"
    if text is not None:
        table.write_text(text, "utf-8")
    with pytest.raises(GeneratorError, match=re.escape(found)):
        facade_calls(table)


def test_every_row_of_the_committed_page_is_whole() -> None:
    rows = [
        line.strip("|").split(" | ")
        for line in PAGE.read_text("utf-8").splitlines()
        if line.startswith("| `")
    ]
    assert len(rows) >= 60
    reached = facade_calls(ROOT / "spec" / "facade.toml")
    worded = yaml.safe_load((ROOT / "spec" / "docs.yaml").read_bytes())["operations"]
    for name, request, call, permissions, _, _, link in rows:
        plain = name.strip(" `")
        assert request.strip().startswith(("`GET ", "`PUT ", "`POST ", "`PATCH ", "`DELETE ")), name
        assert call.strip() == reached.get(plain, ""), name
        assert bool(permissions.strip()) is ("permissions" in worded.get(plain, {})), name
        assert link.strip().startswith("["), name
        assert "](https://" in link, name


def test_each_operation_with_a_verb_is_sent_by_a_test_that_exists() -> None:
    tests = operation_tests(ROOT / "tests" / "operations.toml")
    assert {module for modules in tests.values() for module in modules} <= {
        path.relative_to(ROOT / "tests").as_posix() for path in (ROOT / "tests").rglob("*.py")
    }
    rows = [line.split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line[:3] == "| `"]
    # An operation that a new document brought has no verb yet, and so no test.
    without = [row[0] for row in rows if row[2].strip() and not row[5].strip()]
    assert without == []


def test_tests_are_optional_and_a_damaged_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "operations.toml"
    assert operation_tests(file) == {}
    for text in ("[", "[tests]\nlist_jobs = ['a|b']\n", "[tests]\nlist_jobs = 3\n"):
        file.write_text(text, "utf-8")
        with pytest.raises(GeneratorError, match=r"tests\.recording"):
            operation_tests(file)
