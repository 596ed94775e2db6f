"""Find the Python blocks of every document, and make modules of them for a type checker."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
# What a document says it takes for granted, as Python that stands before each of its blocks.
GRANTED = {
    "docs/configuration.md": (
        "from graphsync import GraphClient\n"
        "def granted() -> tuple[GraphClient, str, list[dict[str, object]]]: raise NotImplementedError\n"
        "graph, principal_id, people = granted()\n"
    ),
    "docs/guide.md": (
        "from graphsync import GraphClient\n"
        "def granted() -> tuple[GraphClient, str, str, str]: raise NotImplementedError\n"
        "graph, principal_id, app_id, job_id = granted()\n"
    ),
}
# Documents that are read from top to bottom: a block knows the names of those before it.
CONTINUED = {"docs/configuration.md", "docs/guide.md"}
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def documents() -> list[Path]:
    """Return every document of the project."""
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "spec").rglob("*.md")]
    return sorted(path for path in found if _BLOCK.search(path.read_text("utf-8")))


def modules(document: Path) -> dict[str, str]:
    """Return the blocks of a document as modules, by the name of a file that says where the block begins."""
    name = document.relative_to(ROOT).as_posix()
    stem = re.sub(r"\W", "_", name.removesuffix(".md")).lower()
    text = document.read_text("utf-8")
    found = [(text.count("\n", 0, match.start(1)) + 1, match[1]) for match in _BLOCK.finditer(text)]
    if name in CONTINUED:
        found = [(found[0][0], "\n".join(block for _, block in found))]
    return {f"{stem}_line_{line}.py": GRANTED.get(name, "") + block for line, block in found}
