"""Ways through a document: every node with its JSON pointer, the schemas, the operations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from generator.errors import GeneratorError
from generator.openapi.objects import DESCRIPTION
from generator.openapi.pointer import escape

# A parsed OpenAPI document, or a part of it: any JSON value, checked where it is used.
Node = dict[str, Any]

METHODS = ("get", "put", "patch", "post", "delete")
SCHEMAS = "#/components/schemas/"

# Mappings from names to parts. Their keys are the API's own words: a property may be called `items`
# or `enum`.
_NAMED = {
    "properties",
    "schemas",
    "responses",
    "parameters",
    "requestBodies",
    "headers",
    "paths",
    "content",
}
# What holds any value at all, and no part of a document.
_DATA = {"default", "enum", "const", "example", "examples"}


def nodes(value: object, place: str = "", *, named: bool = False) -> Iterator[tuple[str, Node]]:
    """Yield every part below `value`, outermost first; a visitor may edit the one it was given.

    A part is a mapping whose keys are OpenAPI's. Mappings of names (`named`) are passed through,
    values are left out.
    """
    if isinstance(value, dict):
        node = cast("Node", value)
        if not named:
            yield place, node
        for key in list(node):
            if named or (key not in _DATA and not key.startswith("x-")):
                yield from nodes(
                    node[key], f"{place}/{escape(key)}", named=not named and key in _NAMED
                )
    elif isinstance(value, list):
        for at, item in enumerate(cast("list[object]", value)):
            yield from nodes(item, f"{place}/{at}")


def unshared(value: object) -> Any:  # any JSON value, and the same comes back
    """Copy a document; what YAML's aliases made one object becomes one for each place."""
    if isinstance(value, dict):
        return {key: unshared(item) for key, item in cast("Node", value).items()}
    return (
        [unshared(item) for item in cast("list[object]", value)]
        if isinstance(value, list)
        else value
    )


def without_words(value: object) -> Any:  # any JSON value, and the same comes back
    """Copy a part of a document without what it says in words: two parts can be alike apart from
    those.
    """
    if isinstance(value, dict):
        return {
            key: without_words(item)
            for key, item in cast("Node", value).items()
            if key != DESCRIPTION
        }
    return (
        [without_words(item) for item in cast("list[object]", value)]
        if isinstance(value, list)
        else value
    )


def as_node(value: object) -> Node:
    """Return a mapping as it is, and anything else as an empty one."""
    return cast("Node", value) if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """Return a copy of a list, and of anything else an empty one."""
    return [*cast("list[object]", value)] if isinstance(value, list) else []


def schemas(document: Node) -> Iterator[tuple[str, str, Node]]:
    """Yield name, place and schema of each component."""
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        yield name, f"/components/schemas/{escape(name)}", schema


def operations(document: Node) -> Iterator[tuple[str, str, str, Node]]:
    """Yield path, method, place and operation."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield path, method, f"/paths/{escape(path)}/{method}", item[method]


def own_parts(schema: Node) -> Iterator[Node]:
    """Yield the schema and the inline members of its `allOf`: the places that hold its own
    properties.
    """
    yield schema
    for part in schema.get("allOf", ()):
        if "$ref" not in part:
            yield part


def ref_name(ref: str, place: str) -> str:
    """Return the name of the schema a `$ref` points to."""
    if not ref.startswith(SCHEMAS):
        raise GeneratorError(
            place=place, found=f"$ref {ref!r}", expected=f"a reference to a schema, {SCHEMAS}…"
        )
    return ref.removeprefix(SCHEMAS)
