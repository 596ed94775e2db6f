"""Small documents to cut, made of dictionaries."""

from __future__ import annotations

import json
from typing import Any

from generator.cut.cut import cut_by_parsing
from generator.cut.scope import PathRule, Scope

ALL = Scope((PathRule("/**"),))


def document(**parts: Any) -> dict[str, Any]:
    """A document of these parts."""
    return {
        "openapi": "3.0.4",
        "info": {"title": "Graph", "version": "v1.0"},
        "paths": {},
        "components": {},
        **parts,
    }


def schemas(**named: Any) -> dict[str, Any]:
    """A document that needs one schema, `A`, and has these."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}
    paths = {"/a": {"get": {"responses": {"200": {"content": content}}}}}
    return document(paths=paths, components={"schemas": named})


def cut(made: dict[str, Any], scope: Scope = ALL) -> dict[str, Any]:
    """Cut a document; everything, where no scope is given."""
    return cut_by_parsing(json.dumps(made).encode(), scope)
