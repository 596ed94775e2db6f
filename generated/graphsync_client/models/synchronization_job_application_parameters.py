"""Graph's `synchronizationJobApplicationParameters`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .synchronization_job_subject import SynchronizationJobSubject


@model
class SynchronizationJobApplicationParameters(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    rule_id: str | None = field(default=ABSENT, metadata=member("ruleId", TEXT))
    """As the Graph reference describes it."""

    subjects: list[SynchronizationJobSubject] | None = field(
        default=ABSENT,
        metadata=member("subjects", ListOf(ModelOf("synchronization_job_subject", "SynchronizationJobSubject"))),
    )
    """As the Graph reference describes it."""
