"""A schema in a few lines: how it differs from its template's default schema, and back again.

`expand(shorten(schema, default), default)` means the same as `schema`, for every schema: what the
lines cannot say is kept in `raw`.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final, cast

from attrs import frozen

from graphsync._core.config.canonical import (
    canonical,
    canonical_text,
    empty_scope,
    expression_of,
    same_expression,
    source_of,
)
from graphsync._core.config.clauses import format_clause, parse_clause
from graphsync._core.config.place import TOP, Place, invalid
from graphsync._core.config.raw import apply, differences
from graphsync._core.json_values import as_list, as_object
from graphsync.expressions import ExpressionError
from graphsync_client.types import Json

# How a mapping that the template does not have begins.
_NEW: Final[Mapping[str, Json]] = {
    "defaultValue": None,
    "exportMissingReferences": False,
    "flowBehavior": "FlowWhenChanged",
    "flowType": "Always",
    "matchingPriority": 0,
    "source": None,
}
FLOWS: Final = {"when_changed": "FlowWhenChanged", "always": "FlowAlways"}
APPLIES: Final = {
    "always": "Always",
    "on_create": "ObjectAddOnly",
    "add_values_only": "MultiValueAddOnly",
    "add_value_only": "ValueAddOnly",
    "add_attribute_only": "AttributeAddOnly",
}
ACTIONS: Final = {"create": "Add", "update": "Update", "delete": "Delete"}
# Words that an expression reads as constants, so that they cannot be names of attributes here.
_WORDS = frozenset({"true", "false", "null", "vbbinarycompare", "vbtextcompare"})
ATTRIBUTE_KEYS: Final = ("expression", "flow", "apply", "default", "missing_references")
MAPPING_KEYS: Final = ("enabled", "flow", "scope", "input_scope", "match", "attributes")


@frozen
class _Place:
    """One object mapping of a schema, and by what it is found."""

    rule: str
    source: str
    target: str
    mapping: dict[str, Json]

    @property
    def names(self) -> tuple[str, str, str]:
        return self.rule, self.source, self.target

    @property
    def keys(self) -> tuple[str, str, str]:
        """The keys that may name it, the shortest first."""
        return (
            self.source,
            f"{self.source} -> {self.target}",
            f"{self.rule}: {self.source} -> {self.target}",
        )


def shorten(schema: Mapping[str, Json], default: Mapping[str, Json], *, full: bool = False) -> dict[str, Json]:
    """Return how a schema differs from a template's default one, as `mappings` and `raw`.

    Args:
        schema: the JSON of the schema.
        default: the JSON of the template's schema.
        full: whether to write out what is the template's as well.

    """
    wanted, base = canonical(schema), canonical(default)
    theirs = _by_names(_places(base))
    mappings: dict[str, Json] = {}
    for names, place in _by_names(_places(wanted)).items():
        before = theirs.get(names)
        if before is None:
            continue
        lines = _mapping_lines(place.mapping, before.mapping, full=full)
        if lines:
            mappings[_key(before, [*theirs.values()])] = lines
    short: dict[str, Json] = {"mappings": mappings} if mappings else {}
    rest = [*differences(canonical(expand(short, base)), wanted)]
    return {**short, "raw": rest} if rest else short


def expand(short: Mapping[str, Json], default: Mapping[str, Json]) -> dict[str, Json]:
    """Return the schema that a short form describes, with the ids of the default schema.

    Raises `ConfigurationInvalid`, with the place, for what does not fit the default schema.
    """
    schema: dict[str, Json] = copy.deepcopy(dict(default))
    places = [*_places(schema)]
    for key, lines in (as_object(short.get("mappings")) or {}).items():
        _write_mapping(_find(key, places).mapping, as_object(lines) or {}, TOP / "mappings" / key)
    changes = as_list(short.get("raw"))
    if not changes:
        return schema
    # Places in `raw` count in canonical order, so ids come back by position afterwards.
    changed = apply(canonical(schema), [one for one in map(as_object, changes) if one is not None])
    return _with_ids(changed, schema)


def bare_attribute(text: str) -> bool:
    """Return whether a text names a source attribute without brackets, such as `jobTitle`."""
    return (
        text[:1].isalpha()
        and text.isascii()
        and all(letter.isalnum() or letter in "_.:-" for letter in text)
        and text.casefold() not in _WORDS
    )


def full_expression(text: str) -> str:
    """Return an expression of the file as the service writes it: `jobTitle` is `[jobTitle]`."""
    return f"[{text}]" if bare_attribute(text) else text


def _with_ids(schema: dict[str, Json], default: Mapping[str, Json]) -> dict[str, Json]:
    for name in ("synchronizationRules", "directories"):
        by_name = {one.get("name"): one.get("id") for one in map(as_object, as_list(default.get(name))) if one}
        for one in map(as_object, as_list(schema.get(name))):
            if one is not None and by_name.get(one.get("name")) is not None:
                one.setdefault("id", by_name[one.get("name")])
    kept = {name: value for name, value in default.items() if name in {"id", "version"}}
    return {**kept, **schema}


def _places(schema: Mapping[str, Json]) -> Iterator[_Place]:
    for rule in map(as_object, as_list(schema.get("synchronizationRules"))):
        for mapping in map(as_object, as_list((rule or {}).get("objectMappings"))):
            if rule is not None and mapping is not None:
                yield _Place(
                    str(rule.get("name")),
                    str(mapping.get("sourceObjectName")),
                    str(mapping.get("targetObjectName")),
                    mapping,
                )


def _by_names(places: Iterator[_Place]) -> dict[tuple[str, str, str], _Place]:
    """Return those whose names are theirs alone."""
    found: dict[tuple[str, str, str], _Place] = {}
    doubled: set[tuple[str, str, str]] = set()
    for place in places:
        if place.names in found:
            doubled.add(place.names)
        found[place.names] = place
    return {names: place for names, place in found.items() if names not in doubled}


def _key(place: _Place, among: list[_Place]) -> str:
    for level, key in enumerate(place.keys):
        if sum(other.keys[level] == key for other in among) == 1:
            return key
    return place.keys[-1]


def _find(key: str, places: list[_Place]) -> _Place:
    found = [place for place in places if key in place.keys]
    if len(found) == 1:
        return found[0]
    if found:
        which = ", ".join(repr(place.keys[-1]) for place in found)
        raise invalid(
            f"{len(found)} object mappings are called {key!r}; write one of {which}",
            TOP / "mappings" / key,
        )
    known = [_key(place, places) for place in places]
    near = get_close_matches(key, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(map(repr, known)) or 'none'}"
    raise invalid(f"the template has no object mapping {key!r}; {hint}", TOP / "mappings" / key)


def _attributes(mapping: Mapping[str, Json]) -> dict[str, dict[str, Json]] | None:
    """Return the attribute mappings by target; None where two have the same, or one has none."""
    found = [one for one in map(as_object, as_list(mapping.get("attributeMappings"))) if one is not None]
    names = [one.get("targetAttributeName") for one in found]
    if not all(isinstance(name, str) for name in names) or len(set(names)) < len(names):
        return None
    return dict(zip(cast("list[str]", names), found, strict=True))


# ---- from a schema to lines


def _mapping_lines(mapping: Mapping[str, Json], before: Mapping[str, Json], *, full: bool) -> dict[str, Json]:
    lines: dict[str, Json] = {}
    if isinstance(mapping.get("enabled"), bool) and (full or mapping["enabled"] != before.get("enabled")):
        lines["enabled"] = mapping["enabled"]
    actions = actions_of(mapping.get("flowTypes"))
    if actions is not None and (full or actions != actions_of(before.get("flowTypes"))):
        lines["flow"] = actions
    lines |= _scope_lines(mapping.get("scope"), before.get("scope"), full=full)
    mine, theirs = _attributes(mapping), _attributes(before)
    if mine is not None and theirs is not None:
        lines |= _attribute_lines(mine, theirs, full=full)
    return lines


def actions_of(flow_types: Json) -> list[str] | None:
    """Return `create`, `update` and `delete` of `flowTypes`; None for what is not among them."""
    if not isinstance(flow_types, str):
        return None
    flags = {part.strip() for part in flow_types.split(",")} - {"None", ""}
    return [name for name, flag in ACTIONS.items() if flag in flags] if flags <= {*ACTIONS.values()} else None


def _scope_lines(scope: Json, before: Json, *, full: bool) -> dict[str, Json]:
    lines: dict[str, Json] = {}
    for key, name in (("scope", "groups"), ("input_scope", "inputFilterGroups")):
        groups = as_list((as_object(scope) or {}).get(name))
        old = as_list((as_object(before) or {}).get(name))
        written = _written_groups(groups)
        if written is None or (not full and canonical_text(groups) == canonical_text(old)):
            continue
        if written or old:
            lines[key] = written
    return lines


def _written_groups(groups: list[Json]) -> list[Json] | None:
    written: list[Json] = []
    for number, group in enumerate(map(as_object, groups)):
        clauses = [one for one in map(as_object, as_list((group or {}).get("clauses"))) if one is not None]
        lines = [format_clause(clause) for clause in clauses]
        if group is None or not lines or any(line is None for line in lines):
            return None
        name = group.get("name")
        plain = name == _group_name(number)
        written.append(lines if plain else {"name": name, "clauses": lines})
    # One group without a name of its own is just its clauses.
    return as_list(written[0]) if len(written) == 1 and isinstance(written[0], list) else written


def _group_name(number: int) -> str:
    return f"Scope {number + 1}"


def _attribute_lines(
    mine: dict[str, dict[str, Json]], theirs: dict[str, dict[str, Json]], *, full: bool
) -> dict[str, Json]:
    lines: dict[str, Json] = {}
    match = _matching(mine)
    if match and (full or match != _matching(theirs)):
        sources = {target: _short_expression(mine[target].get("source")) for target in match}
        if all(sources.values()):
            lines["match"] = sources
    attributes: dict[str, Json] = {}
    for target in sorted({*mine, *theirs}):
        if target not in mine:
            attributes[target] = None
            continue
        before = theirs.get(target)
        entry = _entry(mine[target], _NEW if full or before is None else before)
        said = cast("Mapping[str, str]", lines.get("match", {})).get(target)
        if said is not None and entry.get("expression") == said:
            del entry["expression"]
        if entry or (target not in theirs and said is None):
            attributes[target] = entry["expression"] if [*entry] == ["expression"] else entry
    if attributes:
        lines["attributes"] = attributes
    return lines


def _matching(attributes: Mapping[str, Mapping[str, Json]]) -> list[str]:
    """Return the matching attributes in order; none where their numbers are not 1, 2, 3 and so on."""
    ranked = [(one.get("matchingPriority") or 0, target) for target, one in attributes.items()]
    found = sorted((rank, target) for rank, target in ranked if isinstance(rank, int) and rank > 0)
    return [target for _, target in found] if [rank for rank, _ in found] == [*range(1, len(found) + 1)] else []


def _entry(mapping: Mapping[str, Json], before: Mapping[str, Json]) -> dict[str, Json]:
    entry: dict[str, Json] = {}
    expression = _short_expression(mapping.get("source"))
    is_sayable = expression is not None or mapping.get("source") is None
    if is_sayable and canonical_text(mapping.get("source")) != canonical_text(before.get("source")):
        entry["expression"] = expression
    for key, name, values in (("flow", "flowBehavior", FLOWS), ("apply", "flowType", APPLIES)):
        word = next((word for word, value in values.items() if value == mapping.get(name)), None)
        if word is not None and mapping.get(name) != before.get(name):
            entry[key] = word
    value = mapping.get("defaultValue")
    if value != before.get("defaultValue") and (value is None or isinstance(value, str)):
        entry["default"] = value
    exports = mapping.get("exportMissingReferences")
    if isinstance(exports, bool) and exports != before.get("exportMissingReferences"):
        entry["missing_references"] = exports
    return entry


def _short_expression(source: Json) -> str | None:
    text = expression_of(source)
    if text is not None and text.startswith("[") and text.endswith("]") and bare_attribute(text[1:-1]):
        return text[1:-1]
    return text


# ---- from lines to a schema


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
        return [_group(_group_name(0), items, place)]
    return [_read_group(item, number, place / number) for number, item in enumerate(items)]


def _read_group(item: Json, number: int, place: Place) -> dict[str, Json]:
    group = as_object(item)
    if group is None:
        return _group(_group_name(number), as_list(item), place)
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
                "the template has no mapping of this attribute, so there is none to take away",
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
        one["exportMissingReferences"] = _boolean(found["missing_references"], place / "missing_references")


def _target(mapping: dict[str, Json], target: str) -> dict[str, Json]:
    """Return the mapping of a target attribute, a new one at the end where there is none."""
    for one in map(as_object, as_list(mapping.get("attributeMappings"))):
        if one is not None and one.get("targetAttributeName") == target:
            return one
    new = {**_NEW, "targetAttributeName": target}
    mapping["attributeMappings"] = [*as_list(mapping.get("attributeMappings")), new]
    return new


def _set_expression(mapping: dict[str, Json], expression: Json, place: Place) -> None:
    if not isinstance(expression, str) or not expression.strip():
        raise invalid(
            f'{expression!r} is not an expression; write text such as jobTitle or Join(" ", [givenName], [surname])',
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
        raise invalid(f"{key!r} is not a key here{hint}", place / key)
