"""The attribute mappings of a schema as flows from source attributes to a target, with what
changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import evolve, frozen

from graphsync._core.config.canonical import canonical, canonical_text
from graphsync._core.config.clauses import format_clause
from graphsync._core.config.short_form import actions_of
from graphsync._core.json_values import as_list, as_object
from graphsync.expressions import ExpressionError, parse
from graphsync.expressions.tree import attributes_of
from graphsync_client.types import Json


class Change(StrEnum):
    """How a part of a schema differs from what it was before."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@frozen(kw_only=True)
class Flow:
    """One attribute mapping: where the value comes from, and where it goes."""

    target: str
    sources: tuple[str, ...]
    expression: str | None
    """The expression, where there is more to it than one attribute."""
    priority: int
    """The place among the matching attributes, from 1; 0 for others."""
    notes: tuple[str, ...] = ()
    """What differs from the usual: when the value flows, a default."""
    change: Change = Change.SAME
    before: str | None = None
    """What stood there before, as one line; None where nothing changed."""

    @property
    def line(self) -> str:
        """The source as one line of text."""
        text = self.expression or (f"[{self.sources[0]}]" if self.sources else "nothing")
        return "; ".join([text, *self.notes])


@frozen(kw_only=True)
class ObjectFlow:
    """One object mapping with its flows."""

    rule: str
    source: str
    target: str
    enabled: bool
    actions: tuple[str, ...]
    scope: tuple[str, ...]
    """A line for each group of clauses; an object that meets one of them is in scope."""
    flows: tuple[Flow, ...]
    change: Change = Change.SAME
    altered: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    """What changed in the mapping as a whole: `enabled`, `flow` or `scope`, before and after."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What changed in the mapping as a whole, a line each."""
        return tuple(
            f"{what}: {_listed(now)} (before: {_listed(was)})" for what, was, now in self.altered
        )


def flows_of(
    schema: Mapping[str, Json], before: Mapping[str, Json] | None = None
) -> list[ObjectFlow]:
    """Return the object mappings of a schema, with the changes since another one where that is
    given.
    """
    mine = [*_object_flows(canonical(schema))]
    if before is None:
        return mine
    theirs = {_names(one): one for one in _object_flows(canonical(before))}
    found: list[ObjectFlow] = []
    for one in mine:
        old = theirs.pop(_names(one), None)
        found.append(_all(one, Change.ADDED) if old is None else _compared(one, old))
    return [*found, *(_all(one, Change.REMOVED) for one in theirs.values())]


def _names(one: ObjectFlow) -> tuple[str, str, str]:
    return one.rule, one.source, one.target


def _object_flows(schema: Mapping[str, Json]) -> Iterator[ObjectFlow]:
    for rule in map(as_object, as_list(schema.get("synchronizationRules"))):
        for mapping in map(as_object, as_list((rule or {}).get("objectMappings"))):
            if mapping is not None:
                yield ObjectFlow(
                    rule=str((rule or {}).get("name") or ""),
                    source=str(mapping.get("sourceObjectName")),
                    target=str(mapping.get("targetObjectName")),
                    enabled=mapping.get("enabled") is not False,
                    actions=tuple(
                        actions_of(mapping.get("flowTypes")) or [str(mapping.get("flowTypes"))]
                    ),
                    scope=tuple(_scope_lines(mapping.get("scope"))),
                    flows=tuple(_flows(mapping)),
                )


def _scope_lines(scope: Json) -> Iterator[str]:
    for name, mark in (("groups", ""), ("inputFilterGroups", "before all: ")):
        for group in map(as_object, as_list((as_object(scope) or {}).get(name))):
            clauses = map(as_object, as_list((group or {}).get("clauses")))
            yield mark + " and ".join(
                format_clause(one) or canonical_text(one) for one in clauses if one is not None
            )


def _flows(mapping: Mapping[str, Json]) -> Iterator[Flow]:
    found = [
        one for one in map(as_object, as_list(mapping.get("attributeMappings"))) if one is not None
    ]
    flows = [_flow(one) for one in found]
    yield from sorted(
        flows, key=lambda one: (one.priority == 0, one.priority, one.target.casefold())
    )


def _flow(mapping: Mapping[str, Json]) -> Flow:
    source = as_object(mapping.get("source")) or {}
    text = source.get("expression")
    text = text if isinstance(text, str) else ""
    sources = _sources(text)
    is_direct = len(sources) == 1 and text == f"[{sources[0]}]"
    priority = mapping.get("matchingPriority")
    notes: list[str] = []
    if mapping.get("flowType") not in {None, "Always"}:
        notes.append(str(mapping["flowType"]))
    if mapping.get("flowBehavior") not in {None, "FlowWhenChanged"}:
        notes.append(str(mapping["flowBehavior"]))
    if mapping.get("defaultValue") is not None:
        notes.append(f"default {mapping['defaultValue']}")
    return Flow(
        target=str(mapping.get("targetAttributeName")),
        sources=sources,
        expression=None if is_direct or not text else text,
        priority=priority if isinstance(priority, int) and priority > 0 else 0,
        notes=tuple(notes),
    )


def _sources(text: str) -> tuple[str, ...]:
    try:
        return attributes_of(parse(text)) if text else ()
    except (ExpressionError, RecursionError):
        return ()


def _all(one: ObjectFlow, change: Change) -> ObjectFlow:
    return evolve(
        one, change=change, flows=tuple(evolve(flow, change=change) for flow in one.flows)
    )


def _compared(one: ObjectFlow, old: ObjectFlow) -> ObjectFlow:
    theirs = {flow.target: flow for flow in old.flows}
    flows: list[Flow] = []
    for flow in one.flows:
        before = theirs.pop(flow.target, None)
        if before is None:
            flows.append(evolve(flow, change=Change.ADDED))
        elif flow != before:
            flows.append(evolve(flow, change=Change.CHANGED, before=_described(before)))
        else:
            flows.append(flow)
    flows += [evolve(flow, change=Change.REMOVED) for flow in theirs.values()]
    altered = tuple(
        (what, was, now)
        for what, was, now in (
            ("enabled", (str(old.enabled).lower(),), (str(one.enabled).lower(),)),
            ("flow", old.actions, one.actions),
            ("scope", old.scope, one.scope),
        )
        if was != now
    )
    is_same = not altered and all(flow.change is Change.SAME for flow in flows)
    change = Change.SAME if is_same else Change.CHANGED
    return evolve(one, flows=tuple(flows), altered=altered, change=change)


def _described(flow: Flow) -> str:
    return f"{flow.line}; matched as number {flow.priority}" if flow.priority else flow.line


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(values) or "none"
