"""Graph's `provisionOnDemandRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .synchronization_job_application_parameters import SynchronizationJobApplicationParameters


@model
class ProvisionOnDemandRequest(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    parameters: list[SynchronizationJobApplicationParameters] | None = field(
        default=ABSENT,
        metadata=member(
            "parameters",
            ListOf(ModelOf("synchronization_job_application_parameters", "SynchronizationJobApplicationParameters")),
        ),
    )
    """As the Graph reference describes it."""
