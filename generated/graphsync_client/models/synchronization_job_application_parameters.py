"""Graph's `synchronizationJobApplicationParameters`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .synchronization_job_subject import SynchronizationJobSubject


@model
class SynchronizationJobApplicationParameters(Model):
    """What to provision on demand: a rule of the job and the objects to apply it to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobapplicationparameters
    """

    rule_id: str | None = field(default=ABSENT, metadata=member("ruleId", TEXT))
    """Id of a rule in this very job's schema."""

    subjects: list[SynchronizationJobSubject] | None = field(
        default=ABSENT,
        metadata=member("subjects", ListOf(ModelOf("synchronization_job_subject", "SynchronizationJobSubject"))),
    )
    """The objects: one user, or one group with at most five members."""
