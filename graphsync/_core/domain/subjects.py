"""Whom to provision on demand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from graphsync_client.models import (
    ProvisionOnDemandRequest,
    SynchronizationJobApplicationParameters,
    SynchronizationJobSubject,
    SynchronizationLinkedObjects,
)

MOST_MEMBERS = 5


def on_demand_request(
    rule_id: str, subject: str | SynchronizationJobSubject, object_type_name: str | None, members: Sequence[str]
) -> ProvisionOnDemandRequest:
    """Build the request for one user, or one group with some of its members; raises ValueError for what is refused."""
    if not rule_id:
        raise ValueError("the rule's id is empty; take it from schema.synchronization_rules of this job")
    if isinstance(subject, str):
        links = None
        if members:
            links = SynchronizationLinkedObjects(
                members=[SynchronizationJobSubject(object_id=member, object_type_name="User") for member in members]
            )
        kind = object_type_name or ("Group" if members else "User")
        subject = SynchronizationJobSubject(object_id=subject, object_type_name=kind)
        if links is not None:
            subject.links = links
    elif not isinstance(cast("object", subject), SynchronizationJobSubject):
        raise TypeError(
            f"the subject is {subject!r}; pass the object id of a user or group, or a SynchronizationJobSubject"
        )
    elif members or object_type_name:
        raise ValueError("the subject is complete; set its object_type_name and links instead of passing them here")
    linked = None if subject.links is None else subject.links.members
    if linked is not None and len(linked) > MOST_MEMBERS:
        raise ValueError(
            f"a group is provisioned on demand with at most {MOST_MEMBERS} members at a time, not {len(linked)}; make several calls"
        )
    if not subject.object_id:
        raise ValueError("the subject has no object_id")
    return ProvisionOnDemandRequest(
        parameters=[SynchronizationJobApplicationParameters(rule_id=rule_id, subjects=[subject])]
    )
