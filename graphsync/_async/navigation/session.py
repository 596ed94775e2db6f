"""What bound objects send through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from graphsync._annotations import resolvable
from graphsync._async.transport.transport import Transport
from graphsync._core.call.settings import CallSettings
from graphsync._core.request.endpoint import Endpoint
from graphsync._core.request.request import Request
from graphsync.retry import RetryPolicy
from graphsync.timeouts import Timeouts
from graphsync_client.types import ABSENT, Operation

if TYPE_CHECKING:
    from graphsync._core.call.read_only import ReadOnly

R = TypeVar("R")


@resolvable
class Session:
    """A client's connections, with the settings for the calls that go through them."""

    def __init__(self, transport: Transport, settings: CallSettings) -> None:
        self.transport = transport
        self.settings = settings

    @property
    def endpoint(self) -> Endpoint:
        """The address that paths are below."""
        return self.transport.endpoint

    async def send(self, request: Operation[R] | Request[R]) -> R:
        """Send a request and return its result."""
        if isinstance(request, Operation):
            return await self.transport.send(request, self.settings)
        return request.finish(await self.transport.send(request.operation, self.settings))

    def with_options(
        self,
        *,
        timeout: float | Timeouts | None = ABSENT,
        retry: RetryPolicy = ABSENT,
        consistency: float = ABSENT,
    ) -> Self:
        """Return a session on the same connections with other settings; absent ones stay."""
        settings = self.settings.changed(timeout=timeout, retry=retry, consistency=consistency)
        return type(self)(self.transport, settings)

    def restricted(self, read_only: ReadOnly) -> Self:
        """Return a session on the same connections that sends only what `read_only` lets
        through.
        """
        return type(self)(self.transport, self.settings.evolve(read_only=read_only))

    def __deepcopy__(self, memo: object) -> Self:
        # Connections and sign-ins are shared: copies of what is bound to them stay bound to them.
        return self
