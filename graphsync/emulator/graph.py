"""The local Graph itself: from a call to a reply, whatever brings the call."""

import random
import threading
import uuid

from graphsync.emulator.call import Call
from graphsync.emulator.clock import Clock
from graphsync.emulator.document import Document
from graphsync.emulator.engine.engine import Engine
from graphsync.emulator.engine.lifecycle import Lifecycle
from graphsync.emulator.errors import GraphError, bad_request, forbidden, no_resource, silent_refusal, token_refused
from graphsync.emulator.faults import Faults, comes_instead, damage, error_of
from graphsync.emulator.identity import ANYONE, Identity
from graphsync.emulator.permission import UPLOAD
from graphsync.emulator.reply import Reply
from graphsync.emulator.routing import Operation, Router, segments
from graphsync.emulator.surface import OPERATIONS
from graphsync.emulator.switches import Switches
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.throttle import Throttle
from graphsync.emulator.tokens import Tokens

ROUTER = Router(OPERATIONS)
_SHARE = 0.05  # of a request, for cycles that are due: a large tenant must not stop answering
_OWNERS = ("servicePrincipals", "applications")


class LocalGraph:
    """One tenant behind Graph's surface. Calls are answered one at a time; `lock` guards whoever else looks in."""

    def __init__(self, tenant: Tenant, clock: Clock, switches: Switches) -> None:
        self.tenant = tenant
        self.clock = clock
        self.switches = switches
        self.lock = threading.RLock()
        self.random = _chance(tenant, switches.random_seed)
        self.engine = Engine(tenant, switches, self.random)
        self.lifecycle = Lifecycle(tenant, switches, self.engine)
        self.throttle = Throttle(switches, clock.window)
        self.faults = Faults(self.random)
        self.tokens = Tokens(tenant.id, switches.roles, switches.client_secrets)

    @property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation of the surface, for whoever wants to compare it with a document."""
        return ROUTER.operations

    def close(self) -> None:
        """Make what is left durable and let go of the state file."""
        with self.lock:
            self.tenant.close()

    def serve(self, call: Call) -> Reply:
        """Answer a call, errors in Graph's shape included."""
        request_id = str(uuid.uuid4())
        client_request_id = call.headers.get("client-request-id", request_id)
        fault = None
        try:
            fault = self.faults.pick(call)
            reply = Reply(500) if comes_instead(fault) else self._carry_out(call)
            if fault and fault.kind == "status":
                raise error_of(fault)
        except GraphError as error:
            body = error.body(request_id, client_request_id)
            reply = Reply(error.status, body, error.headers, "application/json")
        if fault and fault.kind != "status":
            reply = damage(reply, fault)
        reply.headers["request-id"] = request_id
        reply.headers["client-request-id"] = client_request_id
        return reply

    def advance(self, seconds: float) -> float:
        """Move the clock forward and remember it; what is due then is done by `catch_up`."""
        now = self.clock.advance(seconds)
        self.tenant.table("tenant")["clock"] = {"now": now}
        return now

    def catch_up(self, budget: float | None = None) -> bool:
        """Let the engine do what is due, for at most `budget` real seconds; return whether it is up to date."""
        now = self.clock.now()
        return not self.engine.is_behind(now) or self.engine.catch_up(now, budget)

    def _carry_out(self, call: Call) -> Reply:
        with self.lock:
            try:
                return self._answer(call)
            finally:
                self.tenant.flush()

    def _answer(self, call: Call) -> Reply:
        if call.identity is ANYONE:
            call.identity = self._identify(call.headers.get("authorization", ""))
        operation = self._find(call)
        if not call.identity.may(operation.permission):
            # The back end says nothing; the front door, which also guards uploads, says what is the matter.
            behind = "/synchronization" in call.path and operation.permission is not UPLOAD
            raise silent_refusal() if behind and self.switches.missing_permission == "silent" else forbidden()
        told = self.throttle.check(operation, call)
        self.catch_up(_SHARE)
        self._resolve_owner(call)
        reply = operation.handler(call)
        reply.headers |= told
        return reply

    def _identify(self, authorization: str) -> Identity:
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise token_refused("Access token is empty.")
        if self.switches.authentication == "any token":
            return Identity()
        found = self.tokens.identify(token.strip())
        return found if self.switches.authentication == "permissions" else Identity(found.app_id)

    def _find(self, call: Call) -> Operation:
        parts = segments(call.path)
        match = ROUTER.match(parts)
        operation = match.operations.get(call.method) if match else None
        if match is None or operation is None:
            if len(parts) > 2 and parts[2] == "synchronization":
                raise no_resource(call.path)
            if match is None or not match.operations:
                raise bad_request(f"Resource not found for the segment '{parts[-1][:100]}'.")
            raise GraphError(405, "Request_BadRequest", f"Specified HTTP method {call.method} is not allowed here.")
        call.names = match.names
        return operation

    def _resolve_owner(self, call: Call) -> None:
        for segment in _OWNERS:
            key = call.names.get(segment)
            if key is None or "/synchronization" not in call.path:
                continue
            owner = self._owner(segment, key)
            if owner is None:
                raise silent_refusal()
            call.owner_segment = segment
            call.names["owner_id"] = str(owner["id"])
            principal = owner if segment == "servicePrincipals" else self.tenant.principal_of_app(str(owner["appId"]))
            if principal is None or self._is_replicating(str(principal["id"])):
                raise silent_refusal()
            if call.in_batch and not self.switches.batch_synchronization:
                raise bad_request("Requests for synchronization are not supported in a batch.")
            jobs_hidden = segment == "applications" and self.switches.application_jobs == "not found"
            if jobs_hidden and "/synchronization/jobs" in call.path:
                raise no_resource(call.path)
            call.owner = principal

    def _is_replicating(self, principal_id: str) -> bool:
        waiting = self.tenant.table("replicating").get(principal_id)
        return waiting is not None and waiting["at"] > self.clock.now()

    def _owner(self, segment: str, key: str) -> Document | None:
        app_id = key.removeprefix("appId=") if key.startswith("appId=") else None
        if segment == "servicePrincipals":
            return self.tenant.principal_of_app(app_id) if app_id else self.tenant.principals.get(key.lower())
        return self.tenant.application_of_app(app_id) if app_id else self.tenant.applications.get(key.lower())


def _chance(tenant: Tenant, seed: int | None) -> random.Random:
    """Return the source of ids and chances; a tenant that is opened again must not make the same ids again."""
    runs = int(tenant.table("tenant").get("runs", {}).get("number", 0)) + 1
    tenant.table("tenant")["runs"] = {"number": runs}
    return random.Random(None if seed is None else f"{seed}/{runs}")  # noqa: S311 - nothing here is a secret
