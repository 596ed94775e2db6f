"""Graph's `directoryDefinitionCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .directory_definition import DirectoryDefinition


class DirectoryDefinitionCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of the directories of a schema.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-directorydefinition
    """

    value: list[DirectoryDefinition] | None = member("value", ListOf(ModelOf("DirectoryDefinition")))
    """The directories of this page."""
