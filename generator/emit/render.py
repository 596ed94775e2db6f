"""Render a cured document into a package and swap it in only when everything worked."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generator.emit.compare import compare
from generator.emit.lock import LOCK, lock_text
from generator.emit.project import PACKAGE, FactsProject
from generator.emit.swap import swap_all
from generator.errors import GeneratorError, writing
from generator.openapi.walk import Node
from generator.surface.enums import enum_facts
from generator.surface.models import model_facts
from generator.surface.operations import operation_facts
from generator.surface.surface import Facts
from generator.words.docs import Docs

# The formatter's configuration is all here: a user's own must not change the bytes.
_RUFF = ("--isolated", "--line-length", "120", "--target-version", "py311", "--no-cache", "--quiet")
# On Windows as well.
_LINES = ("--config", "format.line-ending = 'lf'")
_NO_MODULES: Mapping[str, str] = MappingProxyType({})


def render(
    document: Node,
    docs: Docs,
    inputs: Mapping[str, bytes],
    folder: Path,
    modules: Mapping[str, str] = _NO_MODULES,
    *,
    for_client: bool = False,
) -> Facts:
    """Write the package of a cured document to a folder that does not exist yet; return what was
    written.

    `modules` are further files of the package, by name. A package `for_client` has the client's own
    `Operation`.
    """
    facts = Facts(
        model_facts(document, docs), enum_facts(document, docs), operation_facts(document, docs)
    )
    FactsProject(document, facts, folder, for_client=for_client).write()
    for name, text in modules.items():
        with writing(f"{PACKAGE}/{name}"):
            (folder / name).write_text(text, "utf-8")
    _format(folder)
    for source in folder.rglob("*.py"):
        try:
            compile(source.read_bytes(), source.name, "exec", dont_inherit=True)
        except SyntaxError as error:
            raise GeneratorError(
                f"{source.name}:{error.lineno}", found=str(error.msg), expected="Python"
            ) from error
    compare(document, facts, folder)
    lock = lock_text(inputs, folder)
    with writing(f"{PACKAGE}/{LOCK}"):
        (folder / LOCK).write_text(lock, "utf-8", newline="\n")
    return facts


def _format(folder: Path) -> None:
    for command in (("check", "--select", "I", "--fix"), ("format", *_LINES)):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, *_RUFF, str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise GeneratorError(
                "generated code",
                found=" ".join(done.stdout.split() + done.stderr.split())[:300],
                expected="Python that ruff can format",
            )


def emit(document: Node, docs: Docs, inputs: Mapping[str, bytes], target: Path) -> Facts:
    """Render beside `target` and swap; on any error `target` stays as it was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".generating-", dir=target.parent) as scratch:
        fresh = Path(scratch, "new", target.name)
        fresh.parent.mkdir()
        facts = render(document, docs, inputs, fresh)
        swap_all([(fresh, target)], Path(scratch, "old"))
    return facts
