"""Graph's `directoryObjectCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .directory_object import DirectoryObject


class DirectoryObjectCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of directory objects.

    Reference: https://learn.microsoft.com/graph/api/group-list-members
    """

    value: list[DirectoryObject] | None = member("value", ListOf(ModelOf("DirectoryObject")))
    """The directory objects of this page."""
