"""Graph's `synchronizationJob`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, ListOf, ModelOf, member
from .entity import Entity

if TYPE_CHECKING:
    from .bulk_upload import BulkUpload
    from .key_value_pair import KeyValuePair
    from .synchronization_schedule import SynchronizationSchedule
    from .synchronization_schema import SynchronizationSchema
    from .synchronization_status import SynchronizationStatus


class SynchronizationJob(Entity):
    """A provisioning job: cycle by cycle it carries changes from a source directory to a target.

    A new job is `Disabled` and does nothing until it is started. The only member that creating one
    needs is `template_id`. Creation and deletion show with a delay: a read shortly afterwards can
    still be answered with 404, or still find the job. Deleting a job leaves the provisioned
    accounts and the secrets where they are.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjob
    """

    bulk_upload: BulkUpload | None = member("bulkUpload", ModelOf("bulk_upload", "BulkUpload"))
    """Entry for uploads of API-driven jobs; absent unless expanded."""

    schedule: SynchronizationSchedule | None = member(
        "schedule", ModelOf("synchronization_schedule", "SynchronizationSchedule")
    )
    """Whether the job runs, and how often; set by the service, read-only."""

    schema: SynchronizationSchema | None = member("schema", ModelOf("synchronization_schema", "SynchronizationSchema"))
    """Directories and mappings of the job; absent unless expanded."""

    status: SynchronizationStatus | None = member("status", ModelOf("synchronization_status", "SynchronizationStatus"))
    """How the job is doing and how its last runs ended; read-only."""

    synchronization_job_settings: list[KeyValuePair] | None = member(
        "synchronizationJobSettings", ListOf(ModelOf("key_value_pair", "KeyValuePair"))
    )
    """Settings of the job as pairs of text, such as `QuarantineTooManyDeletesThreshold`: `500`."""

    template_id: str | None = member("templateId", TEXT)
    """Template that the job was made from, such as `scim`."""
