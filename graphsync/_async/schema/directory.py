"""One directory of a schema."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from graphsync._async.navigation.identified import Identified
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import verb
from graphsync._core.domain.schema_operations import SchemaOperations
from graphsync._core.request.request import Request
from graphsync._core.state.entity_state import EntityState
from graphsync._core.state.members import Editable, Loaded
from graphsync.errors import Refused
from graphsync_client import models
from graphsync_client.types import Operation


class DirectoryDefinition(Identified[models.DirectoryDefinition]):
    """The source or the target of a job: its kinds of objects and their attributes."""

    name = Editable[str | None]("The directory's name, which rules refer to.")
    objects = Editable["list[models.ObjectDefinition] | None"](
        "The kinds of objects, with their attributes."
    )
    read_only = Loaded[bool | None]("Whether the directory can only be read.")
    version = Loaded[str | None]("The service's mark of this state of the directory.")
    discoverabilities = Loaded["models.DirectoryDefinitionDiscoverabilities | None"](
        "What `discover()` can find out about the directory."
    )
    discovery_date_time = Loaded[datetime | None](
        "When the directory was last asked what it holds."
    )

    def __init__(
        self,
        session: Session,
        operations: SchemaOperations,
        id: str | None,
        state: EntityState[models.DirectoryDefinition] | None = None,
    ) -> None:
        self._operations = operations
        super().__init__(session, id, state)

    @verb
    def discover(self) -> Operation[models.DirectoryDefinition]:
        """Have the service ask the directory what it holds, and return that.

        Nothing is stored by it. One request.
        """
        return self._operations.discover(self.id)

    @verb
    def update(self) -> Request[None]:
        """Send the members that were edited.

        One request; raises `Refused` for removed ones, which it cannot send.
        """
        data = self.data
        document = data.to_dict()
        edits = self._edits()
        if removed := [name for name in edits if name not in document]:
            raise Refused(
                f"{', '.join(removed)} of {self!r} cannot be removed: update() sends members to"
                " change; assign None"
            )
        changes = models.DirectoryDefinition.from_dict({name: document[name] for name in edits})
        # Edits that are made between here and the answer stay edits.
        return Request(
            self._operations.update_directory(self.id, changes),
            lambda _: self._state.sent(data, document),
        )

    @verb
    def delete(self, *, if_match: str | None = None) -> Operation[None]:
        """Remove the directory from the schema. One request."""
        return self._operations.delete_directory(self.id, if_match)

    @property
    def _noun(self) -> str:
        return "directory"

    def _get_operation(
        self, select: Sequence[str] | None = None, expand: Sequence[str] | None = None
    ) -> Operation[models.DirectoryDefinition]:
        return self._operations.directory(self.id, select, expand)
