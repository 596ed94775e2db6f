"""Graph's `synchronizationLinkedObjects`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .synchronization_job_subject import SynchronizationJobSubject


@model
class SynchronizationLinkedObjects(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    manager: SynchronizationJobSubject | None = field(
        default=ABSENT, metadata=member("manager", ModelOf("synchronization_job_subject", "SynchronizationJobSubject"))
    )
    """As the Graph reference describes it."""

    members: list[SynchronizationJobSubject] | None = field(
        default=ABSENT,
        metadata=member("members", ListOf(ModelOf("synchronization_job_subject", "SynchronizationJobSubject"))),
    )
    """As the Graph reference describes it."""

    owners: list[SynchronizationJobSubject] | None = field(
        default=ABSENT,
        metadata=member("owners", ListOf(ModelOf("synchronization_job_subject", "SynchronizationJobSubject"))),
    )
    """As the Graph reference describes it."""
