"""The register of docs, docstrings and messages: standard terms, and no translated idiom."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
IDIOMS = re.compile(
    r"\b(told|tells?|telling) (?!\()|\bbe the root of\b|\bhave the service parse\b|\bcome about\b|\bcame about\b"
    r"|\bdoes no more than\b|\bwithout (?:any )?doubt\b|\buntil patience ends\b",
    re.IGNORECASE,
)
# Words with which a docstring of a class would say what it does, where it should say what it is.
VERBS = frozenset(
    [
        "Hold",
        "Say",
        "Know",
        "Describe",
        "Keep",
        "Remember",
        "Iterate",
        "Edit",
        "Give",
        "Tell",
        "Be",
        "Build",
        "Address",
        "Show",
        "Count",
        "Read",
        "Write",
        "Stand",
        "Limit",
        "Decide",
        "Name",
        "Own",
        "Provision",
        "Hand",
        "Notice",
        "Allow",
        "Send",
        "Combine",
        "Convert",
        "Collect",
    ]
)
CODE = sorted(
    path
    for folder in ("graphsync", "generator", "generated", "examples", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
    if "_sync" not in path.parts
)
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])


def prose(source: str) -> Iterator[tuple[int, str]]:
    """Yield the texts and the comments of a module, with their lines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
    for number, line in enumerate(source.splitlines(), 1):
        _, mark, comment = line.partition("# ")
        if mark:
            yield number, comment


def idioms(source: str) -> list[tuple[int, str]]:
    return [(line, found[0]) for line, text in prose(source) for found in IDIOMS.finditer(text)]


def misnamed(source: str) -> list[tuple[int, str]]:
    """Find classes whose docstring says what they do, and properties that "return" something."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            words = VERBS
        elif isinstance(node, ast.FunctionDef) and any(
            isinstance(mark, ast.Name) and mark.id in {"property", "cached_property"}
            for mark in node.decorator_list
        ):
            words = frozenset({"Return", "Tell", "Give"})
        else:
            continue
        first = (ast.get_docstring(node) or "").partition(" ")[0]
        if first in words:
            found.append((node.lineno, f"{node.name}: {first}"))
    return found


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_code_speaks_plainly(path):
    source = path.read_text(encoding="utf-8")
    assert (idioms(source), misnamed(source)) == ([], [])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pages_speak_plainly(path):
    found = [
        (number, hit[0])
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for hit in IDIOMS.finditer(line)
    ]
    assert found == []


def test_what_does_not_is_found():
    planted = '''
class Page:
    """Hold one page."""

    @property
    def size(self):
        """Return how many there are."""

def ask():
    # Nobody told it.
    raise ValueError("what tells one from the other")
'''
    assert sorted(word.strip() for _, word in idioms(planted)) == ["tells", "told"]
    assert misnamed(planted) == [(2, "Page: Hold"), (6, "size: Return")]
