"""Graph's `synchronizationJobCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .synchronization_job import SynchronizationJob


class SynchronizationJobCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of provisioning jobs.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronization-list-jobs
    """

    value: list[SynchronizationJob] | None = member("value", ListOf(ModelOf("SynchronizationJob")))
    """The jobs of this page; may be empty although a next page exists."""
