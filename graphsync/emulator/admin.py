"""The admin surface, `/_emulator`: the clock, switches, faults, source objects and targets of the tenant."""

import asyncio
from collections.abc import Callable
from dataclasses import asdict
from typing import TypeAlias

from graphsync.emulator.document import Document, decode, is_object
from graphsync.emulator.engine.quarantine import Cause, enter
from graphsync.emulator.engine.scim import nest
from graphsync.emulator.graph import LocalGraph
from graphsync.emulator.protocol.fault import from_document
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.tenant.people import put_source, remove_source
from graphsync.emulator.times import iso, seconds

_SHARE = 0.02
_KINDS = {"users": "user", "groups": "group"}
_TARGET_MEMBERS = frozenset({"acceptedToken", "available", "rejects"})

Action: TypeAlias = Callable[[list[str], Document], Reply]


class Admin:
    """Answers requests below `/_emulator`; `handle` takes the path behind it."""

    def __init__(self, graph: LocalGraph) -> None:
        self._state = state = graph.state
        self._faults = graph.faults
        self._actions: dict[tuple[str, str], Action] = {
            ("GET", ""): self._overview,
            ("GET", "switches"): lambda _path, _body: _json(asdict(state.switches)),
            ("PATCH", "switches"): self._change_switches,
            ("GET", "faults"): lambda _path, _body: _json({"value": self._faults.waiting()}),
            ("POST", "faults"): self._add_fault,
            ("DELETE", "faults"): self._clear_faults,
            ("POST", "quarantine"): self._quarantine,
            ("GET", "targets"): self._get_target,
            ("PATCH", "targets"): self._change_target,
            **{("GET", kind): self._list_sources for kind in _KINDS},
            **{("POST", kind): self._put_source for kind in _KINDS},
            **{("PATCH", kind): self._put_source for kind in _KINDS},
            **{("DELETE", kind): self._delete_source for kind in _KINDS},
        }

    async def handle(self, method: str, path: str, body: bytes) -> Reply:
        """Answer one request; what is wrong with it is said in a 400."""
        parts = [part for part in path.strip("/").split("/") if part]
        name = parts[0] if parts else ""
        try:
            document = decode(body.strip() or b"{}")
            if not is_object(document):
                return _wrong("the body must be a JSON object")
            if (method, name) == ("POST", "advance"):
                return await self._advance(document)
            action = self._actions.get((method, name))
            if action is None:
                return _json(
                    {"error": {"code": "NotFound", "message": f"{method} /_emulator/{path[:100]} is nothing"}}, 404
                )
            with self._state.lock:
                reply = action(parts, document)
                self._state.tenant.flush()
            return reply
        except (ValueError, LookupError) as error:
            return _wrong(str(error.args[0]))

    async def _advance(self, body: Document) -> Reply:
        given: object = body.get("seconds", body.get("duration"))
        if isinstance(given, bool) or not isinstance(given, int | float | str):
            return _wrong('say how far: {"seconds": 2400} or {"duration": "PT40M"}')
        with self._state.lock:
            until = self._state.advance(seconds(given) if isinstance(given, str) else float(given))
        done = False
        while not done:
            # In between, others are answered: a large tenant may need a while.
            with self._state.lock:
                done = self._state.engine.catch_up(until, _SHARE)
                self._state.tenant.flush()
            await asyncio.sleep(0)
        return _json({"now": iso(self._state.clock.now())})

    def _overview(self, _path: list[str], _body: Document) -> Reply:
        state = self._state
        principals = [
            {
                "id": key,
                "appId": item["appId"],
                "displayName": item["displayName"],
                "jobs": list(state.tenant.jobs(key)),
            }
            for key, item in state.tenant.principals.items()
        ]
        now = {"now": iso(state.clock.now()), "speed": state.clock.speed}
        return _json({"tenant": state.tenant.profile, **now, "servicePrincipals": principals})

    def _change_switches(self, _path: list[str], body: Document) -> Reply:
        self._state.switches.change(body)
        return _json(asdict(self._state.switches))

    def _add_fault(self, _path: list[str], body: Document) -> Reply:
        fault = from_document(body)
        self._faults.add(fault)
        return _json(fault.document(), 201)

    def _clear_faults(self, _path: list[str], _body: Document) -> Reply:
        self._faults.clear()
        return no_content()

    def _quarantine(self, _path: list[str], body: Document) -> Reply:
        wanted = body.get("jobId")
        for principal_id, job_id, record in self._state.tenant.all_jobs():
            if job_id == wanted:
                message = str(body.get("message") or "The job was quarantined on demand.")
                cause = Cause(str(body.get("code") or "QuarantinedOnDemand"), message, "QuarantinedOnDemand")
                due = enter(record["document"], cause, self._state.clock.now())
                record["document"]["schedule"]["state"] = "Active"
                self._state.engine.reschedule(principal_id, job_id, due)
                return _json(record["document"])
        raise LookupError(f"there is no job {wanted!r}")

    def _list_sources(self, path: list[str], _body: Document) -> Reply:
        table = self._state.tenant.table(_KINDS[path[0]])
        return _json(table[path[1]]) if len(path) > 1 else _json({"value": list(table.values())})

    def _put_source(self, path: list[str], body: Document) -> Reply:
        kind = _KINDS[path[0]]
        table = self._state.tenant.table(kind)
        if len(path) > 1 and path[1] not in table:
            raise LookupError(f"there is no {kind} {path[1]!r}")
        key = path[1] if len(path) > 1 else str(body.get("id") or self._state.engine.new_id())
        put_source(self._state.tenant, kind, {**table.get(key, {}), **body, "id": key})
        return _json(table[key], 200 if len(path) > 1 else 201)

    def _delete_source(self, path: list[str], _body: Document) -> Reply:
        if len(path) < 2 or not remove_source(self._state.tenant, _KINDS[path[0]], path[1]):
            raise LookupError(f"there is no {_KINDS[path[0]]} {path[1:]}")
        return no_content()

    def _get_target(self, path: list[str], _body: Document) -> Reply:
        principal_id = self._principal_id(path)
        tenant = self._state.tenant
        accounts = tenant.table("account", principal_id)
        resources = [nest(key, item["type"], item["attributes"]) for key, item in accounts.items()]
        settings: Document = {"acceptedToken": None, "available": True, "rejects": []}
        settings |= tenant.table("target").get(principal_id, {})
        return _json({**settings, "Resources": resources, "totalResults": len(resources)})

    def _change_target(self, path: list[str], body: Document) -> Reply:
        principal_id = self._principal_id(path)
        unknown = sorted(set(body) - _TARGET_MEMBERS)
        if unknown:
            raise ValueError(f"a target has no {unknown[0]!r}; it has {', '.join(sorted(_TARGET_MEMBERS))}")
        table = self._state.tenant.table("target")
        table[principal_id] = {**table.get(principal_id, {}), **body}
        return _json(table[principal_id])

    def _principal_id(self, path: list[str]) -> str:
        if len(path) < 2 or path[1] not in self._state.tenant.principals:
            raise LookupError(f"there is no service principal {path[1:]}")
        return path[1]


def _wrong(message: str) -> Reply:
    return _json({"error": {"code": "BadRequest", "message": message}}, 400)


def _json(body: Document, status: int = 200) -> Reply:
    return Reply(status, body, {"Cache-Control": "no-store"}, "application/json")
