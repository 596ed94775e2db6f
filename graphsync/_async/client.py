"""The client: where everything begins."""

from __future__ import annotations

import copy
import ssl
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar, overload

from graphsync._annotations import resolvable
from graphsync._async.applications.service_principals import ServicePrincipals
from graphsync._async.native import OneWayToEnter
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import request_of, verb
from graphsync._async.options import ClientOptions
from graphsync._async.transport.setup import connect
from graphsync._core.call.settings import CallSettings
from graphsync._core.request.endpoint import Endpoint
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync._core.secrecy.hidden import Hidden
from graphsync._core.state.members import unknown_member
from graphsync.clouds import Cloud
from graphsync.retry import RetryPolicy
from graphsync.timeouts import Timeouts
from graphsync_client.types import ABSENT, Json, Operation

if TYPE_CHECKING:
    import httpx

    from graphsync._async.applications.application_templates import ApplicationTemplates
    from graphsync._async.applications.applications import Applications
    from graphsync._async.applications.service_principal import ServicePrincipal
    from graphsync._async.batch.batch import Batch
    from graphsync._async.correlations.correlations import Correlations
    from graphsync._async.fleet.fleet import Fleet, FleetProgress
    from graphsync._async.fleet.maintenance import Maintenance
    from graphsync._async.fleet.principals_with_jobs import PrincipalsWithJobs
    from graphsync._async.native import Credential
    from graphsync._async.people.groups import Groups
    from graphsync._async.people.organization import Organization
    from graphsync._async.people.users import Users
    from graphsync._async.provisioning_logs import ProvisioningLogs
    from graphsync._async.synchronization.job import SynchronizationJob
    from graphsync.fleet.rules import Rule

T = TypeVar("T")
P = ParamSpec("P")

_TIMEOUTS = Timeouts()
_RETRY = RetryPolicy()


@resolvable
class AsyncGraphClient(OneWayToEnter):
    """A client for Microsoft Graph's synchronization API.

    It may be shared by threads, tasks and event loops. It is closed by `async with` or `close()`,
    together with a credential of `graphsync.auth`; a credential or transport that was passed in
    stays open.

    Args:
        credential: A credential of azure-identity, a function that returns a token, a token, or one
            of `graphsync.auth`.
        cloud: The host, authority and token scope of a national cloud.
        endpoint: Another base address, version included, such as `http://127.0.0.1:8000/v1.0`.
        authority: Replaces the cloud's.
        scope: Replaces the cloud's.
        version: Which metadata the endpoint follows, in place of the cloud's.
        allow_plain_http: Hosts other than loopback that may be addressed by plain http, such as
            `("emulator",)`. The token can be read on the way there: test servers only.
        timeout: Seconds for a whole call, a `Timeouts`, or None for no limit.
        retry: When a failed call is tried again.
        proxy: The proxy's address.
        verify: A file or folder of certificate authorities, or an SSL context.
        cert: The client's certificate: a file, (file, key) or (file, key, password).
        transport: A transport of httpx to send through.
        close_transport: Whether that transport is closed with the client.
        event_hooks: Hooks of httpx, by `request` and `response`.

    """

    def __init__(
        self,
        credential: Credential,
        *,
        cloud: Cloud = Cloud.GLOBAL,
        endpoint: str = ABSENT,
        authority: str = ABSENT,
        scope: str = ABSENT,
        version: str = ABSENT,
        allow_plain_http: Iterable[str] = (),
        timeout: float | Timeouts | None = _TIMEOUTS,
        retry: RetryPolicy = _RETRY,
        proxy: str | None = None,
        verify: str | Path | ssl.SSLContext | None = None,
        cert: str | Path | tuple[str, str] | tuple[str, str, str] | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        close_transport: bool = False,
        event_hooks: (
            Mapping[str, Sequence[Callable[..., Any]]] | None
        ) = None,  # httpx types them so
    ) -> None:
        # First of all, so that no traceback that shows local variables has the token.
        hidden, proxy_and_cert = Hidden(credential), (Hidden(proxy), Hidden(cert))
        del credential, proxy, cert  # the last two may hold passwords
        settings = CallSettings().changed(timeout=timeout, retry=retry)
        options = ClientOptions(
            cloud=cloud,
            endpoint=endpoint,
            authority=authority,
            scope=scope,
            version=version,
            allow_plain_http=allow_plain_http,
            proxy=proxy_and_cert[0],
            verify=verify,
            cert=proxy_and_cert[1],
            transport=transport,
            close_transport=close_transport,
            event_hooks=event_hooks,
        )
        self._session = Session(connect(hidden, options), settings)
        self._is_view = False
        self._navigate()

    def _navigate(self) -> None:
        self.service_principals = ServicePrincipals(self._session)
        for name, member in vars(AsyncGraphClient).items():
            if isinstance(member, cached_property):
                self.__dict__.pop(name, None)

    @cached_property
    def applications(self) -> Applications:
        """The applications; their synchronizations mostly carry templates."""
        from graphsync._async.applications.applications import Applications

        return Applications(self._session)

    @cached_property
    def application_templates(self) -> ApplicationTemplates:
        """The gallery, from which applications are added to the tenant."""
        from graphsync._async.applications.application_templates import ApplicationTemplates

        return ApplicationTemplates(self._session)

    @cached_property
    def provisioning_logs(self) -> ProvisioningLogs:
        """The provisioning logs: what became of each object."""
        from graphsync._async.provisioning_logs import ProvisioningLogs

        return ProvisioningLogs(self._session)

    @cached_property
    def users(self) -> Users:
        """The users of the tenant."""
        from graphsync._async.people.users import Users

        return Users(self._session)

    @cached_property
    def groups(self) -> Groups:
        """The groups of the tenant."""
        from graphsync._async.people.groups import Groups

        return Groups(self._session)

    @cached_property
    def organization(self) -> Organization:
        """The tenant itself: its id, name and domains."""
        from graphsync._async.people.organization import Organization

        return Organization(self._session)

    @cached_property
    def correlations(self) -> Correlations:
        """The reports of account discovery (beta)."""
        from graphsync._async.correlations.correlations import Correlations

        return Correlations(self._session)

    @classmethod
    def with_credentials(
        cls,
        tenant_id: str,
        client_id: str,
        client_secret: str,
        *,
        cloud: Cloud = Cloud.GLOBAL,
        endpoint: str = ABSENT,
        authority: str = ABSENT,
        scope: str = ABSENT,
        version: str = ABSENT,
        allow_plain_http: Iterable[str] = (),
        timeout: float | Timeouts | None = _TIMEOUTS,
        retry: RetryPolicy = _RETRY,
        proxy: str | None = None,
        verify: str | Path | ssl.SSLContext | None = None,
        cert: str | Path | tuple[str, str] | tuple[str, str, str] | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        close_transport: bool = False,
        event_hooks: (
            Mapping[str, Sequence[Callable[..., Any]]] | None
        ) = None,  # httpx types them so
    ) -> Self:
        """Make a client that signs in as an application with a client secret.

        The keywords are those of the class.
        """
        from graphsync import auth

        flow = auth.client_secret(tenant_id, client_id, client_secret)
        proxy_and_cert = Hidden(proxy), Hidden(cert)
        del client_secret, proxy, cert  # a traceback that shows local variables must not have them
        return cls(
            flow,
            cloud=cloud,
            endpoint=endpoint,
            authority=authority,
            scope=scope,
            version=version,
            allow_plain_http=allow_plain_http,
            timeout=timeout,
            retry=retry,
            proxy=proxy_and_cert[0].reveal(),
            verify=verify,
            cert=proxy_and_cert[1].reveal(),
            transport=transport,
            close_transport=close_transport,
            event_hooks=event_hooks,
        )

    @property
    def endpoint(self) -> Endpoint:
        """The address that paths are below."""
        return self._session.endpoint

    @property
    def is_closed(self) -> bool:
        """Whether the client was closed."""
        return self._session.transport.closed

    async def send(self, operation: Operation[T]) -> T:
        """Send any operation of the generated layer and return what it answers. One request."""
        return await self._session.send(operation)

    @verb
    def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: Json = None,
        headers: Mapping[str, str] | None = None,
    ) -> Operation[Json]:
        """Send any other request to Graph and return its JSON, or the text of `text/plain`.

        One request. `path` is below the version root and percent-encoded
        (`/users/ada%40contoso.com`), or a whole address on the client's own server, such as a next
        link. Only GET is repeated on transient failures.
        """
        from graphsync._core.request.raw_operations import anything

        hidden = Hidden((json, headers))
        del json, headers  # a traceback that shows local variables must not have them
        return anything(method, path, params, hidden)

    @overload
    def dry_run(self, call: Operation[Any]) -> PreparedRequest: ...

    @overload
    def dry_run(
        self, call: Callable[P, Awaitable[Any]], *args: P.args, **kwargs: P.kwargs
    ) -> PreparedRequest: ...

    def dry_run(
        self, call: Any, *args: Any, **kwargs: Any
    ) -> PreparedRequest:  # the overloads say what
        """Return the request that an operation or a verb would send, and send nothing.

        Pass the verb without calling it: `dry_run(job.restart)`. Raises `NotDeferrable` for a verb
        that takes more than one request, and TypeError for a function that is not a verb.
        """
        hidden = Hidden((args, kwargs))
        del args, kwargs  # a traceback that shows local variables must not have them
        request = request_of(self._session, call, hidden)
        return PreparedRequest.of(request.operation, self.endpoint)

    def fleet(
        self,
        *,
        principals: Iterable[ServicePrincipal | str] | None = None,
        rules: Iterable[Rule] | None = None,
        credentials: bool = True,
        reasons: int = 20,
        resume: str | None = None,
        now: Callable[[], datetime] | None = None,
        timeout: float | None = None,
        progress: Callable[[FleetProgress], object] | None = None,
    ) -> Fleet:
        """Return the health of every job, to iterate over; sends nothing before, and never writes.

        Args:
            principals: Service principals, or their ids; all of the tenant unless given.
            rules: What decides on severities; `graphsync.fleet.RULES` unless given.
            credentials: Whether saved secrets are looked at, for 20 principals in one request.
            reasons: For how many jobs the logs are asked why objects fail, five in one request.
            resume: The `position` of an earlier iteration, to go on behind it.
            now: The present time, UTC; this machine's clock unless given.
            timeout: Seconds for the whole iteration, or None for no limit.
            progress: Called after each group of principals.

        """
        from graphsync._async.fleet.fleet import Fleet

        return Fleet(
            self._session,
            principals=principals,
            rules=rules,
            credentials=credentials,
            reasons=reasons,
            resume=resume,
            now=now,
            timeout=timeout,
            progress=progress,
        )

    def principals_with_jobs(
        self, *, resume: str | None = None, timeout: float | None = None
    ) -> PrincipalsWithJobs:
        """Return the service principals that have jobs, to iterate over: a request for 20 of them.

        Args:
            resume: The `position` of an earlier iteration, to go on there.
            timeout: Seconds for the whole iteration, or None for no limit.

        """
        from graphsync._async.fleet.principals_with_jobs import PrincipalsWithJobs

        return PrincipalsWithJobs(self._session, resume=resume, timeout=timeout)

    def maintenance(
        self,
        targets: Iterable[SynchronizationJob | ServicePrincipal] = (),
        *,
        timeout: float | None = None,
        progress: Callable[[Maintenance], object] | None = None,
    ) -> Maintenance:
        """Return a window in which jobs do not run; sends nothing before it is entered.

        `async with graph.maintenance(targets) as window:` pauses those that run, and afterwards
        starts exactly these again, also after an error; `window.save(path)` and `load(path)` let
        another process do the second half. A service principal stands for all of its jobs.

        Args:
            timeout: Seconds for pausing; what there was no time for is among the `failures`.
            progress: Called with the window after each job.

        """
        from graphsync._async.fleet.maintenance import Maintenance

        return Maintenance(self._session, targets, timeout=timeout, progress=progress)

    def batch(self) -> Batch:
        """Return an empty batch, to send many calls in few requests."""
        from graphsync._async.batch.batch import Batch

        return Batch(self._session)

    def with_options(
        self,
        *,
        timeout: float | Timeouts | None = ABSENT,
        retry: RetryPolicy = ABSENT,
        consistency: float = ABSENT,
    ) -> Self:
        """Return a client on the same connections with other settings; closing it does nothing.

        Args:
            timeout: Seconds for a whole call, a `Timeouts`, or None for no limit.
            retry: When a failed call is tried again.
            consistency: Seconds in which 401, 403, 404 and 409 mean "not visible yet", so that the
                call is tried again.

        """
        return self._viewed_through(
            self._session.with_options(timeout=timeout, retry=retry, consistency=consistency)
        )

    def read_only(
        self, *, validate: bool = False, on_request: Callable[[str, str], object] | None = None
    ) -> Self:
        """Return a client on the same connections that cannot write; closing it does nothing.

        Every request that could change something raises `WriteRefused` and is not sent, whichever
        way it would go: a verb, a batch, `send()` or `request()`.

        Args:
            validate: Whether credentials may be validated, for which the service signs in at the
                target application.
            on_request: Called with the method and the path of each request that goes out, however
                often it is repeated.

        """
        from graphsync._core.call.read_only import READING_ACTIONS, VALIDATING_ACTIONS, ReadOnly

        actions = READING_ACTIONS | VALIDATING_ACTIONS if validate else READING_ACTIONS
        return self._viewed_through(self._session.restricted(ReadOnly(actions, on_request)))

    def _viewed_through(self, session: Session) -> Self:
        client = copy.copy(self)
        client._session = session
        client._is_view = True
        client._navigate()
        return client

    async def close(self) -> None:
        """Close connections and the client's own credential; a second time does nothing."""
        if not self._is_view:
            await self._session.transport.close()

    def __deepcopy__(self, memo: object) -> Self:
        # Connections are shared: copies of what is bound to the client stay bound to it.
        return self

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        if "_session" not in vars(self):  # a traceback may show one whose arguments were refused
            return f"<{type(self).__name__}, not set up>"
        return f"<{type(self).__name__} {self.endpoint.url}{', closed' if self.is_closed else ''}>"

    if not TYPE_CHECKING:  # checkers would take every name for a member

        def __getattr__(self, name: str) -> object:
            raise unknown_member(self, name)
