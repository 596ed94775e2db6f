"""Graph's `provisionOnDemandRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .synchronization_job_application_parameters import SynchronizationJobApplicationParameters


class ProvisionOnDemandRequest(Model):
    """Rules and objects to provision at once.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand
    """

    parameters: list[SynchronizationJobApplicationParameters] | None = member(
        "parameters",
        ListOf(ModelOf("synchronization_job_application_parameters", "SynchronizationJobApplicationParameters")),
    )
    """Which rule to apply to which objects; a bare list without this wrapper is refused."""
