"""The synchronization of a service principal or an application."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._async.entity import Entity
from graphsync._async.jobs import Jobs
from graphsync._async.templates import Templates
from graphsync_client import models
from graphsync_client.api.synchronization.get_synchronization import get_synchronization
from graphsync_client.types import Operation, Owner

if TYPE_CHECKING:
    from graphsync._async.client import AsyncGraphClient


class Synchronization(Entity[models.Synchronization]):
    """Hold the jobs, the templates to make them from, and the secrets that they share."""

    def __init__(self, client: AsyncGraphClient, owner: Owner) -> None:
        super().__init__(client)
        self._owner = owner
        self._forget_children()

    def _forget_children(self) -> None:
        self._jobs = Jobs(self._client, self._owner)
        self._templates = Templates(self._client, self._owner)

    @property
    def jobs(self) -> Jobs:
        """Return the jobs, always the same collection."""
        return self._jobs

    @property
    def templates(self) -> Templates:
        """Return the templates, always the same collection."""
        return self._templates

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.Synchronization]:
        return get_synchronization(self._owner, select=select, expand=expand)
