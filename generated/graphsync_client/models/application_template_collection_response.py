"""Graph's `applicationTemplateCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, ModelOf, member, model
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .application_template import ApplicationTemplate


@model
class ApplicationTemplateCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of gallery applications.

    Reference: https://learn.microsoft.com/graph/api/applicationtemplate-list
    """

    value: list[ApplicationTemplate] | None = field(
        default=ABSENT, metadata=member("value", ListOf(ModelOf("application_template", "ApplicationTemplate")))
    )
    """The gallery applications of this page."""
