"""Where in the user's own document a complaint about the cured one belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.document.names import pascal
from generator.errors import GeneratorError
from generator.openapi.pointer import join, reference, resolve, split
from generator.openapi.walk import Node, as_list, as_node

PLACE = "x-graphsync-place"
"""What a pass notes in a schema that it made of something without a name: where that stands."""

_BRACES = re.compile(r"\{[^{}]*\}")
_Way = tuple[str, ...]


def original_place(
    document: Node, owners: Sequence[str], place: str, cured: Node | None = None
) -> str:
    """Spell a pointer into the cured document as one into `document`, which the passes were given.

    Names are given back and references followed, as far as the way goes; a place that is no pointer
    stays.
    """
    if not place.startswith(("/paths/", "/components/schemas/")):
        return place
    tokens = split(place)
    if tokens[0] == "paths":
        return join(_farthest(document, *_in_path(document, owners, tokens), ())[0])
    schemas = as_node(as_node(document.get("components")).get("schemas"))
    made = as_node(as_node(as_node((cured or {}).get("components")).get("schemas")).get(tokens[2]))
    name = _schema(schemas, tokens[2], made.get("x-graphsync-name"))
    if name not in schemas and PLACE in made:
        return original_place(document, owners, f"{made[PLACE]}{join(tokens[3:])}")
    return join(_farthest(document, (), (*tokens[:2], name, *tokens[3:]), ())[0])


def _in_path(document: Node, owners: Sequence[str], tokens: _Way) -> tuple[_Way, _Way]:
    """Return how far the way is sure, and the rest of it."""
    paths = as_node(document.get("paths"))
    path = _path(paths, owners, tokens[1], tokens[2:3])
    if tokens[3:4] == ("parameters",) and tokens[4:]:
        # What a path has for all of its methods follows the operation's own in the cured list.
        item = as_node(paths.get(path))
        own = as_list(as_node(item.get(tokens[2])).get("parameters"))
        known = [_name(document, parameter) for parameter in own]
        for_all = enumerate(as_list(item.get("parameters")))
        shared = [at for at, parameter in for_all if _name(document, parameter) not in known]
        at = int(tokens[4]) - len(own)
        if 0 <= at < len(shared):
            return ("paths", path, "parameters", str(shared[at])), tokens[5:]
    return (), ("paths", path, *tokens[2:])


def _path(paths: Node, owners: Sequence[str], cured: str, method: _Way) -> str:
    """Find the path that became this one, of several owners' the first that has the method."""
    if cured in paths:
        return cured
    shape = _BRACES.sub("{}", cured)
    alike = [path for path in paths if _BRACES.sub("{}", _below_owner(path, owners)) == shape]
    having = [path for path in alike if method and method[0] in as_node(paths[path])]
    return next(iter((*having, *alike)), cured)


def _below_owner(path: str, owners: Sequence[str]) -> str:
    owner = next((owner for owner in owners if path.startswith(f"{owner}/")), None)
    return path if owner is None else f"/{{owner}}{path.removeprefix(owner)}"


def _schema(schemas: Node, cured: str, graph_name: object) -> str:
    """Find the schema that became this one: by Graph's name, if a pass has noted it already."""
    if cured in schemas:
        return cured
    named = [name for name in schemas if name.removeprefix("microsoft.graph.") == graph_name]
    return next(iter((*named, *(name for name in schemas if _class(name) == cured))), cured)


def _class(name: str) -> str | None:
    try:
        return pascal(name, name)
    except GeneratorError:
        return None


def _name(document: Node, parameter: object) -> tuple[object, object]:
    node = as_node(parameter)
    for way in _referred(node):
        node = as_node(_at(document, way))
    return node.get("name"), node.get("in")


def _farthest(
    document: Node, way: _Way, left: _Way, followed: tuple[_Way, ...]
) -> tuple[_Way, int]:
    """Find the longest way along `left`, by references and inline parts of `allOf`.

    Return how much is left as well.
    """
    best = way, len(left)
    if not left:
        return best
    node = _at(document, way)
    on = [left[0]] if _has(document, (*way, left[0])) else []
    if left[0] == "2XX" and way[-1:] == ("responses",):
        on += [code for code in as_node(node) if code[:1] == "2" and code != "2XX"]
    tries = [((*way, token), left[1:], followed) for token in on]
    tries += [
        (other, left, (*followed, other)) for other in _referred(node) if other not in followed
    ]
    inline = [
        at
        for at, part in enumerate(as_list(as_node(node).get("allOf")))
        if "$ref" not in as_node(part)
    ]
    tries += [((*way, "allOf", str(at)), left, followed) for at in inline]
    for further, rest, seen in tries:
        found = _farthest(document, further, rest, seen)
        best = min(best, found, key=lambda one: one[1])
    return best


def _referred(node: object) -> Iterator[_Way]:
    ref = as_node(node).get("$ref")
    if isinstance(ref, str):
        try:
            yield ("components", *reference(ref, ref))
        except GeneratorError:
            return


def _at(document: Node, way: _Way) -> object:
    try:
        return resolve(document, join(way))
    except GeneratorError:
        return None


def _has(document: Node, way: _Way) -> bool:
    """Return whether the way leads somewhere; a null is there too."""
    try:
        resolve(document, join(way))
    except GeneratorError:
        return False
    return True
