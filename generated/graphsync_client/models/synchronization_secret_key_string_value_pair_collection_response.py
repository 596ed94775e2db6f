"""Graph's `synchronizationSecretKeyStringValuePairCollectionResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse

if TYPE_CHECKING:
    from .synchronization_secret_key_string_value_pair import SynchronizationSecretKeyStringValuePair


class SynchronizationSecretKeyStringValuePairCollectionResponse(BaseCollectionPaginationCountResponse):
    """The stored credentials and settings, sensitive values shown as `*`.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationsecretkeystringvaluepair
    """

    value: list[SynchronizationSecretKeyStringValuePair] | None = member(
        "value", ListOf(ModelOf("SynchronizationSecretKeyStringValuePair"))
    )
    """The pairs of key and value."""
