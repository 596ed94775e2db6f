"""Small documents to try the generator on, and what it makes of them."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.document.passes import cure
from generator.emit.render import emit
from generator.openapi.walk import SCHEMAS, Node
from generator.surface.surface import Facts
from generator.words.docs import Docs

PRINCIPALS = "/servicePrincipals/{servicePrincipal-id}"
APPLICATIONS = "/applications/{application-id}"
WORDLESS = Docs("https://contoso.com/reference", {}, {}, {})


def openapi(schemas: Node | None = None, paths: Node | None = None, **components: Node) -> Node:
    """Make a document of these components and paths."""
    return {
        "openapi": "3.0.4",
        "info": {"title": "Microsoft Graph", "version": "v1.0"},
        "paths": paths or {},
        "components": {"schemas": schemas or {}, **components},
    }


def ref(name: str) -> Node:
    return {"$ref": SCHEMAS + name}


def thing(*bases: Node, **properties: Node) -> Node:
    """Make the schema of an object, with what it builds on."""
    own = {"type": "object", "properties": properties}
    return {"allOf": [*bases, own]} if bases else own


def enum(*values: Any, **more: Any) -> Node:
    return {"type": "string", "enum": [*values], **more}


def json(schema: Node) -> Node:
    return {"content": {"application/json": {"schema": schema}}}


def answer(schema: Node) -> Node:
    return {"2XX": {"description": "", **json(schema)}}


def operation(
    responses: Node | None = None, body: Node | None = None, parameters: Sequence[Node] = ()
) -> Node:
    made: Node = {"responses": responses or {"204": {"description": ""}}}
    if body is not None:
        made["requestBody"] = json(body)
    if parameters:
        made["parameters"] = [*parameters]
    return made


def parameter(name: str, where: str = "query", **schema: Any) -> Node:
    made: Node = {"name": name, "in": where, "schema": schema or {"type": "string"}}
    return {**made, "required": True} if where == "path" else made


def generate(
    document: Node, target: Path, owners: Sequence[str] = (), docs: Docs = WORDLESS, **inputs: bytes
) -> Facts:
    """Cure a document and write its package."""
    return emit(cure(document, owners), docs, inputs, target)


def contents(folder: Path) -> Mapping[str, bytes]:
    """Give every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@contextmanager
def imported(package: Path) -> Iterator[ModuleType]:
    """Import a written package under a name of its own, and forget it afterwards."""
    name = f"{package.name}_written"
    spec = importlib.util.spec_from_file_location(name, package / "__init__.py")
    assert spec is not None
    assert spec.loader is not None
    assert name not in sys.modules
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        yield module
    finally:
        for loaded in [
            other for other in sys.modules if other == name or other.startswith(f"{name}.")
        ]:
            del sys.modules[loaded]
