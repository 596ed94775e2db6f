"""From what was read about a person to an explanation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graphsync._core.tasks.explaining_facts import Facts, Unread
from graphsync._core.tasks.explaining_history import check_connection, check_log
from graphsync._core.tasks.explaining_job import check_application, check_job
from graphsync._core.tasks.explaining_person import check_assigned, check_enabled, check_user
from graphsync._core.tasks.explaining_scope import check_actions, check_mapping, check_scope
from graphsync._core.tasks.explaining_values import (
    check_matching,
    check_references,
    check_unique,
    check_values,
)
from graphsync._core.tasks.explanation import Check, Explanation, Result
from graphsync._core.tasks.mapped_values import mapped_values
from graphsync._core.tasks.user_mapping import UserMapping
from graphsync_client.types import DecodeError


def explained(facts: Facts, mapping: UserMapping | None, requests: int) -> Explanation:
    """Return the checks in the order in which the service decides, with what they found."""
    is_known = mapping is not None and mapping.is_readable and isinstance(facts.person, Mapping)
    values = mapped_values(mapping, facts) if is_known and mapping is not None else ()
    made: tuple[tuple[str, Callable[[], Check]], ...] = (
        ("application", lambda: check_application(facts)),
        ("job", lambda: check_job(facts)),
        ("user", lambda: check_user(facts, mapping)),
        ("enabled", lambda: check_enabled(facts, mapping)),
        ("assigned", lambda: check_assigned(facts, mapping)),
        ("mapping", lambda: check_mapping(facts, mapping)),
        ("scope", lambda: check_scope(facts, mapping)),
        ("unique", lambda: check_unique(facts, mapping)),
        ("values", lambda: check_values(facts, mapping, values)),
        ("actions", lambda: check_actions(facts, mapping)),
        ("matching", lambda: check_matching(facts, mapping, values)),
        ("references", lambda: check_references(facts, mapping, values)),
        ("log", lambda: check_log(facts, values)),
        ("connection", lambda: check_connection(facts)),
    )
    checks = tuple(_result(name, check) for name, check in made)
    account = facts.account
    if account is None and isinstance(facts.connection, Unread):
        account = facts.logged_account
    return Explanation(
        user=facts.name,
        user_id=facts.user_id,
        job_id=facts.job_id,
        checks=checks,
        account=account,
        requests=requests,
    )


def _result(name: str, check: Callable[[], Check]) -> Check:
    """Make a check; what the service sent in a shape that it should not have is unknown."""
    try:
        return check()
    except DecodeError as error:
        return Check(
            name=name, result=Result.UNKNOWN, found=f"The answer could not be read: {error}"
        )
