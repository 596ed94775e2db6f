"""Graph's `synchronizationJobRestartCriteria`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import FlagsOf, Model, member

if TYPE_CHECKING:
    from .synchronization_job_restart_scope import SynchronizationJobRestartScope


class SynchronizationJobRestartCriteria(Model):
    """What a restart forgets.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobrestartcriteria
    """

    reset_scope: SynchronizationJobRestartScope | None = member(
        "resetScope", FlagsOf("synchronization_job_restart_scope", "SynchronizationJobRestartScope")
    )
    """Flags; left out, it means `QuarantineState, Watermark, Escrows`, as the portal's button does."""
