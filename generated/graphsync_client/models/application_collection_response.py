"""Graph's `applicationCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .application import Application


class ApplicationCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of applications.

    Reference: https://learn.microsoft.com/graph/api/application-list
    """

    value: list[Application] | None = member("value", ListOf(ModelOf("Application")))
    """The applications of this page."""
