"""Graph's `synchronization`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, ModelOf, member, model
from .entity import Entity

if TYPE_CHECKING:
    from .synchronization_job import SynchronizationJob
    from .synchronization_secret_key_string_value_pair import SynchronizationSecretKeyStringValuePair
    from .synchronization_template import SynchronizationTemplate


@model
class Synchronization(Entity):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    secrets: list[SynchronizationSecretKeyStringValuePair] | None = field(
        default=ABSENT,
        metadata=member(
            "secrets",
            ListOf(ModelOf("synchronization_secret_key_string_value_pair", "SynchronizationSecretKeyStringValuePair")),
        ),
    )
    """As the Graph reference describes it."""

    jobs: list[SynchronizationJob] | None = field(
        default=ABSENT, metadata=member("jobs", ListOf(ModelOf("synchronization_job", "SynchronizationJob")))
    )
    """As the Graph reference describes it."""

    templates: list[SynchronizationTemplate] | None = field(
        default=ABSENT,
        metadata=member("templates", ListOf(ModelOf("synchronization_template", "SynchronizationTemplate"))),
    )
    """As the Graph reference describes it."""
