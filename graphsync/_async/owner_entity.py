"""What service principals and applications have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphsync._async.entity import Entity
from graphsync._async.synchronization import Synchronization
from graphsync._core.loaded import Loaded
from graphsync._core.view import View
from graphsync_client.types import Operation, Owner

if TYPE_CHECKING:
    from graphsync._async.client import AsyncGraphClient
    from graphsync._core.principal import Principal


class OwnerEntity(Entity["Principal"]):
    """Own a synchronization."""

    app_id = Loaded[str | None]()
    display_name = Loaded[str | None]()
    application_template_id = Loaded[str | None]()

    def __init__(
        self, client: AsyncGraphClient, owner: Owner, id: str | None, view: View[Principal] | None = None
    ) -> None:
        super().__init__(client, view)
        self._owner = owner
        self._id = id
        self._forget_children()

    def _forget_children(self) -> None:
        self._synchronization = Synchronization(self._client, self._owner)

    @property
    def id(self) -> str:
        """Return the object id; chosen by its application id, it has to be loaded first."""
        known = self._id or self._read("id")
        return str(known)

    @property
    def synchronization(self) -> Synchronization:
        """Return its synchronization: jobs, templates and secrets."""
        return self._synchronization

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[Principal]:
        from graphsync._core.operations import get_principal

        return get_principal(self._owner, select=select, expand=expand)
