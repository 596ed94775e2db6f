"""Graph's `synchronization`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .entity import Entity

if TYPE_CHECKING:
    from .synchronization_job import SynchronizationJob
    from .synchronization_secret_key_string_value_pair import SynchronizationSecretKeyStringValuePair
    from .synchronization_template import SynchronizationTemplate


class Synchronization(Entity):
    """Provisioning of one service principal or application: its jobs, templates and secrets.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronization
    """

    jobs: list[SynchronizationJob] | None = member("jobs", ListOf(ModelOf("SynchronizationJob")))
    """The provisioning jobs; absent unless expanded."""

    secrets: list[SynchronizationSecretKeyStringValuePair] | None = member(
        "secrets", ListOf(ModelOf("SynchronizationSecretKeyStringValuePair"))
    )
    """Credentials and settings of the target, shared by all jobs; sensitive values read `*`."""

    templates: list[SynchronizationTemplate] | None = member("templates", ListOf(ModelOf("SynchronizationTemplate")))
    """The templates that jobs can be made from; absent unless expanded."""
