"""One template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._async.entity import Entity
from graphsync._core.loaded import Loaded
from graphsync._core.view import View
from graphsync.errors import NotLoaded
from graphsync_client import models
from graphsync_client.api.templates.get_template import get_template
from graphsync_client.types import Operation, Owner

if TYPE_CHECKING:
    from graphsync._async.client import AsyncGraphClient


class SynchronizationTemplate(Entity[models.SynchronizationTemplate]):
    """Describe a kind of job that the application supports, with the schema that new jobs begin with."""

    application_id = Loaded[str | None]()
    default = Loaded[bool | None]()
    description = Loaded[str | None]()
    discoverable = Loaded[bool | None]()
    factory_tag = Loaded[str | None]()
    metadata = Loaded["list[models.SynchronizationMetadataEntry] | None"]()

    def __init__(
        self,
        client: AsyncGraphClient,
        owner: Owner,
        id: str | None,
        view: View[models.SynchronizationTemplate] | None = None,
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

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.SynchronizationTemplate]:
        return get_template(self._owner, self.id, select=select, expand=expand)
