"""Graph's `provisioningObjectSummaryCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, ModelOf, member, model
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .provisioning_object_summary import ProvisioningObjectSummary


@model
class ProvisioningObjectSummaryCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of the provisioning logs.

    Reference: https://learn.microsoft.com/graph/api/provisioningobjectsummary-list
    """

    value: list[ProvisioningObjectSummary] | None = field(
        default=ABSENT,
        metadata=member("value", ListOf(ModelOf("provisioning_object_summary", "ProvisioningObjectSummary"))),
    )
    """The records of this page."""
