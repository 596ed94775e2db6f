# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/schema/object_mapping.py
"""One kind of object's way from source to target, to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync._core.state.named_items import NamedItem, NamedItems
from graphsync._sync.navigation.session import Session
from graphsync._sync.schema.attribute_mapping import AttributeMapping
from graphsync_client import models

if TYPE_CHECKING:
    from graphsync._core.domain.schema_operations import SchemaOperations


@resolvable
class ObjectMapping(NamedItem[models.ObjectMapping]):
    """One object mapping of a schema; `data` has its scope, flow types and the rest."""

    def __init__(
        self,
        session: Session,
        operations: SchemaOperations,
        data: models.ObjectMapping,
        siblings: NamedItems[NamedItem[models.ObjectMapping], models.ObjectMapping],
    ) -> None:
        super().__init__(data, siblings)
        self._session = session
        self._operations = operations

    @property
    def name(self) -> str | None:
        """The mapping's name."""
        return self.data.name

    @property
    def attribute_mappings(self) -> NamedItems[AttributeMapping, models.AttributeMapping]:
        """The attribute mappings by the name of their target attribute."""
        return NamedItems(
            lambda: self.data,
            "attribute_mappings",
            "attribute mapping",
            lambda mapping: (mapping.target_attribute_name,),
            lambda mapping, mappings: AttributeMapping(
                self._session, self._operations, mapping, mappings
            ),
        )

    def __repr__(self) -> str:
        return (
            f"<ObjectMapping {self._data.name}: {self._data.source_object_name} to"
            f" {self._data.target_object_name}>"
        )
