"""From the lines of a short form to a schema."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from difflib import get_close_matches

from graphsync._core.config.canonical import (
    canonical,
    empty_scope,
    expression_of,
    same_expression,
    source_of,
)
from graphsync._core.config.clauses import parse_clause
from graphsync._core.config.place import TOP, Place, invalid
from graphsync._core.config.raw import apply
from graphsync._core.config.short_form import (
    ACTIONS,
    APPLIES,
    ATTRIBUTE_KEYS,
    FLOWS,
    MAPPING_KEYS,
    NEW_MAPPING,
    find_mapping,
    full_expression,
    group_name,
    named_mappings,
)
from graphsync._core.json_values import as_list, as_object
from graphsync.expressions import ExpressionError
from graphsync_client.types import Json


def expand(short: Mapping[str, Json], default: Mapping[str, Json]) -> dict[str, Json]:
    """Return the schema that a short form describes, with the ids of the default schema.

    Raises `ConfigurationInvalid`, with the place, for what does not fit the default schema.
    """
    schema: dict[str, Json] = copy.deepcopy(dict(default))
    places = [*named_mappings(schema)]
    for key, lines in (as_object(short.get("mappings")) or {}).items():
        _write_mapping(
            find_mapping(key, places).mapping, as_object(lines) or {}, TOP / "mappings" / key
        )
    changes = as_list(short.get("raw"))
    if not changes:
        return schema
    # Places in `raw` count in canonical order, so ids come back by position afterwards.
    changed = apply(canonical(schema), [one for one in map(as_object, changes) if one is not None])
    return _with_ids(changed, schema)


def _with_ids(schema: dict[str, Json], default: Mapping[str, Json]) -> dict[str, Json]:
    for name in ("synchronizationRules", "directories"):
        by_name = {
            one.get("name"): one.get("id")
            for one in map(as_object, as_list(default.get(name)))
            if one
        }
        for one in map(as_object, as_list(schema.get(name))):
            if one is not None and by_name.get(one.get("name")) is not None:
                one.setdefault("id", by_name[one.get("name")])
    kept = {name: value for name, value in default.items() if name in {"id", "version"}}
    return {**kept, **schema}


def _write_mapping(mapping: dict[str, Json], lines: Mapping[str, Json], place: Place) -> None:
    for key in lines:
        _check_key(key, MAPPING_KEYS, place)
    if "enabled" in lines:
        mapping["enabled"] = _boolean(lines["enabled"], place / "enabled")
    if "flow" in lines:
        mapping["flowTypes"] = _flow_types(lines["flow"], place / "flow")
    if "scope" in lines or "input_scope" in lines:
        mapping["scope"] = _written_scope(mapping.get("scope"), lines, place)
    _write_match(mapping, as_object(lines.get("match")), place / "match")
    attributes = as_object(lines.get("attributes")) or {}
    for target, entry in attributes.items():
        _write_attribute(mapping, target, entry, place / "attributes" / target)


def _flow_types(actions: Json, place: Place) -> str:
    flags: list[str] = []
    for action in as_list(actions):
        _check_word(action, ACTIONS, place)
        flags.append(ACTIONS[action])
    return ",".join(flags) or "None"


def _written_scope(before: Json, lines: Mapping[str, Json], place: Place) -> Json:
    scope = {**empty_scope(), **(as_object(before) or {})}
    for key, name in (("scope", "groups"), ("input_scope", "inputFilterGroups")):
        if key in lines:
            scope[name] = _read_groups(lines[key], place / key)
    return scope


def _read_groups(groups: Json, place: Place) -> list[Json]:
    if groups is None:
        return []
    if not isinstance(groups, list):
        raise invalid("must be a list of clauses, such as ['department EQUALS Sales']", place)
    items = as_list(groups)
    if items and all(isinstance(item, str) for item in items):
        return [_group(group_name(0), items, place)]
    return [_read_group(item, number, place / number) for number, item in enumerate(items)]


def _read_group(item: Json, number: int, place: Place) -> dict[str, Json]:
    group = as_object(item)
    if group is None:
        return _group(group_name(number), as_list(item), place)
    for key in group:
        _check_key(key, ("name", "clauses"), place)
    return _group(group.get("name"), as_list(group.get("clauses")), place / "clauses")


def _group(name: Json, clauses: list[Json], place: Place) -> dict[str, Json]:
    if not clauses:
        raise invalid("must have at least one clause", place)
    return {"name": name, "clauses": [_clause(one, place / at) for at, one in enumerate(clauses)]}


def _clause(text: Json, place: Place) -> dict[str, Json]:
    if not isinstance(text, str):
        raise invalid(f"{text!r} is not a clause, such as 'department EQUALS Sales'", place)
    try:
        return parse_clause(text)
    except ValueError as error:
        raise invalid(str(error), place) from None


def _write_match(mapping: dict[str, Json], match: Mapping[str, Json] | None, place: Place) -> None:
    if match is None:
        return
    for one in map(as_object, as_list(mapping.get("attributeMappings"))):
        if one is not None:
            one["matchingPriority"] = 0
    for number, (target, expression) in enumerate(match.items(), start=1):
        one = _target(mapping, target)
        one["matchingPriority"] = number
        _set_expression(one, expression, place / target)


def _write_attribute(mapping: dict[str, Json], target: str, entry: Json, place: Place) -> None:
    if entry is None:
        kept = [
            one
            for one in as_list(mapping.get("attributeMappings"))
            if (as_object(one) or {}).get("targetAttributeName") != target
        ]
        if len(kept) == len(as_list(mapping.get("attributeMappings"))):
            raise invalid(
                "the template has no mapping of this attribute, so there is none to remove",
                place,
            )
        mapping["attributeMappings"] = kept
        return
    one = _target(mapping, target)
    found = as_object(entry)
    if found is None:
        _set_expression(one, entry, place)
        return
    for key in found:
        _check_key(key, ATTRIBUTE_KEYS, place)
    if "expression" in found:
        if found["expression"] is None:
            one["source"] = None
        else:
            _set_expression(one, found["expression"], place / "expression")
    for key, name, values in (("flow", "flowBehavior", FLOWS), ("apply", "flowType", APPLIES)):
        if key in found:
            _check_word(found[key], values, place / key)
            one[name] = values[found[key]]
    if "default" in found:
        one["defaultValue"] = found["default"]
    if "missing_references" in found:
        one["exportMissingReferences"] = _boolean(
            found["missing_references"], place / "missing_references"
        )


def _target(mapping: dict[str, Json], target: str) -> dict[str, Json]:
    """Return the mapping of a target attribute, a new one at the end where there is none."""
    for one in map(as_object, as_list(mapping.get("attributeMappings"))):
        if one is not None and one.get("targetAttributeName") == target:
            return one
    new = {**NEW_MAPPING, "targetAttributeName": target}
    mapping["attributeMappings"] = [*as_list(mapping.get("attributeMappings")), new]
    return new


def _set_expression(mapping: dict[str, Json], expression: Json, place: Place) -> None:
    if not isinstance(expression, str) or not expression.strip():
        raise invalid(
            f'{expression!r} is not an expression; write text such as jobTitle or Join(" ",'
            " [givenName], [surname])",
            place,
        )
    text = full_expression(expression.strip())
    before = expression_of(mapping.get("source"))
    if before is not None and same_expression(before, text):
        return
    try:
        mapping["source"] = source_of(text)
    except (ExpressionError, RecursionError) as error:
        raise invalid(f"{expression!r} does not parse: {error}", place) from None


def _boolean(value: Json, place: Place) -> bool:
    if not isinstance(value, bool):
        raise invalid(f"{value!r} is neither true nor false", place)
    return value


def _check_word(word: Json, known: Mapping[str, str], place: Place) -> None:
    if not isinstance(word, str) or word not in known:
        near = get_close_matches(str(word), known, 1)
        hint = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(known)}"
        raise invalid(f"{word!r} is not known here{hint}", place)


def _check_key(key: str, known: tuple[str, ...], place: Place) -> None:
    if key not in known:
        near = get_close_matches(key, known, 1)
        hint = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(known)}"
        raise invalid(f"{key!r} is not a known key{hint}", place / key)
