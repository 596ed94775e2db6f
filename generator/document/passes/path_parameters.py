"""Path parameters are called `{synchronizationJob-id}`.

Observed: they become arguments like `synchronization_job_id`; the path says already that it is a
job of a synchronization, so `job_id` is enough.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.document.names import TAKEN_ARGUMENTS, singular, snake
from generator.document.resolved import resolve_by_rule
from generator.errors import GeneratorError, Problems
from generator.openapi.pointer import escape
from generator.openapi.walk import METHODS, Node, as_node

_PARAMETER = re.compile(r"\{([^{}]+)\}")
# `filterByCurrentUser(on='{on}')`, numbers without the quotes, and a key alone:
# `objectConnections('{objectId}')`.
_CALL = re.compile(r"([\w.]+)\((?:\w+=)?('?)\{[^{}]+\}\2(,\w+=('?)\{[^{}]+\}\4)*\)")


def path_parameters(document: Node) -> Node:
    """Name each path parameter after the collection before it, `jobs/{job_id}`.

    Those of functions keep their names.
    """
    paths: dict[str, Node] = {}
    problems = Problems()
    for path, item in document["paths"].items():
        with problems.noting():
            paths[_rename(document, path, item, paths)] = item
    problems.check()
    document["paths"] = paths
    return document


def _rename(document: Node, path: str, item: Node, taken: Mapping[str, Node]) -> str:
    """Rename the parameters of a path in its operations, and return the path with their names."""
    place = f"/paths/{escape(path)}"
    renamed = _renamed(path, place)
    made = _PARAMETER.sub(lambda found: f"{{{renamed[found[1]]}}}", path)
    if made in taken:
        raise GeneratorError(
            place=place, found=f"a second path {made}", expected="paths that differ"
        )
    for method in METHODS:
        for parameter in item.get(method, {}).get("parameters", []):
            if parameter["in"] == "path":
                if parameter["name"] not in renamed:
                    raise GeneratorError(
                        place=f"{place}/{method}",
                        found=f"a path parameter {parameter['name']!r}",
                        expected=f"one of {path}",
                    )
                parameter["name"] = renamed[parameter["name"]]
                # A part of a path is never missing; documents say `nullable` of arguments of
                # functions.
                as_node(parameter.get("schema")).pop("nullable", None)
                if "content" in parameter:
                    # A list as a function's argument, `f(ids={ids})`: OData writes it as JSON,
                    # and the tool drops the whole operation.
                    del parameter["content"]
                    parameter["schema"] = {"type": "string"}
                    resolve_by_rule(
                        document,
                        f"{method.upper()} {path}: {parameter['name']} is JSON as text, for it"
                        " is a list in the path",
                    )
    return made


def _renamed(path: str, place: str) -> dict[str, str]:
    renamed: dict[str, str] = {}
    before = ""
    for part in path.strip("/").split("/"):
        found = _PARAMETER.fullmatch(part)
        call = _CALL.fullmatch(part)
        if call is not None:
            before = call[1]
            for name in _PARAMETER.findall(part):
                made = snake(name, place)
                _add(renamed, name, f"{made}_" if made in TAKEN_ARGUMENTS else made, place)
            continue
        if found is None:
            if "{" in part or "}" in part:
                raise GeneratorError(
                    place,
                    found=f"the path part {part[:80]!r}",
                    expected=(
                        "a whole part in braces, or those of a function's arguments: f(on='{on}')"
                    ),
                )
            before = part
            continue
        made = (
            "owner" if found[1] == "owner" else f"{singular(snake(before, place)).rstrip('_')}_id"
        )
        _add(renamed, found[1], made, place)
    return renamed


def _add(renamed: dict[str, str], name: str, made: str, place: str) -> None:
    if name in renamed:
        raise GeneratorError(
            place, found=f"the path parameter {name!r} twice", expected="names that differ"
        )
    while made in renamed.values():
        made = f"other_{made}"
    renamed[name] = made
