"""The jobs of a synchronization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._async.job import SynchronizationJob
from graphsync._async.listing import Listing
from graphsync._core.view import view_of
from graphsync_client import models
from graphsync_client.api.jobs.list_jobs import list_jobs
from graphsync_client.types import Operation, Owner

if TYPE_CHECKING:
    from graphsync._async.client import AsyncGraphClient


class Jobs(Listing[SynchronizationJob, models.SynchronizationJob]):
    """Iterate over jobs, or choose one: `jobs[id]` sends nothing."""

    def __init__(self, client: AsyncGraphClient, owner: Owner) -> None:
        super().__init__(client)
        self._owner = owner

    def __getitem__(self, id: str) -> SynchronizationJob:
        return SynchronizationJob(self._client, self._owner, id)

    def get_by_id(self, id: str) -> SynchronizationJob:
        """Return the job with this id; sends nothing, `get()` does."""
        return self[id]

    def _list_operation(self) -> Operation[models.SynchronizationJobCollectionResponse]:
        return list_jobs(self._owner)

    def _item(self, data: models.SynchronizationJob) -> SynchronizationJob:
        return SynchronizationJob(self._client, self._owner, data.id, view_of(data, self._options.select))
