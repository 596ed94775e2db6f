"""Pages of the site that are not files below docs/: Python's names, and files of the project.

mkdocs calls the functions of this file while it builds the site.
"""

from __future__ import annotations

import inspect
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).parents[1]
# Modules whose names people import, with the words of the menu.
MODULES = {
    "graphsync": "Client",
    "graphsync.aio": "Asynchronous client",
    "graphsync.auth": "Signing in",
    "graphsync.errors": "Errors",
    "graphsync.config": "Provisioning as code",
    "graphsync.fleet": "Health of jobs",
    "graphsync.tasks": "Results of tasks",
    "graphsync.inbound": "Uploads",
    "graphsync.expressions": "Expressions",
    "graphsync.scim": "Checks of a SCIM endpoint",
    "graphsync.emulator": "Local Graph",
}
# A name that several modules have is on the page of the first of these.
_BY_SUBJECT = tuple(reversed(MODULES))
# Files of the project that pages link to.
_FILES = ("CHANGELOG.md", "benchmarks/RESULTS.md")


def names(module: str) -> list[tuple[str, object]]:
    """Return the public names of a module with what they stand for: classes and functions."""
    found = import_module(module)
    public = getattr(found, "__all__", None) or [
        name
        for name, value in vars(found).items()
        if not name.startswith("_") and getattr(value, "__module__", None) == module
    ]
    values = [(name, getattr(found, name)) for name in public]
    return [(name, one) for name, one in values if inspect.isclass(one) or inspect.isfunction(one)]


def _path(value: object) -> str:
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"


@cache
def _paths(module: str) -> frozenset[str]:
    return frozenset(_path(value) for _, value in names(module))


def page(module: str) -> str:
    """Return the page of a module: each public class and function, where it is defined."""
    parts = [f"# {module}\n\n{inspect.getdoc(import_module(module)) or ''}\n"]
    for name, value in names(module):
        path = _path(value)
        home = next((one for one in _BY_SUBJECT if path in _paths(one)), module)
        if home != module:
            parts.append(f"\n`{name}`: see [{home}]({home}.md)\n")
            continue
        parts.append(
            f"\n::: {path}\n    options:\n      heading: {name}\n      toc_label: {name}\n"
        )
    return "".join(parts)


def on_config(config: MkDocsConfig) -> None:
    """Put the pages of the modules into the menu."""
    menu: list[dict[str, list[dict[str, str]]]] = config.nav or []
    reference = next(one["Reference"] for one in menu if "Reference" in one)
    reference += [{words: f"reference/{name}.md"} for name, words in MODULES.items()]


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages."""
    from mkdocs.structure.files import File

    for module in MODULES:
        files.append(File.generated(config, f"reference/{module}.md", content=page(module)))
    for name in _FILES:
        text = (ROOT / name).read_text(encoding="utf-8")
        # Seen from its place in the site, docs/ is the root.
        files.append(
            File.generated(
                config, name, content=text.replace("](docs/", "](").replace("](../docs/", "](../")
            )
        )
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Let links to files of the project lead to their pages of the site."""
    for name in _FILES:
        markdown = markdown.replace(f"](../{name}", f"]({name}")
    return markdown
