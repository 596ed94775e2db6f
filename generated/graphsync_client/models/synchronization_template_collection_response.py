"""Graph's `synchronizationTemplateCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .synchronization_template import SynchronizationTemplate


class SynchronizationTemplateCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of templates.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronization-list-templates
    """

    value: list[SynchronizationTemplate] | None = member("value", ListOf(ModelOf("SynchronizationTemplate")))
    """The templates of this page, each with its schema."""
