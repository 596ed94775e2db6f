"""The client: where everything begins."""

from __future__ import annotations

import copy
from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property, partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar, Unpack, cast, overload

from attrs import evolve

from graphsync._async.applications.service_principals import ServicePrincipals
from graphsync._async.native import Credential, run_deferred
from graphsync._async.options import CallOptions, ClientOptions, check_options
from graphsync._async.transport.setup import connect
from graphsync._core.batch.deferral import Capture, Captured
from graphsync._core.call.settings import CallSettings
from graphsync._core.request.endpoint import Endpoint
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import Refused
from graphsync.retry import RetryPolicy
from graphsync.timeouts import Timeouts
from graphsync_client.types import Json, Operation

if TYPE_CHECKING:
    from graphsync._async.applications.application_templates import ApplicationTemplates
    from graphsync._async.applications.applications import Applications
    from graphsync._async.batch.batch import Batch
    from graphsync._async.provisioning_logs import ProvisioningLogs

T = TypeVar("T")
P = ParamSpec("P")

_IMPORTED_LATER = ("applications", "application_templates", "provisioning_logs")


class AsyncGraphClient:
    """Talk to Microsoft Graph's synchronization API.

    The credential is one of azure-identity, a function that returns a token, a token, or one of `graphsync.auth`. A client may
    be shared by threads, tasks and event loops. It is closed by `async with` or `close()`, together with a credential
    of `graphsync.auth`; a credential or transport that was passed in stays open.

    Keywords, all of them optional. `cloud`: host, authority and token scope of a national cloud. `endpoint`: another
    base address, version included, such as `http://127.0.0.1:8000/v1.0`; `authority`, `scope` and `version` replace the
    cloud's. `timeout`: seconds for a whole call, or `Timeouts`. `retry`: a `RetryPolicy`. `proxy`: its address.
    `verify`: a file or folder of certificate authorities, or an SSL context; `cert`: the client's certificate file,
    or (file, key) or (file, key, password). `transport`: an own httpx transport, which stays open when the client
    closes unless `close_transport` is set. `event_hooks`: httpx's hooks, by `request` and `response`.
    """

    def __init__(self, credential: Credential, **options: Unpack[ClientOptions]) -> None:
        # First of all, so that no traceback that shows local variables has the token.
        hidden = Hidden(credential)
        del credential
        self._settings = CallSettings(
            timeouts=Timeouts.of(options["timeout"]) if "timeout" in options else Timeouts(),
            retry=options.get("retry", RetryPolicy()),
        )
        self._transport = connect(hidden, options)
        self._is_view = False
        self._navigate()

    def _navigate(self) -> None:
        self.service_principals = ServicePrincipals(self)
        for name in _IMPORTED_LATER:
            self.__dict__.pop(name, None)

    @cached_property
    def applications(self) -> Applications:
        """Return the applications; their synchronizations mostly carry templates."""
        from graphsync._async.applications.applications import Applications

        return Applications(self)

    @cached_property
    def application_templates(self) -> ApplicationTemplates:
        """Return the gallery, from which applications are added to the tenant."""
        from graphsync._async.applications.application_templates import ApplicationTemplates

        return ApplicationTemplates(self)

    @cached_property
    def provisioning_logs(self) -> ProvisioningLogs:
        """Return the provisioning logs: what became of each object."""
        from graphsync._async.provisioning_logs import ProvisioningLogs

        return ProvisioningLogs(self)

    @classmethod
    def with_credentials(
        cls, tenant_id: str, client_id: str, client_secret: str, **options: Unpack[ClientOptions]
    ) -> Self:
        """Make a client that signs in as an application with a client secret."""
        from graphsync import auth

        flow = auth.client_secret(tenant_id, client_id, client_secret)
        del client_secret  # a traceback that shows local variables must not have it
        return cls(flow, **options)

    @property
    def endpoint(self) -> Endpoint:
        """Return the address that paths are below."""
        return self._transport.endpoint

    @property
    def is_closed(self) -> bool:
        """Tell whether the client was closed."""
        return self._transport.closed

    async def send(self, operation: Operation[T]) -> T:
        """Send any operation of the generated layer and return what it answers. One request."""
        return await self._transport.send(operation, self._settings)

    async def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Json = None,
        headers: Mapping[str, str] | None = None,
    ) -> Json:
        """Send a request to anything else of Graph and return its JSON, or the text of `text/plain`. One request.

        `path` is below the version root and percent-encoded (`/users/ada%40contoso.com`), or a whole address on the client's
        own server, such as a next link. Only GET is repeated on transient failures.
        """
        from graphsync._core.request.raw_operations import anything

        hidden = Hidden((json, headers))
        del json, headers  # a traceback that shows local variables must not have them
        return await self.send(anything(method, path, params, hidden))

    @overload
    def dry_run(self, call: Operation[Any]) -> PreparedRequest: ...

    @overload
    def dry_run(self, call: Callable[P, Awaitable[Any]], *args: P.args, **kwargs: P.kwargs) -> PreparedRequest: ...

    def dry_run(self, call: Any, *args: Any, **kwargs: Any) -> PreparedRequest:  # the overloads say what
        """Return the request that an operation or a verb would send, and send nothing: `dry_run(job.restart)`.

        Raises `NotDeferrable` for a verb that has to read before it knows what to write.
        """
        operation = cast("Operation[Any]", call)
        if not isinstance(call, Operation):
            operation = self.capture(partial(call, *args, **kwargs))
        return PreparedRequest.of(operation, self.endpoint)

    def capture(self, verb: Callable[[], Any]) -> Operation[Any]:
        """Return the operation that a verb would send first, and send nothing."""
        try:
            run_deferred(verb, Capture())
        except Captured as captured:
            if captured.sender is not self._transport:
                raise Refused(
                    f"{captured.operation.name} belongs to another client, which may have another tenant or identity; "
                    "use the batch or dry run of that client"
                ) from None
            return captured.operation
        raise TypeError(f"{verb!r} sends nothing; pass a verb such as job.start, not called")

    def batch(self) -> Batch:
        """Return an empty batch, to send many calls in few requests."""
        from graphsync._async.batch.batch import Batch

        return Batch(self, self._transport, self._settings)

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """Return a client on the same connections with other timeouts, retries or patience; closing it does nothing."""
        check_options(options, CallOptions)
        settings = self._settings
        if "timeout" in options:
            settings = evolve(settings, timeouts=Timeouts.of(options["timeout"]))
        if "retry" in options:
            settings = evolve(settings, retry=options["retry"])
        if "consistency" in options:
            settings = evolve(settings, consistency=options["consistency"])
        client = copy.copy(self)
        client._settings = settings
        client._is_view = True
        client._navigate()
        return client

    async def close(self) -> None:
        """Close connections and the client's own credential; a second time does nothing."""
        if not self._is_view:
            await self._transport.close()

    def __deepcopy__(self, memo: object) -> Self:
        # Connections and sign-ins are shared: copies of what is bound to the client stay bound to it.
        return self

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        if "_transport" not in self.__dict__:  # a traceback may show a client whose arguments were refused
            return f"<{type(self).__name__}, not set up>"
        return f"<{type(self).__name__} {self.endpoint.url}{', closed' if self.is_closed else ''}>"
