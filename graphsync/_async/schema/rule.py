"""One rule of a schema, to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._async.navigation.session import Session
from graphsync._async.schema.object_mapping import ObjectMapping
from graphsync._core.state.named_items import NamedItem, NamedItems
from graphsync_client import models

if TYPE_CHECKING:
    from graphsync._core.domain.schema_operations import SchemaOperations


@resolvable
class Rule(NamedItem[models.SynchronizationRule]):
    """One synchronization rule of a schema, to be read and edited.

    `data` has its directories, filters and the rest.
    """

    def __init__(
        self,
        session: Session,
        operations: SchemaOperations,
        data: models.SynchronizationRule,
        siblings: NamedItems[NamedItem[models.SynchronizationRule], models.SynchronizationRule],
    ) -> None:
        super().__init__(data, siblings)
        self._session = session
        self._operations = operations

    @property
    def id(self) -> str | None:
        """The rule's id, which provisioning on demand asks for."""
        return self.data.id

    @property
    def name(self) -> str | None:
        """The rule's name."""
        return self.data.name

    @property
    def object_mappings(self) -> NamedItems[ObjectMapping, models.ObjectMapping]:
        """The object mappings by name, else by the name of their target object or source
        object.
        """
        return NamedItems(
            lambda: self.data,
            "object_mappings",
            "object mapping",
            lambda mapping: (mapping.name, mapping.target_object_name, mapping.source_object_name),
            lambda mapping, mappings: ObjectMapping(
                self._session, self._operations, mapping, mappings
            ),
        )

    def __repr__(self) -> str:
        return (
            f"<Rule {self._data.name}: {self._data.source_directory_name} to"
            f" {self._data.target_directory_name}>"
        )
