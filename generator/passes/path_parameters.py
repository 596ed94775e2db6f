"""Path parameters are called `{synchronizationJob-id}`.

Observed: they become arguments like `synchronization_job_id`; the path says already that it is a job of a
synchronization, so `job_id` is enough.
"""

from __future__ import annotations

import re

from generator.errors import GeneratorError
from generator.names import singular, snake
from generator.pointer import escape
from generator.walk import METHODS, Node

_PARAMETER = re.compile(r"\{([^{}]+)\}")


def path_parameters(document: Node) -> Node:
    """Name each path parameter after the collection before it: `jobs/{job_id}`."""
    paths: dict[str, Node] = {}
    for path, item in document["paths"].items():
        place = f"/paths/{escape(path)}"
        renamed = _renamed(path, place)
        made = _PARAMETER.sub(lambda found: f"{{{renamed[found[1]]}}}", path)  # noqa: B023  # used before the next turn
        if made in paths:
            raise GeneratorError(place=place, found=f"a second path {made}", expected="paths that differ")
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
        paths[made] = item
    document["paths"] = paths
    return document


def _renamed(path: str, place: str) -> dict[str, str]:
    renamed: dict[str, str] = {}
    before = ""
    for part in path.strip("/").split("/"):
        found = _PARAMETER.fullmatch(part)
        if found is None:
            if "{" in part or "}" in part:
                raise GeneratorError(place, found=f"the path part {part[:80]!r}", expected="a whole part in braces")
            before = part
            continue
        if found[1] in renamed:
            raise GeneratorError(place, found=f"the path parameter {found[1]!r} twice", expected="names that differ")
        made = "owner" if found[1] == "owner" else f"{singular(snake(before, place)).rstrip('_')}_id"
        while made in renamed.values():
            made = f"other_{made}"
        renamed[found[1]] = made
    return renamed
