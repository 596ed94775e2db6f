"""The operators of a schema's scope filters."""

from __future__ import annotations

from graphsync._async.navigation.listing import Listing
from graphsync._async.navigation.session import Session
from graphsync._core.domain.schema_operations import SchemaOperations
from graphsync_client import models
from graphsync_client.types import Operation


class FilterOperators(Listing[models.FilterOperatorSchema, models.FilterOperatorSchema]):
    """The operators that scope filters may use."""

    def __init__(self, session: Session, operations: SchemaOperations) -> None:
        super().__init__(session)
        self._operations = operations

    def _list_operation(self) -> Operation[models.FilterOperatorSchemaCollectionResponse]:
        return self._operations.filter_operators()

    def _item(self, data: models.FilterOperatorSchema) -> models.FilterOperatorSchema:
        return data
