"""Graph's `synchronizationJobCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, ModelOf, member, model
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .synchronization_job import SynchronizationJob


@model
class SynchronizationJobCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of provisioning jobs.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronization-list-jobs
    """

    value: list[SynchronizationJob] | None = field(
        default=ABSENT, metadata=member("value", ListOf(ModelOf("synchronization_job", "SynchronizationJob")))
    )
    """The jobs of this page; may be empty although a next page exists."""
