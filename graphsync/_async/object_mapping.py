"""One kind of object's way from source to target, to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphsync._async.attribute_mapping import AttributeMapping
from graphsync._core.named import Named
from graphsync_client import models

if TYPE_CHECKING:
    from graphsync._async.schema import SynchronizationSchema


class ObjectMapping:
    """Edit one object mapping of a schema; `data` has its scope, flow types and the rest."""

    def __init__(self, schema: SynchronizationSchema, data: models.ObjectMapping) -> None:
        self._schema = schema
        self.data = data

    @property
    def name(self) -> str | None:
        """Return the mapping's name."""
        return self.data.name

    @property
    def attribute_mappings(self) -> Named[AttributeMapping, models.AttributeMapping]:
        """Return the attribute mappings by the name of their target attribute."""
        return Named(
            self.data,
            "attribute_mappings",
            "attribute mapping",
            lambda mapping: (mapping.target_attribute_name,),
            lambda mapping: AttributeMapping(self._schema, mapping),
        )

    def __repr__(self) -> str:
        return f"<ObjectMapping {self.name}: {self.data.source_object_name} to {self.data.target_object_name}>"
