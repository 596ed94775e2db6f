"""A copy of the project, regenerated from documents that changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

from generator.cut.slice_format import dump
from generator.cut.slices import Slices
from generator.openapi.walk import own_parts
from tests.generator.project import ROOT

LEFT_OUT = shutil.ignore_patterns(
    "__pycache__", ".git", ".venv", ".hypothesis", ".*_cache", "dist", "build"
)


def copy_of_project(folder: Path) -> Path:
    """Copy all that the tests of the project need."""
    return Path(shutil.copytree(ROOT, folder, ignore=LEFT_OUT, symlinks=True))


def new_word(document: dict[str, Any]) -> str:
    """Return a verb that the document does not use, also where it was grown before."""
    words = ("archive", "shelve", "mothball")
    return next(word for word in words if not any(word in path for path in document["paths"]))


def grown(project: Path) -> tuple[dict[str, Any], str]:
    """Return the document of the committed slices with more operations, properties and values, and their new word.

    All of it is compatible.
    """
    document = Slices.committed(project / "spec").document()
    word = new_word(document)
    paths, schemas = document["paths"], document["components"]["schemas"]
    for restart in [
        path for path in paths if path.endswith("/jobs/{synchronizationJob-id}/restart")
    ]:
        archive = deepcopy(paths[restart])
        del archive["post"]["requestBody"]
        archive["post"]["operationId"] += word
        paths[restart.replace("/restart", f"/{word}")] = archive
        history = deepcopy(paths[restart])
        read = history.pop("post")
        del read["requestBody"]
        content = {
            "application/json": {
                "schema": {"$ref": f"#/components/schemas/microsoft.graph.{word}History"}
            }
        }
        read["responses"] = {"2XX": {"description": "", "content": content}}
        paths[restart.replace("/restart", f"/{word}History")] = {
            **history,
            "get": {**read, "operationId": f"jobs.{word}"},
        }
    schemas[f"microsoft.graph.{word}History"] = {
        "type": "object",
        "properties": {
            "entries": {"type": "array", "items": {"type": "string"}},
            "secret": {"type": "string"},
        },
    }
    added = {
        f"{word}DateTime": {"type": "string", "format": "date-time", "nullable": True},
        f"{word}Size": {"type": "string"},
    }
    for name in (
        "synchronizationJob",
        "synchronizationSchema",
        "attributeDefinition",
        "servicePrincipal",
    ):
        parts = own_parts(schemas[f"microsoft.graph.{name}"])
        next(part for part in parts if "properties" in part)["properties"].update(deepcopy(added))
    for name in ("synchronizationStatusCode", "quarantineReason", "attributeType"):
        schemas[f"microsoft.graph.{name}"]["enum"].append(word.capitalize())
    # A limit and a default are documentation.
    schemas["microsoft.graph.synchronizationTemplate"]["deprecated"] = True
    return document, word


def lesser(project: Path) -> dict[str, Any]:
    """Return the document of the committed slices without one action: what another cloud may be like."""
    document = Slices.committed(project / "spec").document()
    document["paths"] = {
        path: item for path, item in document["paths"].items() if not path.endswith("/discover")
    }
    return document


def ran(project: Path, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, on the copy's own packages."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(project), str(project / "generated"))),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert not check or done.returncode == 0, f"{done.stdout[-20_000:]}\n{done.stderr[-5_000:]}"
    return done


def regenerate(project: Path, document: dict[str, Any], *options: str) -> str:
    """Generate from a document; return what the run printed."""
    source = project.parent / "openapi.yaml"
    source.write_bytes(dump(document))
    return ran(project, "-m", "generator", "--spec", str(source), *options).stdout


def changed_project(folder: Path) -> tuple[Path, str, str]:
    """Copy the project and let everything change that may: the pin, the document, another cloud.

    Return the copy, what is new in it, and what the run printed.
    """
    project = copy_of_project(folder / "project")
    ran(project, "-m", "generator.pin", "0123456789" * 4, "9876543210" * 4)
    document, word = grown(project)
    told = regenerate(project, document)
    regenerate(project, lesser(project), "--slice", "v1.0-mooncake")
    return project, word, told
