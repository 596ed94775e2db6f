"""The table of defects in docs/defects.md names tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROWS = re.findall(
    r"^\| (\d+) \| .+ \| `(tests/\S+)::(\w+)` \|$",
    (ROOT / "docs" / "defects.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def test_every_defect_has_a_row():
    assert [int(number) for number, *_ in ROWS] == [*range(1, 16), 17, 19, 22, 23, 24, 25]


def test_every_row_names_a_test_that_exists_in_both_twins():
    for _, path, name in ROWS:
        for twin in {path, path.replace("/aio/", "/sync/")}:
            body = ast.parse((ROOT / twin).read_text(encoding="utf-8")).body
            assert name in {
                node.name
                for node in body
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            }, twin
