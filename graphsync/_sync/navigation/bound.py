# Derived from graphsync/_async/navigation/bound.py by `python -m generator.unasync`: edit that file, not this one.
"""What every collection is: bound to a client, and to another by `with_options`."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Self, Unpack

if TYPE_CHECKING:
    from graphsync._sync.client import GraphClient
    from graphsync._sync.options import CallOptions


class Bound:
    """Know the client that calls go through."""

    def __init__(self, client: GraphClient) -> None:
        self._client = client

    @property
    def context(self) -> GraphClient:
        """Return the client that this belongs to."""
        return self._client

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """Return the same with other timeouts, retries or patience, for all that is reached through it."""
        bound = copy.copy(self)
        bound._client = self._client.with_options(**options)
        return bound
