"""Checks of what the mappings give: matching attributes, values, references."""

from __future__ import annotations

from typing import Final

from graphsync._core.tasks.explaining_facts import Facts, Twin, Unread
from graphsync._core.tasks.explaining_person import person_of, unknown
from graphsync._core.tasks.explanation import Check, Result
from graphsync._core.tasks.mapped_values import Computed, Kind, MappedValue
from graphsync._core.tasks.user_mapping import UserMapping

_SHOWN: Final = 5
_NOT_KNOWN: Final = frozenset({Kind.UNKNOWN, Kind.ERROR, Kind.OBJECT_IGNORED})


def check_matching(
    facts: Facts, mapping: UserMapping | None, values: tuple[MappedValue, ...]
) -> Check:
    """Check that a matching attribute has a value."""
    missing = _nothing_to_map(facts, mapping)
    if missing:
        return unknown("matching", missing)
    matching = sorted((one for one in values if one.priority > 0), key=lambda one: one.priority)
    evidence = {one.target: _shown(one.on_create) for one in matching}
    if not matching:
        return Check(
            name="matching", result=Result.PASSED, found="The mapping has no matching attribute"
        )
    names = ", ".join(one.target for one in matching)
    if facts.account is not None:
        return Check(
            name="matching",
            result=Result.PASSED,
            found="The user is matched already",
            evidence=evidence,
        )
    if any(one.on_create.kind is Kind.VALUE for one in matching):
        return Check(
            name="matching",
            result=Result.PASSED,
            found=f"A matching attribute has a value: {names}",
            evidence=evidence,
        )
    first = next((one for one in matching if one.on_create.kind in _NOT_KNOWN), None)
    if first is not None:
        return Check(
            name="matching",
            result=Result.UNKNOWN,
            found=f"The value of {first.target} could not be computed: {_shown(first.on_create)}",
            evidence=evidence,
        )
    sources = ", ".join(f"{one.target} from {one.source or 'nothing'}" for one in matching)
    return Check(
        name="matching",
        result=Result.FAILED,
        found=f"No matching attribute has a value: {sources}",
        evidence=evidence,
    )


def check_unique(facts: Facts, mapping: UserMapping | None) -> Check:
    """Check that no other user has the same value of a matching attribute."""
    missing = _nothing_to_map(facts, mapping)
    if missing:
        return Check(name="unique", result=Result.UNKNOWN, found=missing, gate=False)
    if isinstance(facts.twins, Unread):
        return Check(
            name="unique",
            result=Result.UNKNOWN,
            found=f"Other users with the same value could not be read: {facts.twins.why}",
            gate=False,
        )
    evidence = {
        "others": [
            {"id": one.id, "name": one.name, "attribute": one.attribute, "account": _account(one)}
            for one in facts.twins
        ]
    }
    owner = next((one for one in facts.twins if isinstance(one.account, str)), None)
    if owner is not None:
        return Check(
            name="unique",
            result=Result.FAILED,
            found=f"The user {owner.name} has the same {owner.attribute}, and has the account",
            evidence=evidence,
            # An account that is linked already stays, while the target may refuse the value.
            decides=facts.account is None,
        )
    if facts.twins:
        names = ", ".join(one.name for one in facts.twins[:_SHOWN])
        return Check(
            name="unique",
            result=Result.UNKNOWN,
            found=f"The {facts.twins[0].attribute} is shared with {names}, and whoever comes first"
            " gets the account",
            evidence=evidence,
            gate=False,
        )
    return Check(
        name="unique", result=Result.PASSED, found="No other user has the same matching value"
    )


def check_values(
    facts: Facts, mapping: UserMapping | None, values: tuple[MappedValue, ...]
) -> Check:
    """Check that every mapping can be computed, and that none takes the user out of the flow."""
    missing = _nothing_to_map(facts, mapping)
    if missing:
        return Check(name="values", result=Result.UNKNOWN, found=missing, gate=False)
    has_account = facts.account is not None
    computed = [(one, one.on_update if has_account else one.on_create) for one in values]
    evidence = {one.target: _shown(found) for one, found in computed}
    for one, found in computed:
        if found.kind is Kind.ERROR:
            said = f"The mapping of {one.target} cannot be computed: {found.problem}"
        elif found.kind is Kind.OBJECT_IGNORED:
            said = f"The mapping of {one.target} takes the user out of the flow: {one.source}"
        else:
            continue
        return Check(name="values", result=Result.FAILED, found=said, evidence=evidence)
    hidden = [one.target for one, found in computed if found.kind is Kind.UNKNOWN]
    if hidden:
        return Check(
            name="values",
            result=Result.UNKNOWN,
            found=f"Not known, as Graph does not show the source: {', '.join(hidden)}",
            evidence=evidence,
            gate=False,
        )
    number = sum(found.kind is Kind.VALUE for _, found in computed)
    return Check(
        name="values",
        result=Result.PASSED,
        found=f"All {len(values)} mappings can be computed; {number} give a value",
        evidence=evidence,
    )


def check_references(
    facts: Facts, mapping: UserMapping | None, values: tuple[MappedValue, ...]
) -> Check:
    """Check that the objects that the user refers to have accounts.

    One that has none does not keep the user's account from being provisioned.
    """
    missing = _nothing_to_map(facts, mapping)
    if missing:
        return Check(name="references", result=Result.UNKNOWN, found=missing, gate=False)
    for one in values:
        if one.missing:
            names = ", ".join(facts.names.get(id, id) for id in one.missing[:_SHOWN])
            return Check(
                name="references",
                result=Result.FAILED,
                found=f"{one.target} stays empty, because {names} has no account",
                evidence={one.target: [*one.missing]},
                decides=False,
            )
    unread = [(one, id) for one in values for id in one.unread]
    if unread:
        one, id = unread[0]
        why = facts.accounts.get(id)
        said = why.why if isinstance(why, Unread) else "not read"
        return Check(
            name="references",
            result=Result.UNKNOWN,
            found=f"The account that {one.target} refers to could not be read: {said}",
            gate=False,
        )
    return Check(
        name="references",
        result=Result.PASSED,
        found="Every object that the user refers to has an account",
        evidence=dict.fromkeys(facts.accounts, True),
    )


def _nothing_to_map(facts: Facts, mapping: UserMapping | None) -> str:
    if mapping is None:
        return "There is no mapping to look at"
    person = person_of(facts, mapping)
    return person if isinstance(person, str) else ""


def _shown(found: Computed) -> object:
    return found.value if found.kind is Kind.VALUE else found.shown


def _account(one: Twin) -> str | None:
    return one.account.why if isinstance(one.account, Unread) else one.account
