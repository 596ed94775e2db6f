"""Checks of the user: there, enabled, and assigned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphsync._core.tasks.explaining_facts import Facts, Unread
from graphsync._core.tasks.explanation import Check, Result
from graphsync._core.tasks.user_mapping import UserMapping
from graphsync_client import models


def person_of(facts: Facts, mapping: UserMapping | None) -> Mapping[str, Any] | str:  # Any: JSON
    """Return the user of Graph that the job reads, or the reason why there is none to look at."""
    if mapping is not None and not mapping.is_readable:
        return f"The source is {mapping.source_directory or 'not named'}, which Graph does not show"
    if facts.person is None:
        return "There is no user to look at"
    if isinstance(facts.person, Unread):
        return f"The user could not be read: {facts.person.why}"
    return facts.person


def unknown(name: str, why: str) -> Check:
    """Return a check that could not be made."""
    return Check(name=name, result=Result.UNKNOWN, found=why)


def check_user(facts: Facts, mapping: UserMapping | None) -> Check:
    """Check that the user exists and is not deleted."""
    if isinstance(facts.person, Mapping) or (mapping is not None and not mapping.is_readable):
        person = person_of(facts, mapping)
        if isinstance(person, str):
            return unknown("user", person)
        kind = str(person.get("userType") or "Member").lower()
        article = "The guest" if kind == "guest" else "The user"
        return Check(
            name="user",
            result=Result.PASSED,
            found=f"{article} {facts.name} exists",
            evidence={
                name: person.get(name)
                for name in ("id", "userPrincipalName", "displayName", "userType")
            },
        )
    if isinstance(facts.person, Unread):
        return unknown("user", f"The user could not be read: {facts.person.why}")
    if isinstance(facts.deleted, str):
        return Check(
            name="user",
            result=Result.FAILED,
            found=f"The user was deleted at {facts.deleted}",
            evidence={"deletedDateTime": facts.deleted},
        )
    by_address = facts.user_id is None
    hint = "; a deleted user is found by the object id only" if by_address else ""
    return Check(name="user", result=Result.FAILED, found=f"There is no user {facts.asked}{hint}")


def check_enabled(facts: Facts, mapping: UserMapping | None) -> Check:
    """Check that the user may sign in."""
    person = person_of(facts, mapping)
    if isinstance(person, str):
        return unknown("enabled", person)
    enabled = person.get("accountEnabled")
    evidence = {"accountEnabled": enabled}
    if enabled is False:
        return Check(
            name="enabled",
            result=Result.FAILED,
            found="The user is disabled in the directory",
            evidence=evidence,
        )
    if enabled is None:
        return unknown("enabled", "Graph does not show whether the user is enabled")
    return Check(
        name="enabled", result=Result.PASSED, found="The user is enabled", evidence=evidence
    )


def check_assigned(facts: Facts, mapping: UserMapping | None) -> Check:
    """Check that the user is in the job's scope by an assignment, or that the job needs none."""
    if facts.everyone is True or (mapping is not None and not mapping.is_readable):
        return Check(
            name="assigned",
            result=Result.PASSED,
            found="The job provisions all users, assigned or not",
            evidence={"SyncAll": True},
        )
    given = facts.assignments
    if isinstance(given, Unread):
        return unknown("assigned", f"The assignments could not be read: {given.why}")
    if not given:
        person = person_of(facts, mapping)
        if isinstance(person, str):
            return unknown("assigned", person)
        return _not_assigned(facts)
    evidence = {"assignments": [_described(facts, one) for one in given]}
    if _has_default_access_only(facts, given):
        return Check(
            name="assigned",
            result=Result.FAILED,
            found="The user is assigned with default access only, which the service leaves out"
            " where the application has roles",
            evidence=evidence,
        )
    direct = any(one.principal_id == facts.user_id for one in given)
    first = given[0].principal_display_name or given[0].principal_id
    how = "directly" if direct else f"by the group {first}"
    return Check(
        name="assigned",
        result=Result.PASSED,
        found=f"The user is assigned {how}",
        evidence=evidence,
    )


def _not_assigned(facts: Facts) -> Check:
    if isinstance(facts.everyone, Unread):
        return unknown(
            "assigned",
            "The user is not assigned, and whether the job provisions all users could not be read:"
            f" {facts.everyone.why}",
        )
    nested = [f"{one.inner} in {one.outer}" for one in facts.nested]
    hint = f"; groups within assigned groups do not count: {', '.join(nested)}" if nested else ""
    return Check(
        name="assigned",
        result=Result.FAILED,
        found=f"The user is not assigned, neither directly nor by a group{hint}",
        evidence={"assignments": [], "nestedGroups": nested},
    )


def _described(facts: Facts, one: models.AppRoleAssignment) -> dict[str, Any]:  # Any: JSON
    role = next(
        (
            each.display_name or each.value
            for each in _declared(facts)
            if each.id == one.app_role_id
        ),
        None,
    )
    return {
        "principalType": one.principal_type,
        "principalId": one.principal_id,
        "principalDisplayName": one.principal_display_name,
        "role": role or one.app_role_id,
    }


def _declared(facts: Facts) -> list[models.AppRole]:
    found = facts.principal
    return (found.app_roles or []) if isinstance(found, models.ServicePrincipal) else []


def _has_default_access_only(facts: Facts, given: tuple[models.AppRoleAssignment, ...]) -> bool:
    for_users = [
        role
        for role in _declared(facts)
        if role.is_enabled is not False and "User" in (role.allowed_member_types or ())
    ]
    return bool(for_users) and not any(set(str(one.app_role_id)) - set("0-") for one in given)
