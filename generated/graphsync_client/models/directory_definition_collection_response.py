"""Graph's `directoryDefinitionCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, ModelOf, member, model
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .directory_definition import DirectoryDefinition


@model
class DirectoryDefinitionCollectionResponse(BaseCollectionPaginationCountResponse):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    value: list[DirectoryDefinition] | None = field(
        default=ABSENT, metadata=member("value", ListOf(ModelOf("directory_definition", "DirectoryDefinition")))
    )
    """As the Graph reference describes it."""
