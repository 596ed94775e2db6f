"""The functions of a schema's expressions."""

from __future__ import annotations

from graphsync._async.navigation.listing import Listing
from graphsync._async.navigation.session import Session
from graphsync._core.domain.schema_operations import SchemaOperations
from graphsync_client import models
from graphsync_client.types import Operation


class Functions(
    Listing[models.AttributeMappingFunctionSchema, models.AttributeMappingFunctionSchema]
):
    """The functions that expressions may call."""

    def __init__(self, session: Session, operations: SchemaOperations) -> None:
        super().__init__(session)
        self._operations = operations

    def _list_operation(self) -> Operation[models.AttributeMappingFunctionSchemaCollectionResponse]:
        return self._operations.functions()

    def _item(
        self, data: models.AttributeMappingFunctionSchema
    ) -> models.AttributeMappingFunctionSchema:
        return data
