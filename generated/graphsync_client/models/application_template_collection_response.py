"""Graph's `applicationTemplateCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .application_template import ApplicationTemplate


class ApplicationTemplateCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of gallery applications.

    Reference: https://learn.microsoft.com/graph/api/applicationtemplate-list
    """

    value: list[ApplicationTemplate] | None = member(
        "value", ListOf(ModelOf("application_template", "ApplicationTemplate"))
    )
    """The gallery applications of this page."""
