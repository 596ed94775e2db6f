"""The admin surface, `/_emulator`: the clock, switches, faults, source objects and targets."""

import asyncio
import difflib
from collections.abc import Callable
from dataclasses import asdict
from typing import TypeAlias
from urllib.parse import parse_qsl, unquote

from graphsync._core.request.release import VERSION
from graphsync.emulator import scenarios
from graphsync.emulator.control import Control, kind_of
from graphsync.emulator.document import Document, decode, is_array, is_object, objects, strings
from graphsync.emulator.graph import LocalGraph
from graphsync.emulator.protocol.fault import from_document
from graphsync.emulator.protocol.reply import Reply, no_content
from graphsync.emulator.requests.exports import curl, har
from graphsync.emulator.requests.least import needed
from graphsync.emulator.requests.shown import Shown, find, search
from graphsync.emulator.targets.rejection import from_document as rejection
from graphsync.emulator.times import iso, seconds

_SHARE = 0.02
_SEARCHES = frozenset({("GET", "requests"), ("GET", "requests.har")})
_TARGET_MEMBERS = ("acceptedToken", "available", "rejects", "unique")

Action: TypeAlias = Callable[[list[str], Document], Reply]


class Admin:
    """The admin calls, below `/_emulator`; `handle` takes the path behind it."""

    def __init__(self, graph: LocalGraph) -> None:
        self._graph = graph
        self._state = graph.state
        self._faults = graph.faults
        self._control = Control(graph.state)
        self._snapshots = graph.snapshots
        # By method and path; a part in braces stands for one part of a request's path.
        self._actions: dict[tuple[str, str], Action] = {
            ("GET", ""): self._overview,
            ("GET", "switches"): lambda _path, _body: _json(asdict(self._state.switches)),
            ("PATCH", "switches"): self._change_switches,
            ("GET", "faults"): lambda _path, _body: _json({"value": self._faults.waiting()}),
            ("POST", "faults"): self._add_fault,
            ("DELETE", "faults"): self._clear_faults,
            ("POST", "quarantine"): self._quarantine,
            ("POST", "scenarios"): self._play,
            ("GET", "snapshots"): lambda _path, _body: _json({"value": self._snapshots.all()}),
            ("POST", "snapshots"): self._save,
            ("POST", "snapshots/{id}/restore"): self._restore,
            ("DELETE", "snapshots/{id}"): self._forget,
            ("POST", "reset"): self._reset,
            ("GET", "requests"): lambda path, _body: self._found_requests(path, {}),
            ("GET", "requests.har"): lambda path, _body: self._found_requests(path, {}),
            ("GET", "requests/{id}"): lambda path, _body: _json(self._request(path).document()),
            ("GET", "requests/{id}/curl"): self._curl,
            ("DELETE", "requests"): self._clear_requests,
            ("GET", "permissions"): lambda _path, _body: _json(needed(self._graph.requests)),
            ("POST", "correlations"): self._correlate,
            ("GET", "targets/{id}"): lambda path, _body: _json(self._control.target(path[1])),
            ("PATCH", "targets/{id}"): self._change_target,
            ("GET", "targets/{id}/accounts"): self._list_accounts,
            ("POST", "targets/{id}/accounts"): self._add_account,
            ("GET", "targets/{id}/accounts/{id}"): self._get_account,
            ("DELETE", "targets/{id}/accounts/{id}"): self._delete_account,
        }
        for kind in ("users", "groups"):
            self._actions |= {
                ("GET", kind): self._list_sources,
                ("POST", kind): self._add_source,
                ("GET", f"{kind}/{{id}}"): self._get_source,
                ("PATCH", f"{kind}/{{id}}"): self._change_source,
                ("DELETE", f"{kind}/{{id}}"): self._delete_source,
            }

    async def handle(self, method: str, path: str, query: str, body: bytes) -> Reply:
        """Answer one request; what is wrong with it is said in a 400."""
        parts = [unquote(part) for part in path.strip("/").split("/") if part]
        try:
            asks = dict(parse_qsl(query, keep_blank_values=True))
            if query and (method, _shape(parts)) not in _SEARCHES:
                raise ValueError(f"this admin call takes no query, found ?{query[:100]}")
            if query:
                _only(asks, "q", "direction")
                return self._found_requests(parts, asks)
            document = decode(body.strip() or b"{}")
            if not is_object(document):
                return _wrong("the body must be a JSON object")
            if (method, parts) == ("POST", ["advance"]):
                return await self._advance(document)
            action = self._actions.get((method, _shape(parts)))
            if action is None:
                known = sorted({f"{name} /_emulator/{place}" for name, place in self._actions})
                asked = f"{method} /_emulator/{path.strip('/')[:100]}"
                near = difflib.get_close_matches(asked, known, n=1, cutoff=0)
                message = f"{asked} is not an admin call; the nearest is {near[0]}"
                return _json({"error": {"code": "NotFound", "message": message}}, 404)
            with self._state.lock:
                reply = action(parts, document)
                self._state.tenant.flush()
            return reply
        except (ValueError, LookupError) as error:
            return _wrong(str(error.args[0]))

    async def _advance(self, body: Document) -> Reply:
        _only(body, "seconds", "duration")
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
        _only(body, "jobId", "code", "message")
        _require(isinstance(body.get("jobId"), str), 'say which job: {"jobId": "scim.…"}')
        code = str(body.get("code") or "QuarantinedOnDemand")
        message = str(body.get("message") or "The job was quarantined on demand.")
        return _json(self._control.quarantine(body["jobId"], code, message))

    def _correlate(self, _path: list[str], body: Document) -> Reply:
        _only(body, "servicePrincipalId")
        principal_id: object = body.get("servicePrincipalId")
        if not isinstance(principal_id, str):
            raise ValueError('the target needs its principal: {"servicePrincipalId": "…"}')  # noqa: TRY004 - a 400
        return _json(self._control.correlate(principal_id), 201)

    def _list_sources(self, path: list[str], _body: Document) -> Reply:
        return _json({"value": self._control.sources(kind_of(path[0]))})

    def _get_source(self, path: list[str], _body: Document) -> Reply:
        return _json(self._control.source(kind_of(path[0]), path[1]))

    def _add_source(self, path: list[str], body: Document) -> Reply:
        return _json(self._control.put_source(kind_of(path[0]), body), 201)

    def _change_source(self, path: list[str], body: Document) -> Reply:
        self._control.source(kind_of(path[0]), path[1])
        return _json(self._control.put_source(kind_of(path[0]), {**body, "id": path[1]}))

    def _play(self, _path: list[str], body: Document) -> Reply:
        _only(body, "name", "servicePrincipalId")
        name: object = body.get("name")
        _require(isinstance(name, str), 'say which scenario: {"name": "wrong token"}')
        principal: object = body.get("servicePrincipalId")
        owner = None if principal is None else str(principal)
        return _json({"jobId": scenarios.play(self._graph, str(name), owner)})

    def _found_requests(self, path: list[str], asks: Document) -> Reply:
        found = search(self._graph.shown(), str(asks.get("q", "")), str(asks.get("direction", "")))
        if path == ["requests.har"]:
            return _json(har(found, VERSION))
        return _json({"value": [item.document() for item in found]})

    def _request(self, path: list[str]) -> Shown:
        _require(path[1].isdecimal(), f"a request has a number, not {path[1][:100]!r}")
        return find(self._graph.shown(), int(path[1]))

    def _curl(self, path: list[str], _body: Document) -> Reply:
        content = curl(self._request(path)).encode() + b"\n"
        return Reply(200, content, {"Cache-Control": "no-store"}, "text/plain; charset=utf-8")

    def _clear_requests(self, _path: list[str], _body: Document) -> Reply:
        self._graph.requests.clear()
        return no_content()

    def _save(self, _path: list[str], body: Document) -> Reply:
        _only(body, "name")
        name: object = body.get("name")
        _require(isinstance(name, str), 'a snapshot needs a name: {"name": "before the import"}')
        return _json(self._snapshots.save(str(name)), 201)

    def _restore(self, path: list[str], body: Document) -> Reply:
        _only(body)
        return _json(self._snapshots.restore(path[1]))

    def _reset(self, _path: list[str], body: Document) -> Reply:
        _only(body)
        return _json(self._snapshots.restore())

    def _forget(self, path: list[str], _body: Document) -> Reply:
        self._snapshots.remove(path[1])
        return no_content()

    def _delete_source(self, path: list[str], _body: Document) -> Reply:
        self._control.remove_source(kind_of(path[0]), path[1])
        return no_content()

    def _change_target(self, path: list[str], body: Document) -> Reply:
        _only(body, *_TARGET_MEMBERS)
        for name, kind in (("available", bool), ("rejects", list), ("unique", list)):
            fits = isinstance(body.get(name), kind | None)
            _require(fits, f"a target's {name} cannot be {body.get(name)!r}")
        token: object = body.get("acceptedToken", "")
        _require(
            isinstance(token, str | None),
            f"a target's acceptedToken cannot be {type(token).__name__}; it is text or null",
        )
        rules: object = body.get("rejects")
        _require(
            not is_array(rules) or len(objects(rules)) == len(rules),
            "a target's rejects must be a list of objects",
        )
        settings = self._control.set_target(
            path[1],
            accepted_token=str(token or "") if "acceptedToken" in body else None,
            available=body.get("available"),
            rejects=None if rules is None else [rejection(item) for item in objects(rules)],
            unique=None if body.get("unique") is None else strings(body["unique"]),
        )
        return _json(settings)

    def _list_accounts(self, path: list[str], _body: Document) -> Reply:
        found = self._control.accounts(path[1])
        return _json({"Resources": found, "totalResults": len(found)})

    def _get_account(self, path: list[str], _body: Document) -> Reply:
        return _json(self._control.account(path[1], path[3]))

    def _add_account(self, path: list[str], body: Document) -> Reply:
        return _json(self._control.put_account(path[1], body), 201)

    def _delete_account(self, path: list[str], _body: Document) -> Reply:
        self._control.remove_account(path[1], path[3])
        return no_content()


def _shape(parts: list[str]) -> str:
    """Return a path with its ids as `{id}`."""
    return "/".join("{id}" if place % 2 else part for place, part in enumerate(parts))


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise ValueError(message)


def _only(body: Document, *known: str) -> None:
    for name in body:
        if name not in known:
            there_are = f"; known: {', '.join(known)}" if known else ", which takes none"
            raise ValueError(f"there is no member {name[:100]!r} here{there_are}")


def _wrong(message: str) -> Reply:
    return _json({"error": {"code": "BadRequest", "message": message}}, 400)


def _json(body: Document, status: int = 200) -> Reply:
    return Reply(status, body, {"Cache-Control": "no-store"}, "application/json")
