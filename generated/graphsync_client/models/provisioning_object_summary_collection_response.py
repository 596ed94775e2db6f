"""Graph's `provisioningObjectSummaryCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .provisioning_object_summary import ProvisioningObjectSummary


class ProvisioningObjectSummaryCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of the provisioning logs.

    Reference: https://learn.microsoft.com/graph/api/provisioningobjectsummary-list
    """

    value: list[ProvisioningObjectSummary] | None = member(
        "value", ListOf(ModelOf("provisioning_object_summary", "ProvisioningObjectSummary"))
    )
    """The records of this page."""
