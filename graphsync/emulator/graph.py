"""The local Graph itself: from a call to a reply, whatever brings the call."""

import time
import uuid
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from graphsync.emulator import directory_roles
from graphsync.emulator.document import Document, encode
from graphsync.emulator.gallery.templates import of_application
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.errors import (
    GraphError,
    bad_request,
    forbidden,
    no_resource,
    silent_refusal,
    token_refused,
    unknown_segment,
)
from graphsync.emulator.protocol.faults import Faults, comes_instead, damage, error_of
from graphsync.emulator.protocol.identity import ANYONE, Identity
from graphsync.emulator.protocol.permission import READ_LOGS, UPLOAD
from graphsync.emulator.protocol.reply import JSON, Reply
from graphsync.emulator.protocol.routing import Operation, Router, segments
from graphsync.emulator.protocol.throttle import Throttle
from graphsync.emulator.protocol.tokens import Tokens
from graphsync.emulator.requests.seen import Requests, Seen, shortened
from graphsync.emulator.requests.shown import Show, Shown
from graphsync.emulator.snapshots import Snapshots
from graphsync.emulator.state import State
from graphsync.emulator.surface import operations
from graphsync.emulator.targets.connection import SCIM_JSON, Exchange
from graphsync.emulator.tenant.owners import owners
from graphsync.emulator.tenant.secrets import MASKED, secrets

_SHARE = 0.05  # of a request, for cycles that are due: a large tenant must not stop answering
_OWNERS = ("servicePrincipals", "applications")


class LocalGraph:
    """One tenant behind Graph's surface; it answers one call at a time."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.tenant = state.tenant
        self.engine = state.engine
        self.throttle = Throttle(state.switches, state.clock.window, state.tenant.id)
        self.faults = Faults(state.random)
        domain = str(state.tenant.profile["defaultDomain"])
        self.tokens = Tokens(state.tenant.id, domain, state.switches, self.user_id)
        self.router = Router(operations(self.serve))
        self.requests = Requests()
        state.engine.workshop.reach.record = self._sent
        self.snapshots = Snapshots(state, self.faults, self.throttle)
        self._stable = Router(item for item in self.router.operations if not item.beta)

    @property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation of the surface, for comparison with a document."""
        return self.router.operations

    def close(self) -> None:
        """Make what is left durable and let go of the state file."""
        with self.state.lock:
            self.engine.workshop.reach.close()
            self.tenant.close()

    def serve(self, call: Call) -> Reply:
        """Answer a call, errors in Graph's shape included, and keep both."""
        began, number = time.perf_counter(), self.requests.number()
        reply = self._serve(call)
        query = f"?{urlencode(call.query, safe='$', quote_via=quote)}" if call.query else ""
        self.requests.add(
            Seen(
                number=number,
                direction="in",
                at=self.state.clock.now(),
                method=call.method,
                url=f"{call.base}{call.path}{query}",
                status=reply.status,
                seconds=time.perf_counter() - began,
                template=call.template,
                permissions=call.permission,
                in_batch=call.in_batch,
                headers=call.headers,
                body=shortened(call.body),
                answer_headers=dict(reply.headers),
                answer_type=reply.content_type,
                answer=shortened(reply.content()),
            )
        )
        return reply

    def token(self, tenant: str, url: str, headers: Mapping[str, str], body: bytes) -> Reply:
        """Answer a request for a token, and keep both."""
        began, number = time.perf_counter(), self.requests.number()
        reply = self.tokens.token(tenant, body)
        self.requests.add(
            Seen(
                number=number,
                direction="in",
                at=self.state.clock.now(),
                method="POST",
                url=url,
                status=reply.status,
                seconds=time.perf_counter() - began,
                headers=headers,
                body=shortened(body),
                answer_headers=dict(reply.headers),
                answer_type=reply.content_type,
                answer=shortened(reply.content()),
            )
        )
        return reply

    def _sent(self, exchange: Exchange) -> None:
        """Keep a request that went to a target."""
        self.requests.add(
            Seen(
                number=self.requests.number(),
                direction="out",
                at=self.state.clock.now(),
                method=exchange.method,
                url=exchange.url,
                status=exchange.status,
                seconds=exchange.seconds,
                headers={"Accept": SCIM_JSON, "Authorization": "Bearer ***"}
                | ({} if exchange.body is None else {"Content-Type": SCIM_JSON}),
                body=b"" if exchange.body is None else shortened(encode(exchange.body)),
                answer_type=SCIM_JSON,
                answer=shortened(encode(exchange.answer)) if exchange.answer else b"",
            )
        )

    def shown(self) -> list[Shown]:
        """Return the requests that are kept as they may be shown, oldest first."""
        with self.state.lock:
            held = [
                value
                for key in self.tenant.table("secret")
                for name, value in secrets(self.tenant, key).items()
                if name in MASKED
            ]
            held += self.state.switches.client_secrets.values()
        show = Show(held)
        return [show(item) for item in self.requests.all()]

    def _serve(self, call: Call) -> Reply:
        request_id = str(uuid.uuid4())
        client_request_id = call.headers.get("client-request-id", request_id)
        fault = None
        try:
            fault = self.faults.pick(call)
            reply = Reply(500) if comes_instead(fault) else self._carry_out(call)
            if fault and fault.kind == "status":
                raise error_of(fault)
        except GraphError as error:
            body = error.body(request_id, client_request_id, self.state.clock.now())
            reply = Reply(error.status, body, error.headers, "application/json")
        if fault and fault.kind != "status":
            reply = damage(reply, fault)
        if reply.content_type == JSON and reply.body is not None:
            reply.headers["OData-Version"] = "4.0"
        reply.headers["request-id"] = request_id
        reply.headers["client-request-id"] = client_request_id
        return reply

    def _carry_out(self, call: Call) -> Reply:
        with self.state.lock:
            try:
                return self._answer(call)
            finally:
                self.tenant.flush()

    def _answer(self, call: Call) -> Reply:
        if call.identity is ANYONE:
            call.identity = self._identify(call)
        operation = self._find(call)
        call.template, call.permission = operation.template, operation.permission
        if not call.identity.may(operation.permission):
            # The back end says nothing; the front door, which also guards uploads, says what is the
            # matter.
            behind = "/synchronization" in call.path and operation.permission is not UPLOAD
            raise (
                silent_refusal()
                if behind and self.state.switches.missing_permission == "silent"
                else forbidden()
            )
        limits = self.throttle.check(operation, call)
        self.state.catch_up(_SHARE)
        self._resolve_owner(call)
        self._check_ownership(call, operation)
        self._check_directory_role(call, operation)
        reply = operation.handler(call)
        reply.headers |= limits
        return reply

    def user_id(self, name: str) -> str | None:
        """Return the object id of the user with a `userPrincipalName`; None where nobody has it."""
        wanted = name.casefold()
        with self.state.lock:
            users = self.tenant.users.items()
            return next(
                (
                    key
                    for key, user in users
                    if str(user.get("userPrincipalName")).casefold() == wanted
                ),
                None,
            )

    def _identify(self, call: Call) -> Identity:
        authorization = call.headers.get("authorization", "")
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise token_refused("Access token is empty.")
        if self.state.switches.authentication == "any token":
            # Whose token it is matters to one request only, and reading it costs a signature.
            asks_who = call.path.strip("/").casefold() == "me"
            return Identity(user_id=self.tokens.signed_in(token.strip()) if asks_who else "")
        found = self.tokens.identify(token.strip())
        return (
            found
            if self.state.switches.authentication == "permissions"
            else Identity(found.app_id, user_id=found.user_id)
        )

    def _find(self, call: Call) -> Operation:
        parts = segments(call.path)
        router = self.router if call.is_beta else self._stable
        match = router.match(parts)
        if (match is None or not match.operations) and self._is_beta_only(parts):
            raise unknown_segment(router.first_unknown(parts))
        method = "GET" if call.method == "HEAD" else call.method
        operation = match.operations.get(method) if match else None
        if match is None or operation is None:
            if len(parts) > 2 and parts[2] == "synchronization":
                raise no_resource(call.path)
            if match is None or not match.operations:
                raise unknown_segment(router.first_unknown(parts))
            raise GraphError(
                405,
                "Request_BadRequest",
                f"Specified HTTP method {call.method} is not allowed here.",
            )
        call.names = match.names
        return operation

    def _is_beta_only(self, parts: list[str]) -> bool:
        match = self.router.match(parts)
        if match is None or not match.operations:
            return False
        return all(item.beta for item in match.operations.values())

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
            principal = (
                owner
                if segment == "servicePrincipals"
                else self.tenant.principal_of_app(str(owner["appId"]))
            )
            if principal is None or self._is_replicating(str(principal["id"])):
                raise silent_refusal()
            if call.in_batch and not self.state.switches.batch_synchronization:
                raise bad_request("Requests for synchronization are not supported in a batch.")
            jobs_hidden = (
                segment == "applications" and self.state.switches.application_jobs == "not found"
            )
            if jobs_hidden and "/synchronization/jobs" in call.path:
                raise no_resource(call.path)
            call.owner = principal

    def _check_ownership(self, call: Call, operation: Operation) -> None:
        """Refuse a token whose permission is for what it owns, on a principal that others own."""
        if not call.owner or not call.identity.needs_to_own(operation.permission):
            return
        known = self.tenant.table("principalOwners").get(call.principal_id)
        if known is None or call.identity.app_id in known["appIds"]:
            return
        silent = self.state.switches.missing_permission == "silent"
        raise silent_refusal() if silent and operation.permission is not UPLOAD else forbidden()

    def _check_directory_role(self, call: Call, operation: Operation) -> None:
        """Refuse a person who has none of the directory roles that an operation asks for.

        Owners of the principal need none, and an application has permissions only.
        """
        identity = call.identity
        if identity.permissions is None or not identity.user_id:
            return
        is_synchronization = bool(call.owner)
        needed = directory_roles.accepted(
            is_synchronization=is_synchronization,
            is_cloud_sync=is_synchronization and self._is_cloud_sync(call.owner),
            is_log=operation.permission is READ_LOGS,
        )
        if needed is None or not needed.isdisjoint(identity.directory_roles):
            return
        if (
            is_synchronization
            and identity.user_id in owners(self.tenant, call.principal_id).user_ids
        ):
            return
        silent = self.state.switches.missing_permission == "silent"
        raise silent_refusal() if silent and is_synchronization else forbidden()

    @staticmethod
    def _is_cloud_sync(principal: Document) -> bool:
        templates = of_application(str(principal.get("applicationTemplateId")))
        return any(template.reading == "cloud sync" for template in templates)

    def _is_replicating(self, principal_id: str) -> bool:
        waiting = self.tenant.table("replicating").get(principal_id)
        return waiting is not None and waiting["at"] > self.state.clock.now()

    def _owner(self, segment: str, key: str) -> Document | None:
        app_id = key.removeprefix("appId=") if key.startswith("appId=") else None
        if segment == "servicePrincipals":
            return (
                self.tenant.principal_of_app(app_id)
                if app_id
                else self.tenant.principals.get(key.lower())
            )
        return (
            self.tenant.application_of_app(app_id)
            if app_id
            else self.tenant.applications.get(key.lower())
        )
