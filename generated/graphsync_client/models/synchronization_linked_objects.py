"""Graph's `synchronizationLinkedObjects`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .synchronization_job_subject import SynchronizationJobSubject


class SynchronizationLinkedObjects(Model):
    """Objects related to one that is provisioned on demand.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationlinkedobjects
    """

    manager: SynchronizationJobSubject | None = member(
        "manager", ModelOf("synchronization_job_subject", "SynchronizationJobSubject")
    )
    """The manager."""

    members: list[SynchronizationJobSubject] | None = member(
        "members", ListOf(ModelOf("synchronization_job_subject", "SynchronizationJobSubject"))
    )
    """Members of the group, at most five a call."""

    owners: list[SynchronizationJobSubject] | None = member(
        "owners", ListOf(ModelOf("synchronization_job_subject", "SynchronizationJobSubject"))
    )
    """The owners."""
