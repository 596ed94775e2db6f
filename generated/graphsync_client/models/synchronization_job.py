"""Graph's `synchronizationJob`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, ListOf, ModelOf, member, model
from .entity import Entity

if TYPE_CHECKING:
    from .bulk_upload import BulkUpload
    from .key_value_pair import KeyValuePair
    from .synchronization_schedule import SynchronizationSchedule
    from .synchronization_schema import SynchronizationSchema
    from .synchronization_status import SynchronizationStatus


@model
class SynchronizationJob(Entity):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    schedule: SynchronizationSchedule | None = field(
        default=ABSENT, metadata=member("schedule", ModelOf("synchronization_schedule", "SynchronizationSchedule"))
    )
    """As the Graph reference describes it."""

    status: SynchronizationStatus | None = field(
        default=ABSENT, metadata=member("status", ModelOf("synchronization_status", "SynchronizationStatus"))
    )
    """As the Graph reference describes it."""

    synchronization_job_settings: list[KeyValuePair] | None = field(
        default=ABSENT, metadata=member("synchronizationJobSettings", ListOf(ModelOf("key_value_pair", "KeyValuePair")))
    )
    """As the Graph reference describes it."""

    template_id: str | None = field(default=ABSENT, metadata=member("templateId", TEXT))
    """As the Graph reference describes it."""

    bulk_upload: BulkUpload | None = field(
        default=ABSENT, metadata=member("bulkUpload", ModelOf("bulk_upload", "BulkUpload"))
    )
    """As the Graph reference describes it."""

    schema: SynchronizationSchema | None = field(
        default=ABSENT, metadata=member("schema", ModelOf("synchronization_schema", "SynchronizationSchema"))
    )
    """As the Graph reference describes it."""
