"""Checks of the object mapping and its scoping filter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphsync._core.tasks.explaining_facts import Facts, Unread
from graphsync._core.tasks.explaining_person import person_of, unknown
from graphsync._core.tasks.explanation import Check, Result
from graphsync._core.tasks.mapped_values import hidden_from, source_of
from graphsync._core.tasks.user_mapping import UserMapping
from graphsync.expressions.filters import ClauseResult
from graphsync.expressions.value import texts

Truth = bool | None  # None: not known


def check_mapping(facts: Facts, mapping: UserMapping | None) -> Check:
    """Check that the schema maps users."""
    if isinstance(facts.schema, Unread):
        return unknown("mapping", f"The schema could not be read: {facts.schema.why}")
    if mapping is None:
        return Check(
            name="mapping",
            result=Result.FAILED,
            found="The schema has no enabled mapping for users",
        )
    plan = mapping.plan
    actions = {"Add": plan.adds, "Update": plan.updates, "Delete": plan.deletes}
    return Check(
        name="mapping",
        result=Result.PASSED,
        found=f"The mapping from {plan.source} to {plan.target} is enabled",
        evidence={
            "source": plan.source,
            "target": plan.target,
            "flowTypes": [name for name, holds in actions.items() if holds],
        },
    )


def check_actions(facts: Facts, mapping: UserMapping | None) -> Check:
    """Check that the mapping may do what is to be done: create the account, or update it."""
    if mapping is None:
        return unknown("actions", "There is no mapping to look at")
    plan = mapping.plan
    evidence = {"Add": plan.adds, "Update": plan.updates}
    if facts.account is not None:
        said = "updates accounts" if plan.updates else "does not update accounts"
        return Check(
            name="actions",
            result=Result.PASSED if plan.updates else Result.FAILED,
            found=f"The mapping {said}",
            evidence=evidence,
            decides=False,
        )
    if plan.adds:
        return Check(
            name="actions",
            result=Result.PASSED,
            found="The mapping creates accounts",
            evidence=evidence,
        )
    if isinstance(facts.connection, Unread):
        return unknown(
            "actions",
            "The mapping creates no accounts, and whether the user has one could not be read:"
            f" {facts.connection.why}",
        )
    return Check(
        name="actions",
        result=Result.FAILED,
        found="The mapping creates no accounts, and the user is linked to none; 'Add' is not among"
        " its flow types",
        evidence=evidence,
    )


def check_scope(facts: Facts, mapping: UserMapping | None) -> Check:
    """Check that the user passes the scoping filter, clause by clause."""
    person = person_of(facts, mapping)
    if mapping is None:
        return unknown("scope", "There is no mapping to look at")
    if isinstance(person, str):
        return unknown("scope", person)
    found, hidden = source_of(facts), hidden_from(mapping, facts)
    examined = mapping.plan.scope.examine(found)
    contained = _contained(mapping, found)
    inputs, groups = _any(examined.inputs, hidden), _any(examined.groups, hidden)
    inside = _all([contained, inputs, groups])
    evidence: dict[str, Any] = {
        "inputGroups": [[_shown(one, hidden) for one in group] for group in examined.inputs],
        "groups": [[_shown(one, hidden) for one in group] for group in examined.groups],
    }
    if inside is None:
        names = sorted(
            {
                one.attribute
                for group in (*examined.inputs, *examined.groups)
                for one in group
                if one.attribute in hidden
            }
        )
        why = f"Graph does not show {', '.join(names)}" if names else "The rule's group filter"
        return Check(
            name="scope",
            result=Result.UNKNOWN,
            found=f"{why}, on which the scoping filter depends",
            evidence=evidence,
        )
    if inside:
        has_filter = examined.inputs or examined.groups
        said = "The user passes the scoping filter" if has_filter else "There is no scoping filter"
        return Check(name="scope", result=Result.PASSED, found=said, evidence=evidence)
    if contained is False:
        said = "The user is not in a container of the rule's filter"
    else:
        failing = examined.inputs if inputs is False else examined.groups
        said = f"The scoping filter leaves the user out: {_failures(failing)}"
    return Check(name="scope", result=Result.FAILED, found=said, evidence=evidence)


def _contained(mapping: UserMapping, found: Mapping[str, Any]) -> Truth:  # Any: JSON
    """Return whether the user passes the rule's filter of containers and groups."""
    name = str(found.get("distinguishedName") or "").casefold()
    containers = mapping.plan.containers
    if containers and not any(name == one or name.endswith(f",{one}") for one in containers):
        return False
    if not mapping.plan.groups:
        return True
    return True if name in mapping.plan.groups else None


def _truth(one: ClauseResult, hidden: frozenset[str]) -> Truth:
    return None if one.attribute in hidden else one.holds


def _any(groups: list[list[ClauseResult]], hidden: frozenset[str]) -> Truth:
    """Return whether one of the groups holds; no groups at all let everything through."""
    results = [_all([_truth(one, hidden) for one in group]) for group in groups]
    if not results or True in results:
        return True
    return None if None in results else False


def _all(results: list[Truth]) -> Truth:
    if False in results:
        return False
    return None if None in results else True


def _failures(groups: list[list[ClauseResult]]) -> str:
    said: list[str] = []
    for group in groups:
        failing = [one for one in group if not one.holds]
        said.append(" and ".join(f"{one.rule} fails for {_value(one)}" for one in failing))
    return "; ".join(said)


def _value(one: ClauseResult) -> str:
    values = texts(one.value)
    return ", ".join(repr(value[:100]) for value in values[:5]) if values else "no value"


def _shown(one: ClauseResult, hidden: frozenset[str]) -> dict[str, Any]:  # Any: JSON
    value = one.value
    return {
        "group": one.group,
        "clause": one.rule,
        "value": [*value] if isinstance(value, tuple) else value,
        "holds": _truth(one, hidden),
    }
