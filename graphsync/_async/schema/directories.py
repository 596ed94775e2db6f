"""The directories of a schema."""

from __future__ import annotations

from graphsync._async.navigation.listing import Listing
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import verb
from graphsync._async.schema.directory import DirectoryDefinition
from graphsync._core.domain.schema_operations import SchemaOperations
from graphsync._core.request.ids import check_key
from graphsync._core.request.request import Request
from graphsync._core.state.entity_state import EntityState
from graphsync_client import models
from graphsync_client.types import Operation


class Directories(Listing[DirectoryDefinition, models.DirectoryDefinition]):
    """The directories of a schema, to iterate over; `directories[id]` sends nothing."""

    def __init__(self, session: Session, operations: SchemaOperations) -> None:
        super().__init__(session)
        self._operations = operations

    def __getitem__(self, id: str) -> DirectoryDefinition:
        check_key("directories", id, "async for")
        return DirectoryDefinition(self._session, self._operations, id)

    def get_by_id(self, id: str) -> DirectoryDefinition:
        """Return the directory with this id; sends nothing, `get()` does."""
        return self[id]

    @verb
    def create(self, directory: models.DirectoryDefinition) -> Request[DirectoryDefinition]:
        """Add a directory. One request."""
        return Request(self._operations.create_directory(directory), self._item)

    @verb
    def count(self) -> Operation[int]:
        """Return how many there are, as filter and search say. One request."""
        operation = self._operations.count_directories(
            self._options.filter, self._options.search_term
        )
        return operation.with_headers(self._options.headers())

    def _list_operation(self) -> Operation[models.DirectoryDefinitionCollectionResponse]:
        return self._operations.directories()

    def _item(self, data: models.DirectoryDefinition) -> DirectoryDefinition:
        return DirectoryDefinition(
            self._session,
            self._operations,
            data.id,
            EntityState(data, self._options.select, self._options.expand),
        )
