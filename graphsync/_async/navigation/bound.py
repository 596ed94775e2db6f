"""What every collection is: bound to a client, and to another by `with_options`."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Self, Unpack

if TYPE_CHECKING:
    from graphsync._async.client import AsyncGraphClient
    from graphsync._async.options import CallOptions


class Bound:
    """Know the client that calls go through."""

    def __init__(self, client: AsyncGraphClient) -> None:
        self._client = client

    @property
    def context(self) -> AsyncGraphClient:
        """Return the client that this belongs to."""
        return self._client

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """Return the same with other timeouts, retries or patience, for all that is reached through it."""
        bound = copy.copy(self)
        bound._client = self._client.with_options(**options)
        return bound
