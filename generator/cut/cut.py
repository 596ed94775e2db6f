"""Cut the kept part out of a full OpenAPI document of Microsoft Graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.cut.closure import closure
from generator.cut.library import Library, ParsedLibrary
from generator.cut.members import members
from generator.cut.part_copier import PartCopier, check_text
from generator.cut.scope import Scope
from generator.cut.text_library import TextLibrary
from generator.errors import GeneratorError
from generator.openapi.objects import OPERATIONS
from generator.yaml.plain_text import NotPlainError
from generator.yaml.values import Json

# Any: an OpenAPI document; who reads a part of it checks what that part has to be.
Document = dict[str, Any]

# OpenAPI requires a title; the documents' own differ for nothing but words.
_TITLE = "Microsoft Graph"


def cut(data: bytes, scope: Scope) -> Document:
    """Cut a document; `GeneratorError` names the place of what stands in the way.

    Graph's own documents are cut as text, a hundred times faster than they can be parsed. Whatever
    is written in another way than they are is parsed as a whole, and gives the same.

    What is not kept is not checked. A key that is given twice is an error on the top level, among
    the paths, among the groups of components and in each group that something is kept of, and
    everywhere in what is kept.
    """
    return cut_all(data, [scope])[0].document


@dataclass(frozen=True)
class Cut:
    """What a scope keeps of a document, and a line for each thing that it asks for and the
    document lacks.
    """

    document: Document
    lacking: Sequence[str]


def cut_all(data: bytes, scopes: Sequence[Scope], *, descriptions: bool = False) -> list[Cut]:
    """Cut a document with several scopes, as `cut` does with one; it is read once.

    With `descriptions` the parts keep what the document says of them, under a key of our own.
    """
    try:
        plain = TextLibrary(data)
        return [_cut(plain, scope, descriptions=descriptions) for scope in scopes]
    except (NotPlainError, GeneratorError):
        # Only the parser has seen everything, so it has the last word about what is wrong.
        library = ParsedLibrary(data)
        return [_cut(library, scope, descriptions=descriptions) for scope in scopes]


def cut_by_text(data: bytes, scope: Scope) -> Document:
    """Cut a document in the style that Graph publishes; `NotPlainError` for any other."""
    return _cut(TextLibrary(data), scope).document


def cut_by_parsing(data: bytes, scope: Scope) -> Document:
    """Cut a document of any style, by reading all of it."""
    return _cut(ParsedLibrary(data), scope).document


def cut_library(library: Library, scope: Scope) -> Cut:
    """Cut a document that is open already; whoever cuts it with many scopes opens it once."""
    return _cut(library, scope)


def _cut(library: Library, scope: Scope, *, descriptions: bool = False) -> Cut:
    top = library.top(("swagger", "openapi", "info", "servers"))
    _check(top)
    lacking: list[str] = []
    names = library.select(scope, lacking)
    copier = PartCopier(library.repeated, library.most, descriptions=descriptions)
    info = copier.of(top.get("info"), "info", ("info",))
    servers = copier.of(top.get("servers", []), "[server]", ("servers",))
    for name in names:
        check_text(name, ("paths",))
    items = library.path_items(names)
    paths = {
        name: copier.of(_kept(items[name], name, scope, library), "pathItem", ("paths", name))
        for name in names
    }
    document = {
        "openapi": top["openapi"],
        "info": {"title": _TITLE, **members(info, ("info",), library.repeated)},
        "servers": servers,
        "paths": paths,
        "components": closure(library, copier, scope, lacking),
    }
    return Cut(document, lacking)


def _kept(item: Json, path: str, scope: Scope, library: Library) -> Json:
    dropped = set(OPERATIONS) - scope.methods_of(path)
    if not dropped:
        return item
    # A key given twice is remembered of the very object, so that is looked at before it is copied.
    given = members(item, ("paths", path), library.repeated)
    return {key: value for key, value in given.items() if key not in dropped}


def _check(top: dict[str, Json]) -> None:
    remedy = "give a Graph document in OpenAPI 3.0"
    if "swagger" in top:
        raise GeneratorError("/swagger", f"Swagger {top['swagger']}", remedy)
    if "openapi" not in top:
        raise GeneratorError("/openapi", "missing: this is not an OpenAPI document", remedy)
    if not isinstance(top["openapi"], str) or not top["openapi"].startswith("3.0."):
        raise GeneratorError("/openapi", f"OpenAPI {top['openapi']}", remedy)
