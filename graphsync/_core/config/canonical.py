"""Schemas in one canonical form, so that two that mean the same compare as equal.

Ids and versions belong to one job and one moment. The order of attribute mappings has no meaning
for the service. Expressions are compared as trees: blanks and the case of a function's name are no
change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphsync._core.json_values import as_list, as_object
from graphsync.expressions import ExpressionError, describe, parse
from graphsync.expressions.catalogue import FUNCTIONS
from graphsync.expressions.tree import Attribute, Call, Comparison, Concatenation, Constant, Node
from graphsync_client.types import Json

_SPELLINGS = {name.casefold(): name for name in FUNCTIONS}
SCOPE_LISTS = ("groups", "inputFilterGroups", "categoryFilterGroups")


def canonical(schema: Mapping[str, Json]) -> dict[str, Json]:
    """Return a schema without ids, version and OData annotations, its mappings in order."""
    return {
        **{name: value for name, value in schema.items() if _is_content(name)},
        "synchronizationRules": [
            _rule(rule)
            for rule in map(as_object, as_list(schema.get("synchronizationRules")))
            if rule
        ],
        "directories": [
            _without_id(one) for one in map(as_object, as_list(schema.get("directories"))) if one
        ],
    }


def same(one: Mapping[str, Json], other: Mapping[str, Json]) -> bool:
    """Return whether two schemas mean the same."""
    return canonical_text(canonical(one)) == canonical_text(canonical(other))


def canonical_text(value: Json) -> str:
    """Return JSON as text that is equal for equal values, with sources compared as trees."""
    import json

    return json.dumps(_comparable(value), ensure_ascii=False, sort_keys=True)


def normalized(expression: str) -> str:
    """Return an expression with the catalogue's spelling of its functions and standard blanks.

    An expression that cannot be parsed is returned as it is.
    """
    try:
        return str(_respelled(parse(expression)))
    except (ExpressionError, RecursionError):
        return expression


def same_expression(one: str, other: str) -> bool:
    """Return whether two expressions are the same tree."""
    return one == other or normalized(one) == normalized(other)


def source_of(expression: str) -> dict[str, Json]:
    """Return the `attributeMappingSource` that the service would make of an expression."""
    return describe(_respelled(parse(expression)))


def expression_of(source: Json) -> str | None:
    """Return the expression that says all of a source; None where text and tree disagree."""
    found = as_object(source)
    text = None if found is None else found.get("expression")
    if found is None or not isinstance(text, str):
        return None
    try:
        described = source_of(text)
    except (ExpressionError, RecursionError):
        return None
    return text if _loose(found) == _loose(described) else None


def _rule(rule: Mapping[str, Json]) -> dict[str, Json]:
    mappings = [
        _object_mapping(one) for one in map(as_object, as_list(rule.get("objectMappings"))) if one
    ]
    return {**_without_id(rule), "objectMappings": mappings}


def _object_mapping(mapping: Mapping[str, Json]) -> dict[str, Json]:
    attributes = [one for one in map(as_object, as_list(mapping.get("attributeMappings"))) if one]
    return {
        **mapping,
        "scope": _scope(mapping.get("scope")),
        "attributeMappings": sorted(
            attributes, key=lambda one: str(one.get("targetAttributeName"))
        ),
    }


def empty_scope() -> dict[str, Json]:
    """Return a scope that lets everything through."""
    return {name: [] for name in SCOPE_LISTS}


def _scope(scope: Json) -> Json:
    """Return None for a scope without a group: it lets everything through, as no scope does."""
    found = as_object(scope)
    if found is None or not any(as_list(found.get(name)) for name in SCOPE_LISTS):
        return None
    return {**found, **{name: as_list(found.get(name)) for name in SCOPE_LISTS}}


def _is_content(name: str) -> bool:
    return name not in {"id", "version"} and not name.startswith("@odata.")


def _without_id(document: Mapping[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in document.items() if _is_content(name)}


def _comparable(value: Json) -> Json:
    if isinstance(value, list):
        return [_comparable(item) for item in as_list(value)]
    found = as_object(value)
    if found is None:
        return value
    if {"expression", "type"} <= found.keys():
        text = expression_of(found)
        return _loose(found) if text is None else {"expression": normalized(text)}
    return {
        name: _flags(item) if name == "flowTypes" else _comparable(item)
        for name, item in found.items()
    }


def _flags(value: Json) -> Json:
    """Return flags in order: `Update, Add` is `Add,Update`."""
    return (
        ",".join(sorted(part.strip() for part in value.split(",")))
        if isinstance(value, str)
        else value
    )


def _loose(source: Mapping[str, Json]) -> dict[str, Json]:
    """Return a source with what captures of the service spell in several ways made alike."""
    loose = {name: value for name, value in source.items() if value is not None and value != []}
    text = source.get("expression")
    if isinstance(text, str):
        loose["expression"] = normalized(text)
    if source.get("type") == "Function" and isinstance(source.get("name"), str):
        loose["name"] = _spelling(source["name"])
    parameters: list[Json] = []
    for pair in map(as_object, as_list(source.get("parameters"))):
        value = None if pair is None else as_object(pair.get("value"))
        parameters.append(pair if value is None else {**(pair or {}), "value": _loose(value)})
    if parameters:
        loose["parameters"] = parameters
    return loose


def _respelled(node: Node) -> Node:
    match node:
        case Call(name, arguments):
            return Call(_spelling(name), tuple(item and _respelled(item) for item in arguments))
        case Comparison(left, operator, right):
            return Comparison(_respelled(left), operator, _respelled(right))
        case Concatenation(parts):
            return Concatenation(tuple(map(_respelled, parts)))
        case Attribute() | Constant():
            return node


def _spelling(name: str) -> str:
    return _SPELLINGS.get(name.casefold(), name)


def pointer(*parts: str | int) -> str:
    """Return a JSON Pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def parts_of(pointer: str) -> Sequence[str]:
    """Return the reference tokens of a JSON Pointer."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
