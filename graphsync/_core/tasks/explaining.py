"""From what was read about a person to an explanation."""

from __future__ import annotations

from collections.abc import Mapping

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
from graphsync._core.tasks.explanation import Explanation
from graphsync._core.tasks.mapped_values import mapped_values
from graphsync._core.tasks.user_mapping import UserMapping


def explained(facts: Facts, mapping: UserMapping | None, requests: int) -> Explanation:
    """Return the checks in the order in which the service decides, with what they found."""
    is_known = mapping is not None and mapping.is_readable and isinstance(facts.person, Mapping)
    values = mapped_values(mapping, facts) if is_known and mapping is not None else ()
    checks = (
        check_application(facts),
        check_job(facts),
        check_user(facts, mapping),
        check_enabled(facts, mapping),
        check_assigned(facts, mapping),
        check_mapping(facts, mapping),
        check_scope(facts, mapping),
        check_unique(facts, mapping),
        check_values(facts, mapping, values),
        check_actions(facts, mapping),
        check_matching(facts, mapping, values),
        check_references(facts, mapping, values),
        check_log(facts, values),
        check_connection(facts),
    )
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
