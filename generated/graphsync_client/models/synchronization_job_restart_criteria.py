"""Graph's `synchronizationJobRestartCriteria`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, FlagsOf, Model, member, model

if TYPE_CHECKING:
    from .synchronization_job_restart_scope import SynchronizationJobRestartScope


@model
class SynchronizationJobRestartCriteria(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    reset_scope: SynchronizationJobRestartScope | None = field(
        default=ABSENT,
        metadata=member("resetScope", FlagsOf("synchronization_job_restart_scope", "SynchronizationJobRestartScope")),
    )
    """As the Graph reference describes it."""
