"""A local Graph for tests and programs: in this process, on real sockets or as an ASGI
application.
"""

import asyncio
import contextlib
import os
import socket
import ssl
import threading
import time
import weakref
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from graphsync.emulator import scenarios
from graphsync.emulator.clock import Clock
from graphsync.emulator.control import Control
from graphsync.emulator.document import Document, member
from graphsync.emulator.graph import LocalGraph
from graphsync.emulator.http.app import GraphApp
from graphsync.emulator.http.certificates import Authority
from graphsync.emulator.http.serving import GraphServer, accepted, bind, serve
from graphsync.emulator.http.wsgi import WsgiApp
from graphsync.emulator.protocol.faults import Faults
from graphsync.emulator.recorded import Recorded
from graphsync.emulator.state import State, assemble
from graphsync.emulator.switches import Switches
from graphsync.emulator.targets.connection import Exchange
from graphsync.emulator.targets.reach import Reach
from graphsync.emulator.targets.rejection import Rejection
from graphsync.emulator.tenant import seed_file
from graphsync.emulator.tenant.seed import plant
from graphsync.emulator.tenant.store import Store
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.times import moment
from graphsync.emulator.well_known import CLIENT_ID

_START_TIMEOUT = 30
_STARTED_AGO = 3000.0


class Emulator(Recorded):
    """A local Graph.

    `with Emulator() as emulator:` serves it on a free port of 127.0.0.1 until the block ends. `app`
    is the same tenant as an ASGI application and `wsgi` as a WSGI application; they need no `with`,
    only `close` at the end. `tls=True` adds a listener with a throw-away certificate for
    `localhost`: its address is `authority`, its certificate is in `ca_file`. `start` and `speed`
    set the tenant's clock; a speed of 0 stops it, so that only `advance` moves it. `state` names a
    file that keeps the tenant, `seed` a JSON file (or its content) that describes one to begin
    with. A job whose `BaseAddress` is on loopback, or on a host that `allow_targets` names,
    provisions to the SCIM endpoint there. Anything else is a switch (see `Switches`).
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: bool = False,
        tls_port: int = 0,
        ca_file: Path | None = None,
        tls_names: Collection[str] = (),
        allow_hosts: Collection[str] = (),
        allow_targets: Collection[str] = (),
        start: str | None = None,
        speed: float = 1.0,
        state: Path | None = None,
        seed: Path | Document | None = None,
        **switches: object,
    ) -> None:
        self.switches = Switches()
        self.switches.change(cast("Document", switches))
        self._store = store = Store(state) if state else None
        try:
            tenant = Tenant(store)
            clock = Clock(_beginning(tenant, start), speed)
            planted = seed_file.read(seed) if isinstance(seed, Path) else seed
            new = tenant.is_new
            active = self._plant(tenant, planted, clock.now()) if new else []
            running = assemble(
                tenant,
                clock,
                self.switches,
                Reach(allow_targets, lambda: self.switches.target_timeout),
            )
            self._control = Control(running)
            for principal_id, account in seed_file.accounts(planted or {}) if new else ():
                self._control.put_account(principal_id, account)
            _live_through(running, active)
            self.graph = LocalGraph(running)
        except BaseException:
            if store:
                store.close()
            raise
        self.app = GraphApp(self.graph, host, {*allow_hosts, *tls_names})
        self.wsgi = WsgiApp(self.app)
        self._host, self._port, self._tls, self._tls_port, self._ca_file = (
            host,
            port,
            tls,
            tls_port,
            ca_file,
        )
        self._servers: list[GraphServer] = []
        self._thread: threading.Thread | None = None
        self._certificates: Authority | None = None
        self._ports: list[int] = []
        self._tls_names = tuple(tls_names)
        self._sockets: list[socket.socket] = []
        self._process = os.getpid()
        _ALIVE.add(self)

    def _plant(self, tenant: Tenant, seed: Document | None, now: float) -> list[tuple[str, str]]:
        if seed is None:
            return plant(tenant, self.switches, now)
        self.switches.change(member(seed, "switches"))
        return seed_file.plant(tenant, seed, self.switches, now)

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def url(self) -> str:
        """The Graph root, `http://127.0.0.1:<port>/v1.0`."""
        return f"http://{self._printable_host}:{self._listening(0)}/v1.0"

    @property
    def authority(self) -> str:
        """The token endpoint's address over TLS, `https://localhost:<port>`; needs `tls=True`."""
        return f"https://localhost:{self._listening(1)}"

    @property
    def ca_file(self) -> Path:
        """The PEM file of the certificate authority that a client has to trust.

        Needs `tls=True`.
        """
        if not self._certificates:
            raise RuntimeError("there is no certificate authority: open the emulator with tls=True")
        return self._certificates.ca_file

    @property
    def _printable_host(self) -> str:
        return f"[{self._host}]" if ":" in self._host else self._host

    def _listening(self, which: int) -> int:
        if which >= len(self._ports):
            need = "with tls=True" if which else "first: `with Emulator() as emulator:`"
            raise RuntimeError(f"the emulator does not listen: open it {need}")
        return self._ports[which]

    @property
    def is_open(self) -> bool:
        """Whether the servers that `open` started are running."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def faults(self) -> Faults:
        """The faults that are waiting to happen: `emulator.faults.add(Fault(kind="reset",
        times=1))`.
        """
        return self.graph.faults

    def token(self, user: str = "", client_id: str = CLIENT_ID) -> str:
        """Return a signed access token of an application, or of a user.

        Args:
            user: The `userPrincipalName` of the user who has signed in; without one it is a token
                of the application itself, with which `/me` cannot be asked for.
            client_id: The application that the token is issued to.

        """
        user_id = self.graph.user_id(user) if user else ""
        if user_id is None:
            raise LookupError(f"there is no user {user[:100]!r}")
        return self.graph.tokens.issue(client_id, user_id=user_id)

    def federated_token(self, audience: str) -> str:
        """Return a signed token that the service presents to the token endpoint of a target.

        Its issuer is an address of this emulator, below which `.well-known/openid-configuration`
        leads to the key; it has to be open.
        """
        return self.graph.tokens.assertion(self.url.removesuffix("/v1.0"), audience)

    def quarantine(
        self,
        job_id: str,
        *,
        code: str = "QuarantinedOnDemand",
        message: str = "The job was quarantined on demand.",
    ) -> None:
        """Put a job into quarantine; raise LookupError when there is no such job."""
        self._control.quarantine(job_id, code, message)

    @property
    def users(self) -> list[Document]:
        """The directory's users, as copies."""
        return self._control.sources("user")

    @property
    def groups(self) -> list[Document]:
        """The directory's groups, as copies."""
        return self._control.sources("group")

    def put_user(self, user: Mapping[str, object]) -> str:
        """Add a user, or change the one whose `id` is given; return the id.

        Members that are not given stay as they were. The next cycle sees the change.
        """
        return str(self._control.put_source("user", user)["id"])

    def put_group(self, group: Mapping[str, object]) -> str:
        """Add a group, or change the one whose `id` is given; return the id.

        `members` is a list of object ids. Members of the document that are not given stay.
        """
        return str(self._control.put_source("group", group)["id"])

    def remove_user(self, user_id: str) -> None:
        """Delete a user for good; raise LookupError when there is none of that id."""
        self._control.remove_source("user", user_id)

    def remove_group(self, group_id: str) -> None:
        """Delete a group for good; raise LookupError when there is none of that id."""
        self._control.remove_source("group", group_id)

    def accounts(self, principal_id: str) -> list[Document]:
        """Return the accounts of a principal's target as SCIM resources."""
        return self._control.accounts(principal_id)

    def target_requests(self, principal_id: str) -> list[Exchange]:
        """Return the requests that went to a principal's SCIM endpoint, oldest first.

        The token is not in them.
        """
        with self.graph.state.lock:
            return self.graph.engine.workshop.reach.exchanges(principal_id)

    def put_account(self, principal_id: str, resource: Mapping[str, object]) -> str:
        """Add an account to a principal's target behind the engine's back; return its id.

        `resource` is a SCIM resource, a group where its `schemas` say so. No rule of the target
        holds for it, so that duplicates and conflicts can be set up.
        """
        return str(self._control.put_account(principal_id, resource)["id"])

    def remove_account(self, principal_id: str, account_id: str) -> None:
        """Delete an account from a principal's target behind the engine's back."""
        self._control.remove_account(principal_id, account_id)

    def correlate(self, principal_id: str) -> str:
        """Start a report of the accounts that a principal's target has, as the portal does; return
        its id.

        `GET /beta/reports/correlations/{id}` shows it; after half an hour of the tenant's clock it
        has its identities. Raise LookupError when there is no such principal, or it has no job.
        """
        return str(self._control.correlate(principal_id)["id"])

    def set_target(
        self,
        principal_id: str,
        *,
        accepted_token: str | None = None,
        available: bool | None = None,
        rejects: Iterable[Rejection] | None = None,
        unique: Iterable[str] | None = None,
    ) -> None:
        """Change how a principal's target behaves; what is None stays as it is.

        Args:
            principal_id: Object id of the service principal.
            accepted_token: The one `SecretToken` that it accepts; `""` accepts any.
            available: Whether it answers at all.
            rejects: The accounts that it refuses, in place of those refused so far.
            unique: The attributes whose values no two of its accounts may share.

        """
        self._control.set_target(
            principal_id,
            accepted_token=accepted_token,
            available=available,
            rejects=rejects,
            unique=unique,
        )

    def scenario(self, name: str, *, principal_id: str | None = None) -> str:
        """Let an incident of production happen to a job, the clock included; return the job's id.

        Raise ValueError for a name that there is not, and LookupError where no job runs that it
        could happen to.

        Args:
            name: Such as `"wrong token"`; `docs/emulator.md` lists them.
            principal_id: Whose first running job; the first of the tenant unless given.

        """
        return scenarios.play(self.graph, name, principal_id)

    def advance(
        self, *, seconds: float = 0, minutes: float = 0, hours: float = 0, days: float = 0
    ) -> None:
        """Move the tenant's clock forward.

        Everything that was due meanwhile has been done on return.
        """
        state = self.graph.state
        with state.lock:
            state.advance(seconds + 60 * minutes + 3600 * hours + 86400 * days)
            state.catch_up()
            state.tenant.flush()

    def save(self, name: str) -> None:
        """Keep the tenant as it is now, for `restore`; an older snapshot of that name is replaced.

        Snapshots hold what the tenant itself holds, and end with the process.
        """
        self.graph.snapshots.save(name)

    def restore(self, name: str) -> None:
        """Make the tenant what it was when it was saved, its clock and switches included.

        Raise LookupError where there is no such snapshot.
        """
        self.graph.snapshots.restore(name)

    def reset(self) -> None:
        """Make the tenant what it was when this emulator was made.

        Raise LookupError where it began with more than 2,000 users and groups; `save("start")`
        then sets what this goes back to.
        """
        self.graph.snapshots.restore()

    @property
    def snapshots(self) -> list[str]:
        """The names of the snapshots; `start` is the one that `reset` goes back to."""
        return [str(item["name"]) for item in self.graph.snapshots.all()]

    def open(self) -> None:
        """Listen, and return once requests are answered."""
        self._own()
        if self._thread:
            raise RuntimeError("the emulator is open already")
        started = threading.Event()
        failures: list[BaseException] = []
        self._thread = threading.Thread(
            target=self._run, args=(started, failures), name="graphsync-emulator", daemon=True
        )
        self._thread.start()
        if not started.wait(_START_TIMEOUT) or failures:
            self._thread.join(1)
            self._thread = None
            raise RuntimeError(f"the emulator did not start on {self._host}:{self._port}") from (
                failures[0] if failures else None
            )

    def close(self) -> None:
        """Stop listening and write what is left to the state file.

        Closing twice does nothing more, nor does closing in a forked child: the emulator belongs
        to the process that made it.
        """
        if self._process != os.getpid():
            return
        for server in self._servers:
            server.should_exit = True
        if self._thread:
            self._thread.join()
        self._thread, self._servers, self._ports = None, [], []
        if self._certificates:
            self._certificates.close()
            self._certificates = None
        self.graph.close()

    def _run(self, started: threading.Event, failures: list[BaseException]) -> None:
        try:
            asyncio.run(self.serve(started.set))
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits in open()
            failures.append(error)
            started.set()

    def stop(self) -> None:
        """Ask the servers to finish; for signal handlers."""
        for server in self._servers:
            server.should_exit = True

    async def serve(self, ready: Callable[[], None]) -> None:
        """Listen in the running event loop until `stop` is called.

        `ready` is called once requests are answered.
        """
        self._own()
        waiting = 1 + self._tls
        self._sockets = sockets = [bind(self._host, self._port)]

        def one_is_ready() -> None:
            nonlocal waiting
            waiting -= 1
            if not waiting:
                ready()

        try:
            contexts: list[ssl.SSLContext | None] = [None]
            if self._tls:
                self._certificates = Authority(self._ca_file, self._tls_names)
                sockets.append(bind(self._host, self._tls_port))
                contexts.append(self._certificates.context())
            self._ports = [int(bound.getsockname()[1]) for bound in sockets]
            self._servers = [GraphServer(self.app, context, one_is_ready) for context in contexts]
            await serve(list(zip(self._servers, sockets, strict=True)))
        finally:
            for bound in sockets:
                bound.close()

    def _own(self) -> None:
        if self._process != os.getpid():
            raise RuntimeError(_FOREIGN.format(self._process))

    def leave_to_parent(self) -> None:
        """Let go of everything that is shared with the parent, in a forked child.

        Every fork calls it; no program needs to.
        """
        self.graph.state.disown(_FOREIGN.format(self._process))
        connections = [connection for server in self._servers for connection in accepted(server)]
        # Closed here, they stay open in the parent; open here, a port would seem to listen and a
        # connection to live on after the parent had closed it.
        for inherited in (*self._sockets, *connections):
            with contextlib.suppress(OSError):
                inherited.close()
        if self._store:
            self._store.abandon()


_FOREIGN = (
    "this emulator belongs to process {}, which this process was forked from; make one in this"
    " process"
)
_ALIVE: "weakref.WeakSet[Emulator]" = weakref.WeakSet()


def _leave_all_to_parent() -> None:
    for emulator in list(_ALIVE):
        emulator.leave_to_parent()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave_all_to_parent)


def _beginning(tenant: Tenant, start: str | None) -> float:
    """Return the moment at which the clock begins: what was asked for, or now, but never before
    a tenant's last one.
    """
    kept = float(tenant.table("tenant").get("clock", {}).get("now", 0))
    return max(kept, moment(start) if start else time.time())


def _live_through(state: State, active: list[tuple[str, str]]) -> None:
    """Start jobs fifty minutes ago and run what was due since: an initial cycle and an
    incremental one.
    """
    # A tenant that was stored may be years behind; requests catch up, a little each, and go on.
    if not active:
        return
    now = state.clock.now()
    for principal_id, job_id in active:
        record = state.tenant.jobs(principal_id)[job_id]
        state.lifecycle.start(principal_id, record, now - _STARTED_AGO)
    state.engine.catch_up(now)
    state.tenant.flush()
