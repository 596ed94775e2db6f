"""Cut the kept part out of a full OpenAPI document of Microsoft Graph."""

from typing import Any

from generator.closure import closure
from generator.errors import GeneratorError
from generator.facts import Facts
from generator.json_value import Json
from generator.library import Library, ParsedLibrary
from generator.members import members
from generator.scope import Scope

# Any: an OpenAPI document; who reads a part of it checks what that part has to be.
Document = dict[str, Any]

# OpenAPI requires a title; the documents' own differ for nothing but words.
_TITLE = "Microsoft Graph"


def cut_by_parsing(data: bytes, scope: Scope) -> Document:
    """Cut a document of any shape, by reading all of it: for Graph's own, minutes of a machine and a gigabyte."""
    return _cut(ParsedLibrary(data), scope)


def _cut(library: Library, scope: Scope) -> Document:
    top = library.top()
    _check(top)
    names = scope.select(library.path_names())
    facts = Facts(library.repeated, library.most)
    servers = facts.of(top.get("servers", []), "[server]", ("servers",))
    items = library.path_items(names)
    paths = {name: facts.of(items[name], "pathItem", ("paths", name)) for name in names}
    info = facts.of(top["info"], "info", ("info",))
    return {
        "openapi": top["openapi"],
        "info": {"title": _TITLE, **members(info, ("info",), library.repeated)},
        "servers": servers,
        "paths": paths,
        "components": closure(library, facts),
    }


def _check(top: dict[str, Json]) -> None:
    remedy = "give a Graph document in OpenAPI 3.0"
    if "swagger" in top:
        raise GeneratorError("/swagger", f"Swagger {top['swagger']}", remedy)
    if "openapi" not in top:
        raise GeneratorError("/openapi", "missing: this is no OpenAPI document", remedy)
    if not str(top["openapi"]).startswith("3.0"):
        raise GeneratorError("/openapi", f"OpenAPI {top['openapi']}", remedy)
    for key in ("info", "paths"):
        if key not in top:
            raise GeneratorError(f"/{key}", "missing", remedy)
