"""One job."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._async.entity import Entity
from graphsync._core.loaded import Loaded
from graphsync._core.view import View
from graphsync.errors import NotLoaded
from graphsync_client import models
from graphsync_client.api.jobs.get_job import get_job
from graphsync_client.api.jobs.pause_job import pause_job
from graphsync_client.api.jobs.start_job import start_job
from graphsync_client.types import Operation, Owner

if TYPE_CHECKING:
    from graphsync._async.client import AsyncGraphClient


class SynchronizationJob(Entity[models.SynchronizationJob]):
    """Provision accounts and groups from one directory to another, on a schedule that the service sets."""

    template_id = Loaded[str | None]()
    schedule = Loaded["models.SynchronizationSchedule | None"]()
    status = Loaded["models.SynchronizationStatus | None"]()
    synchronization_job_settings = Loaded["list[models.KeyValuePair] | None"]()

    def __init__(
        self,
        client: AsyncGraphClient,
        owner: Owner,
        id: str | None,
        view: View[models.SynchronizationJob] | None = None,
    ) -> None:
        super().__init__(client, view)
        self._owner = owner
        self._id = id

    @property
    def id(self) -> str:
        """Return the id; known without a request, unless a `$select` left it out."""
        if self._id is None:
            raise NotLoaded(f"{type(self).__name__}.id was left out by the $select; add 'id' to it")
        return self._id

    async def start(self) -> None:
        """Start the job, or go on after a pause or a quarantine; a running job needs no start. One request."""
        await self._client.send(start_job(self._owner, self.id))

    async def pause(self) -> None:
        """Pause the job; a cycle under way is finished, and what was reached is kept. One request."""
        await self._client.send(pause_job(self._owner, self.id))

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.SynchronizationJob]:
        return get_job(self._owner, self.id, select=select, expand=expand)
