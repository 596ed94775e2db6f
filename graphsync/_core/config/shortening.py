"""From a schema to the lines of a short form: how it differs from its template's default schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from graphsync._core.config.canonical import (
    canonical,
    canonical_text,
    expression_of,
)
from graphsync._core.config.clauses import format_clause
from graphsync._core.config.expanding import expand
from graphsync._core.config.raw import differences
from graphsync._core.config.short_form import (
    APPLIES,
    FLOWS,
    NEW_MAPPING,
    actions_of,
    bare_attribute,
    by_names,
    group_name,
    key_of,
    named_mappings,
)
from graphsync._core.json_values import as_list, as_object
from graphsync_client.types import Json


def shorten(
    schema: Mapping[str, Json], default: Mapping[str, Json], *, full: bool = False
) -> dict[str, Json]:
    """Return how a schema differs from a template's default one, as `mappings` and `raw`.

    Args:
        schema: the JSON of the schema.
        default: the JSON of the template's schema.
        full: whether to write out what is the template's as well.

    """
    wanted, base = canonical(schema), canonical(default)
    theirs = by_names(named_mappings(base))
    mappings: dict[str, Json] = {}
    for names, place in by_names(named_mappings(wanted)).items():
        before = theirs.get(names)
        if before is None:
            continue
        lines = _mapping_lines(place.mapping, before.mapping, full=full)
        if lines:
            mappings[key_of(before, [*theirs.values()])] = lines
    short: dict[str, Json] = {"mappings": mappings} if mappings else {}
    rest = [*differences(canonical(expand(short, base)), wanted)]
    return {**short, "raw": rest} if rest else short


def _attributes(mapping: Mapping[str, Json]) -> dict[str, dict[str, Json]] | None:
    """Return the attribute mappings by target; None where two have the same, or one has none."""
    found = [
        one for one in map(as_object, as_list(mapping.get("attributeMappings"))) if one is not None
    ]
    names = [one.get("targetAttributeName") for one in found]
    if not all(isinstance(name, str) for name in names) or len(set(names)) < len(names):
        return None
    return dict(zip(cast("list[str]", names), found, strict=True))


def _mapping_lines(
    mapping: Mapping[str, Json], before: Mapping[str, Json], *, full: bool
) -> dict[str, Json]:
    lines: dict[str, Json] = {}
    if isinstance(mapping.get("enabled"), bool) and (
        full or mapping["enabled"] != before.get("enabled")
    ):
        lines["enabled"] = mapping["enabled"]
    actions = actions_of(mapping.get("flowTypes"))
    if actions is not None and (full or actions != actions_of(before.get("flowTypes"))):
        lines["flow"] = actions
    lines |= _scope_lines(mapping.get("scope"), before.get("scope"), full=full)
    mine, theirs = _attributes(mapping), _attributes(before)
    if mine is not None and theirs is not None:
        lines |= _attribute_lines(mine, theirs, full=full)
    return lines


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
        clauses = [
            one for one in map(as_object, as_list((group or {}).get("clauses"))) if one is not None
        ]
        lines = [format_clause(clause) for clause in clauses]
        if group is None or not lines or any(line is None for line in lines):
            return None
        name = group.get("name")
        plain = name == group_name(number)
        written.append(lines if plain else {"name": name, "clauses": lines})
    # One group without a name of its own is just its clauses.
    return as_list(written[0]) if len(written) == 1 and isinstance(written[0], list) else written


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
        entry = _entry(mine[target], NEW_MAPPING if full or before is None else before)
        said = cast("Mapping[str, str]", lines.get("match", {})).get(target)
        if said is not None and entry.get("expression") == said:
            del entry["expression"]
        if entry or (target not in theirs and said is None):
            attributes[target] = entry["expression"] if [*entry] == ["expression"] else entry
    if attributes:
        lines["attributes"] = attributes
    return lines


def _matching(attributes: Mapping[str, Mapping[str, Json]]) -> list[str]:
    """Return the matching attributes in order.

    None where their numbers are not 1, 2, 3 and so on.
    """
    ranked = [(one.get("matchingPriority") or 0, target) for target, one in attributes.items()]
    found = sorted((rank, target) for rank, target in ranked if isinstance(rank, int) and rank > 0)
    return (
        [target for _, target in found]
        if [rank for rank, _ in found] == [*range(1, len(found) + 1)]
        else []
    )


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
    if (
        text is not None
        and text.startswith("[")
        and text.endswith("]")
        and bare_attribute(text[1:-1])
    ):
        return text[1:-1]
    return text
