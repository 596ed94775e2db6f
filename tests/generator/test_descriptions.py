"""The document's own words stand in for ours where that is asked for, in a package of one's own."""

from __future__ import annotations

import importlib
import inspect
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.errors import GeneratorError
from generator.run import Paths, Run
from tests.generator.documents import answer, enum, imported, openapi, operation, ref, thing
from tests.generator.project import ROOT

HOSTILE = 'Ends """ early\\\'; import os\x00\x1b[31m {{ 7 }}\u2028. It goes "on'
LONG = "Whether the tree is one of those that were planted before the garden was laid out " * 3
SCOPE = '[[paths]]\nmatch = "/trees/**"\n'


def written(folder: Path, *, descriptions: bool) -> Path:
    tree = thing(
        name={"type": "string", "description": "The name of the tree. It is given once."},
        kind={
            "anyOf": [ref("microsoft.graph.kind"), {"type": "object", "nullable": True}],
            "description": LONG,
        },
        odd={"type": "string", "description": HOSTILE},
        plain={"type": "string"},
        displayName={"type": "string", "description": "   "},
    )
    kind = enum("oak", "elm", description="What grows.")
    kind["x-ms-enum"] = {
        "name": "kind",
        "values": [{"name": "oak", "value": "oak", "description": "It is hard."}],
    }
    schemas = {
        "microsoft.graph.tree": {**tree, "description": "A tree of the garden."},
        "microsoft.graph.kind": kind,
    }
    get = {
        **operation(answer(ref("microsoft.graph.tree"))),
        "summary": "Get the tree",
        "description": HOSTILE,
    }
    spec = folder / "openapi.json"
    spec.write_text(
        json.dumps(openapi(schemas, {"/trees/{tree-id}": {"parameters": [PARAMETER], "get": get}})),
        "utf-8",
    )
    (folder / "scope.toml").write_text(SCOPE, "utf-8")
    out = folder / ("described_client" if descriptions else "plain_client")
    run = Run(Paths(ROOT, out, folder / "scope.toml"), lambda line: None, descriptions=descriptions)
    assert run.write(str(spec)).written
    return out


PARAMETER: dict[str, Any] = {
    "name": "tree-id",
    "in": "path",
    "required": True,
    "schema": {"type": "string"},
}


def source(out: Path, module: str) -> str:
    return (out / "models" / f"{module}.py").read_text("utf-8")


def test_types_members_values_and_operations_get_the_words_of_the_document(tmp_path: Path) -> None:
    out = written(tmp_path, descriptions=True)
    tree, kind = source(out, "tree"), source(out, "kind")
    assert '"""A tree of the garden.' in tree
    assert '"""The name of the tree.\n\n    It is given once.' in tree
    assert '"""What grows.' in kind
    assert '"""It is hard.' in kind
    assert max(map(len, tree.splitlines())) <= 120
    assert tree.count("planted before") == 4  # the first line, and all of it
    with imported(out) as package:
        assert inspect.getdoc(model_of(package, "Tree")).startswith("A tree of the garden.")
        call = importlib.import_module(f"{package.__name__}.api").get_tree
        assert "Ends" in inspect.getdoc(call)
        assert not set(inspect.getsource(inspect.getmodule(call))) & set("\x00\x1b\u2028")


def model_of(package: ModuleType, name: str) -> Any:
    return getattr(importlib.import_module(f"{package.__name__}.models"), name)


def test_without_the_switch_no_word_of_the_document_is_there_and_the_code_is_the_same(
    tmp_path: Path,
) -> None:
    plain = written(tmp_path, descriptions=False)
    described = written(tmp_path, descriptions=True)
    text = "".join(path.read_text("utf-8") for path in sorted(plain.rglob("*.py")))
    assert not any(word in text for word in ("garden", "planted", "It is hard", "Ends"))
    names = [path.relative_to(plain) for path in plain.rglob("*.py")]
    assert sorted(names) == sorted(path.relative_to(described) for path in described.rglob("*.py"))


def test_the_projects_own_package_keeps_its_words(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.json"
    spec.write_text("{}", "utf-8")
    run = Run(Paths(ROOT, Paths(ROOT, ROOT).package), lambda line: None, descriptions=True)
    with pytest.raises(
        GeneratorError, match="--descriptions: the project's own package, whose words are its own"
    ):
        run.write(str(spec))
    elsewhere = Run(Paths(ROOT, tmp_path / "own_client"), lambda line: None, descriptions=True)
    with pytest.raises(
        GeneratorError, match="--descriptions: no document to take them from; give SPEC as well"
    ):
        elsewhere.write()
