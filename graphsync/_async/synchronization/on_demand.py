"""Provisioning on demand: whom, by which rule, and the requests that find this out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from graphsync._annotations import resolvable
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import several
from graphsync._async.people.group import Group
from graphsync._async.people.user import User
from graphsync._core.domain.on_demand import (
    ProvisionOnDemandResult,
    on_demand_request,
    outcome,
    rule_for,
)
from graphsync._core.request.request import Request
from graphsync_client import models
from graphsync_client.types import Owner

if TYPE_CHECKING:
    from graphsync._async.schema.rule import Rule
    from graphsync._async.schema.schema import SynchronizationSchema

Subject: TypeAlias = str | User | Group | models.SynchronizationJobSubject


def request_for(
    owner: Owner,
    job_id: str,
    rule_id: str,
    subject: Subject,
    object_type_name: str | None,
    members: Sequence[str | User],
    *,
    check: bool,
) -> Request[ProvisionOnDemandResult]:
    """Return the request for a subject whose id is known.

    Raises `NotDeferrable` for one that has to be looked up first.
    """
    from graphsync_client.api.jobs.provision_on_demand import provision_on_demand

    if address := _address(subject):
        raise several(f"provision_on_demand() of {address!r}, which has to be looked up,")
    if isinstance(subject, Group):
        object_type_name = object_type_name or "Group"
    named = subject.id if isinstance(subject, (User, Group)) else subject
    ids = [member.id if isinstance(member, User) else member for member in members]
    body = on_demand_request(rule_id, named, object_type_name, ids)
    return Request(
        provision_on_demand(owner, job_id, body),
        lambda answer: outcome(answer, check=check),
    )


@resolvable
async def provision(
    session: Session,
    owner: Owner,
    job_id: str,
    schema_of_job: Callable[[], SynchronizationSchema],
    rule: str | Rule | models.SynchronizationRule | None,
    subject: Subject,
    object_type_name: str | None,
    members: Sequence[str | User],
    *,
    check: bool,
) -> ProvisionOnDemandResult:
    """Provision, after at most one request for the subject's id and one for the job's schema."""
    if address := _address(subject):
        from graphsync_client.api.users.get_user import get_user

        found = await session.send(get_user(address, select=["id"]))
        subject = found.id or ""
    if rule is None:
        kind = object_type_name or _kind(subject, members)
        schema = schema_of_job()
        if not schema.is_loaded:
            await schema.get()
        rule_id = rule_for(kind, schema.data.synchronization_rules or ())
    else:
        rule_id = rule if isinstance(rule, str) else rule.id or ""
    return await session.send(
        request_for(owner, job_id, rule_id, subject, object_type_name, members, check=check)
    )


def _address(subject: Subject) -> str | None:
    """Return the address of a user whose id is not known; None where it is."""
    if isinstance(subject, User):
        # The protocol between a bound user and what works with it.
        key = subject._address if subject.is_loaded else subject._key  # pyright: ignore[reportPrivateUsage]
        return key if "@" in key and not subject.is_loaded else None
    return subject if isinstance(subject, str) and "@" in subject else None


def _kind(subject: Subject, members: Sequence[str | User]) -> str:
    if isinstance(subject, models.SynchronizationJobSubject):
        return subject.object_type_name or "User"
    return "Group" if members or isinstance(subject, Group) else "User"
