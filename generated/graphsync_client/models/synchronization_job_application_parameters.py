"""Graph's `synchronizationJobApplicationParameters`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .synchronization_job_subject import SynchronizationJobSubject


class SynchronizationJobApplicationParameters(Model):
    """What to provision on demand: a rule of the job and the objects to apply it to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobapplicationparameters
    """

    rule_id: str | None = member("ruleId", TEXT)
    """Id of a rule in this very job's schema."""

    subjects: list[SynchronizationJobSubject] | None = member(
        "subjects", ListOf(ModelOf("synchronization_job_subject", "SynchronizationJobSubject"))
    )
    """The objects: one user, or one group with at most five members."""
