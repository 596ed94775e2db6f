"""Graph's `applicationCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, ModelOf, member, model
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .application import Application


@model
class ApplicationCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of applications.

    Reference: https://learn.microsoft.com/graph/api/application-list
    """

    value: list[Application] | None = field(
        default=ABSENT, metadata=member("value", ListOf(ModelOf("application", "Application")))
    )
    """The applications of this page."""
