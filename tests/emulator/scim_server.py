"""A small and strict SCIM endpoint for tests, with defects that can be switched on."""

import asyncio
import json
import re
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import httpx
import jwt
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"
MARK = "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"
LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"

# Names with their sub-attributes; a star marks what has several values.
ATTRIBUTES: dict[str, dict[str, tuple[str, ...]]] = {
    USER: {
        "userName": (),
        "externalId": (),
        "displayName": (),
        "title": (),
        "preferredLanguage": (),
        "nickName": (),
        "active": (),
        "name": ("givenName", "familyName", "formatted"),
        "emails*": ("value", "type", "primary"),
        "phoneNumbers*": ("value", "type", "primary"),
        "addresses*": (
            "formatted",
            "streetAddress",
            "locality",
            "region",
            "postalCode",
            "country",
            "type",
            "primary",
        ),
        "roles*": (
            "value",
            "type",
            "primary",
            "display",
            "displayName",
        ),  # the last as Entra writes it
    },
    ENTERPRISE: {"employeeNumber": (), "department": (), "manager": ("value", "displayName")},
    GROUP: {"displayName": (), "externalId": (), "members*": ("value", "display", "type", "$ref")},
}
_CLAUSE = re.compile(
    r'\s*([\w:.\-]+(?:\[[^\]]*\](?:\.\w+)?)?)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*',
    re.IGNORECASE,
)
_PATH = re.compile(
    r'(?P<attr>[\w$]+)(?:\[(?P<member>\w+) eq "(?P<value>[^"]*)"\])?(?:\.(?P<sub>\w+))?'
)


class Refused(Exception):
    """A request that ends with an error."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.headers = headers or {}


@dataclass
class Seen:
    """A request as it arrived."""

    method: str
    path: str
    query: dict[str, str]
    body: Any
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class ScimServer:
    """The endpoint; `defects` names what it does wrong.

    `only` limits the defects to resources whose name contains the text. `rejects` holds attributes
    that are refused, each with one value, or None for any, and the status of the answer.
    """

    token: str = "right-token"
    defects: set[str] = field(default_factory=set)
    only: str = ""
    rejects: list[tuple[str, str | None, int]] = field(default_factory=list)
    delay: float = 0.5
    burst: int = 0
    audience: str = "api://graphsync-check"
    exchanged: list[dict[str, str]] = field(default_factory=list)
    users: dict[str, dict[str, Any]] = field(default_factory=dict)
    groups: dict[str, dict[str, Any]] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    changed: dict[str, int] = field(default_factory=dict)
    url: str = ""

    def has(self, defect: str, resource: dict[str, Any] | None = None) -> bool:
        if defect not in self.defects:
            return False
        if not self.only or resource is None:
            return True
        return (
            self.only.casefold()
            in str(resource.get("userName") or resource.get("displayName")).casefold()
        )

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self.app(scope, receive, send)

    def __post_init__(self) -> None:
        methods = ["GET", "POST", "PATCH", "DELETE"]
        self.app = Starlette(
            routes=[
                Route("/token", self.issue, methods=["POST"]),
                Route("/federated", self.exchange, methods=["POST"]),
                Route("/scim/{kind}", self.serve, methods=methods),
                Route("/scim/{kind}/{id}", self.serve, methods=methods),
            ]
        )

    async def issue(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        if form != {
            "grant_type": "client_credentials",
            "client_id": "us",
            "client_secret": "right-secret",
        }:
            return JSONResponse({"error": "invalid_client"}, 401)
        return JSONResponse(
            {"access_token": self.token, "expires_in": 60 if self.has("short token") else 3600}
        )

    async def exchange(self, request: Request) -> Response:
        """Exchange a token of Entra, by either RFC, once it is checked by its issuer's key."""
        form = dict(parse_qsl((await request.body()).decode()))
        self.exchanged.append(form)
        shapes = {
            "client_credentials": ("client_assertion_type", "client-assertion-type:jwt-bearer"),
            "urn:ietf:params:oauth:grant-type:token-exchange": (
                "subject_token_type",
                "token-type:jwt",
            ),
        }
        name, wanted = shapes.get(form.get("grant_type", ""), ("", "?"))
        assertion = form.get(name.removesuffix("_type"), "")
        if form.get("client_id") != "us" or not form.get(name, "").endswith(wanted):
            return JSONResponse({"error": "invalid_request"}, 400)
        try:
            await asyncio.to_thread(self.checked_assertion, assertion)
        except (jwt.PyJWTError, ValueError) as error:
            return JSONResponse({"error": "invalid_client", "error_description": str(error)}, 401)
        if self.has("assertion refused"):
            return JSONResponse({"error": "invalid_client"}, 401)
        return JSONResponse({"access_token": self.token, "expires_in": 3600})

    def checked_assertion(self, assertion: str) -> None:
        issuer = str(jwt.decode(assertion, options={"verify_signature": False})["iss"])
        if not issuer.startswith("http://127.0.0.1:"):
            raise ValueError(f"{issuer} is not trusted")
        with httpx.Client(trust_env=False) as client:
            found = client.get(f"{issuer}/.well-known/openid-configuration").json()
            keys = jwt.PyJWKSet.from_dict(client.get(found["jwks_uri"]).json())
        kid = jwt.get_unverified_header(assertion)["kid"]
        jwt.decode(assertion, keys[kid].key, ["RS256"], audience=self.audience, issuer=issuer)

    async def serve(self, request: Request) -> Response:
        raw = await request.body()
        try:
            if self.has("slow"):
                await asyncio.sleep(self.delay)
            body = json.loads(raw) if raw else None
            path = request.url.path.removeprefix("/scim")
            self.seen.append(
                Seen(request.method, path, dict(request.query_params), body, dict(request.headers))
            )
            self.check(request, raw)
            if self.has("broken json"):
                return Response(b'{"Resources": [', media_type="application/scim+json")
            status, answer = self.answer(request, body)
        except Refused as error:
            content = {"schemas": [ERROR], "status": str(error.status), "detail": str(error)}
            return JSONResponse(
                content, error.status, {**error.headers}, media_type="application/scim+json"
            )
        if answer is None:
            return Response(status_code=status)
        if self.has("large answers cut") and len(whole := json.dumps(answer)) > 16_384:
            return Response(whole[:16_384].encode(), media_type="application/scim+json")
        return JSONResponse(answer, status, media_type="application/scim+json")

    def check(self, request: Request, raw: bytes) -> None:
        if request.headers.get("authorization") != f"Bearer {self.token}":
            raise Refused(401, "The token is not accepted.")
        for status in (403, 429, 500, 503):
            if self.has(str(status)):
                raise Refused(status, "switched on", {"Retry-After": "30"} if status == 429 else {})
        sort = request.headers.get("content-type", "").partition(";")[0]
        if request.query_params.get("count") == "1" and "limit" in " ".join(self.defects):
            self.burst += 1
            if self.burst % 40 == 0:
                raise Refused(
                    429, "slow down", {} if self.has("silent limit") else {"Retry-After": "0"}
                )
        if raw and sort != "application/scim+json":
            raise Refused(415, f"{sort} is not application/scim+json")

    def answer(self, request: Request, body: Any) -> tuple[int, Any]:
        kind, key = request.path_params["kind"], request.path_params.get("id")
        if kind == "Schemas" and request.method == "GET":
            return 200, self.schemas()
        if kind not in {"Users", "Groups"}:
            raise Refused(404, f"there is no {kind}")
        table = self.users if kind == "Users" else self.groups
        if key is None:
            if request.method == "GET":
                return 200, self.page(kind, table, request.query_params)
            if request.method == "POST":
                return self.create(kind, table, body)
            raise Refused(405, "not here")
        if key not in table:
            raise Refused(404, f"there is no {key}")
        if request.method == "GET":
            return 200, self.shown(kind, table[key], request.query_params)
        if request.method == "DELETE":
            if self.has("gone before delete", table[key]):
                del table[key]
                raise Refused(404, f"there is no {key}")
            if not self.has("delete ignored", table[key]):
                del table[key]
            return 204, None
        if request.method != "PATCH":
            raise Refused(405, "not here")
        return self.patch(kind, table[key], body)

    # reading

    def page(self, kind: str, table: dict[str, dict[str, Any]], query: Any) -> Any:
        found = list(table.values())
        if self.has("sorted by change"):
            found.sort(key=lambda item: self.changed.get(item["id"], 0), reverse=True)
        if "filter" in query and not self.has("filter ignored"):
            wanted = self.clauses(query["filter"])
            found = [item for item in found if all(self.holds(item, *clause) for clause in wanted)]
            if self.has("404 for no match") and not found:
                raise Refused(404, "nothing was found")
            if any(
                self.has("404 for inactive", item) and item.get("active") is False for item in found
            ):
                raise Refused(404, "nothing was found")
        found = [
            item
            for item in found
            if not self.has("filter finds nothing", item) or "filter" not in query
        ]
        start = max(1, int(query.get("startIndex", 1)))
        count = int(query.get("count", 100))
        said = 1 if self.has(f"{kind} start index") else start
        if self.has(f"{kind} paging refused") and "startIndex" in query:
            raise Refused(400, "paging is not supported")
        shown = [self.shown(kind, item, query) for item in found[start - 1 : start - 1 + count]]
        return {
            "schemas": [LIST],
            "totalResults": len(found),
            "startIndex": said,
            "itemsPerPage": len(shown),
            "Resources": shown,
        }

    def clauses(self, text: str) -> list[tuple[str, Any]]:
        found, at = [], 0
        while True:
            match = _CLAUSE.match(text, at)
            if not match:
                raise Refused(400, f"the filter cannot be read at {text[at:]!r}")
            found.append((match[1], json.loads(match[2])))
            at = match.end()
            if at == len(text):
                return found
            if text[at : at + 3].casefold() != "and":
                raise Refused(400, f"only 'and' is known, not {text[at:]!r}")
            at += 3

    def holds(self, item: dict[str, Any], path: str, wanted: Any) -> bool:
        if path == "manager":
            path = f"{ENTERPRISE}:manager.value"
        if path == "id":
            return bool(item["id"] == wanted)
        holder, match = self.resolve(item, path, make=False)
        value = holder.get(match["attr"]) if holder else None
        values = value if isinstance(value, list) else [value]
        if match["member"]:
            values = [
                each for each in values if each and each.get(match["member"]) == match["value"]
            ]
        name = match["sub"] or ("value" if match["member"] else "")
        values = [each.get(name) if name and isinstance(each, dict) else each for each in values]
        return any(
            str(each).casefold() == str(wanted).casefold() for each in values if each is not None
        )

    def shown(self, kind: str, item: dict[str, Any], query: Any) -> dict[str, Any]:
        copy: dict[str, Any] = json.loads(json.dumps(item))
        if self.has("ascii only") and copy.get("displayName"):
            copy["displayName"] = copy["displayName"].encode("ascii", "replace").decode()
        if "members" in query.get("excludedAttributes", "") and not self.has(
            "members not excluded"
        ):
            copy.pop("members", None)
        if query.get("attributes"):
            names = {"id", "schemas", *query["attributes"].split(",")}
            copy = {name: value for name, value in copy.items() if name in names}
        if self.has("case changed", item) and "displayName" in copy:
            copy["displayName"] = copy["displayName"].upper()
        if self.has("no id", item):
            copy.pop("id", None)
        if self.has("token echoed", item):
            copy["note"] = {"seen": [f"Bearer {self.token}"]}
        return copy

    def schemas(self) -> Any:
        if self.has("no schemas"):
            raise Refused(404, "there is no Schemas")
        if self.has("schemas of texts"):
            return {"schemas": [LIST], "totalResults": 2, "Resources": [USER, GROUP]}
        resources = []
        for urn, names in ATTRIBUTES.items():
            attributes: list[dict[str, Any]] = [
                {
                    "name": name.rstrip("*"),
                    "type": "complex" if subs else "string",
                    "multiValued": name.endswith("*"),
                    "subAttributes": [{"name": sub, "type": "string"} for sub in subs],
                }
                for name, subs in names.items()
                if not (self.has("schema without title") and name == "title")
            ]
            resources.append({"id": urn, "name": urn.rpartition(":")[2], "attributes": attributes})
        return {"schemas": [LIST], "totalResults": len(resources), "Resources": resources}

    # writing

    def create(self, kind: str, table: dict[str, dict[str, Any]], body: Any) -> tuple[int, Any]:
        made = self.checked(kind, body)
        key = "userName" if kind == "Users" else "displayName"
        if not made.get(key):
            raise Refused(400, f"{key} is required")
        if any(str(item[key]).casefold() == str(made[key]).casefold() for item in table.values()):
            raise Refused(409, f"{key} is taken")
        if self.has("create refused", made):
            said = f" with {self.token}" if self.has("token echoed") else ""
            raise Refused(400, f"this resource is not accepted{said}")
        self.reject(made)
        made["id"] = str(uuid.uuid4())
        made["meta"] = {"resourceType": kind[:-1], "location": f"{self.url}/{kind}/{made['id']}"}
        if not self.has("create not done", made):
            table[made["id"]] = made
            self.changed[made["id"]] = len(self.seen)
        shown = self.shown(kind, made, {})
        ok = self.has("create not done") or self.has("created is ok", made)
        return 200 if ok else 201, shown

    def reject(self, resource: dict[str, Any]) -> None:
        for path, value, status in self.rejects:
            holder, parts = self.resolve(resource, path, make=False)
            there = parts["attr"] in holder if value is None else self.holds(resource, path, value)
            if there:
                raise Refused(status, f"{path} is not accepted")

    def checked(self, kind: str, body: Any) -> dict[str, Any]:
        if not isinstance(body, dict) or not isinstance(body.get("schemas"), list):
            raise Refused(400, "schemas is required")
        known = {USER, ENTERPRISE} if kind == "Users" else {GROUP, MARK}
        core = USER if kind == "Users" else GROUP
        if core not in body["schemas"] or set(body["schemas"]) - known:
            raise Refused(400, f"schemas cannot be {body['schemas']}")
        made: dict[str, Any] = {"schemas": [item for item in body["schemas"] if item != MARK]}
        for name, value in body.items():
            if name in {"schemas", "meta"}:
                continue
            if name == ENTERPRISE and ENTERPRISE in body["schemas"]:
                made[name] = {
                    self.known(ENTERPRISE, inner): self.typed(ENTERPRISE, inner, item)
                    for inner, item in value.items()
                }
            else:
                made[self.known(core, name)] = self.typed(core, name, value)
        if kind == "Users":
            made.setdefault("active", True)
        return made

    def known(self, urn: str, name: str) -> str:
        for each in ATTRIBUTES[urn]:
            if each.rstrip("*").casefold() == name.casefold():
                return each.rstrip("*")
        raise Refused(400, f"{name} is not an attribute of {urn}")

    def typed(self, urn: str, name: str, value: Any) -> Any:
        spelled = self.known(urn, name)
        several = f"{spelled}*" in ATTRIBUTES[urn]
        subs = ATTRIBUTES[urn][f"{spelled}*" if several else spelled]
        if spelled == "active":
            if isinstance(value, str) and value.casefold() in {"true", "false"}:
                return value.casefold() == "true"
            if not isinstance(value, bool):
                raise Refused(400, f"active cannot be {value!r}")
            return value
        if several:
            items = value if isinstance(value, list) else [value]
            return [self.complex(spelled, subs, item) for item in items]
        if subs and value in {None, ""} if not isinstance(value, dict | list) else False:
            return None
        if subs:
            if spelled == "manager" and isinstance(value, str):
                value = {"value": value}
            return self.complex(spelled, subs, value)
        if value is not None and not isinstance(value, str):
            raise Refused(400, f"{name} cannot be {value!r}")
        return value or None

    def complex(self, name: str, subs: tuple[str, ...], value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Refused(400, f"{name} needs an object, not {value!r}")
        spelled = {sub.casefold(): sub for sub in subs}
        wrong = [inner for inner in value if inner.casefold() not in spelled]
        if wrong:
            raise Refused(400, f"{name} has no {wrong[0]}")
        return {
            spelled[inner.casefold()]: item for inner, item in value.items() if item is not None
        }

    def resolve(
        self, item: dict[str, Any], path: str, *, make: bool
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        urn = USER if "userName" in item else GROUP
        holder = item
        if path.casefold().startswith("urn:"):
            match = next(
                (each for each in ATTRIBUTES if path.casefold().startswith(f"{each.casefold()}:")),
                None,
            )
            if match is None:
                raise Refused(400, f"{path} is unknown")
            path = path[len(match) + 1 :]
            if match == ENTERPRISE:
                holder = item.setdefault(ENTERPRISE, {}) if make else item.get(ENTERPRISE, {})
                urn = match
        found = _PATH.fullmatch(path)
        if not found:
            raise Refused(400, f"the path {path!r} cannot be read")
        parts: dict[str, Any] = {**found.groupdict(), "urn": urn}
        parts["attr"] = self.known(urn, parts["attr"])
        return holder, parts

    def patch(self, kind: str, item: dict[str, Any], body: Any) -> tuple[int, Any]:
        if (
            not isinstance(body, dict)
            or body.get("schemas") != [PATCH]
            or not body.get("Operations")
        ):
            raise Refused(400, "this is not a PatchOp")
        if self.has("patch refused", item):
            raise Refused(400, "this patch is not accepted")
        if self.has("patch ignored", item):
            return 204, None
        changed: dict[str, Any] = json.loads(json.dumps(item))
        for operation in body["Operations"]:
            op, path, value = (
                str(operation.get("op")),
                operation.get("path"),
                operation.get("value"),
            )
            if self.has("capitals refused") and op != op.casefold():
                raise Refused(400, f"there is no operation {op!r}")
            if self.has("no path refused") and path is None:
                raise Refused(400, "a path is required")
            if self.has("text for boolean refused") and path == "active" and isinstance(value, str):
                raise Refused(400, "active needs a boolean")
            if op.casefold() not in {"add", "replace", "remove"}:
                raise Refused(400, f"there is no operation {op!r}")
            if path is None:
                if not isinstance(value, dict):
                    raise Refused(400, "an operation without a path needs an object")
                for name, inner in value.items():
                    self.operate(changed, op.casefold(), name, inner)
            else:
                self.operate(changed, op.casefold(), path, value)
        self.reject(changed)
        item.clear()
        item.update(changed)
        self.changed[item["id"]] = len(self.seen)
        if self.has("members cut"):
            item["members"] = item.get("members", [])[:100]
        return 204, None

    def operate(self, item: dict[str, Any], op: str, path: str, value: Any) -> None:
        if path.casefold() in {"id", "schemas", "meta"}:
            raise Refused(400, f"{path} cannot be changed")
        holder, parts = self.resolve(item, path, make=True)
        attr, sub, urn = parts["attr"], parts["sub"], parts["urn"]
        if any(name and self.has(f"{name} ignored", item) for name in (attr, sub)):
            return
        if attr == "members" and self.has(f"{op} members ignored", item):
            return
        if value in {None, ""} if isinstance(value, str | None) else False:
            if self.has("null refused", item):
                raise Refused(400, f"{path} needs a value")
            op = "remove" if op != "remove" or not isinstance(value, list) else op
        several = f"{attr}*" in ATTRIBUTES[urn]
        if several:
            self.operate_list(holder, op, parts, value)
        elif sub:
            inner = holder.get(attr) or {}
            self.complex(attr, ATTRIBUTES[urn][attr], {sub: value})
            holder[attr] = {**inner, sub: value}
            if op == "remove":
                del holder[attr][sub]
        elif op == "remove":
            holder.pop(attr, None)
        else:
            holder[attr] = self.typed(urn, attr, value)

    def operate_list(
        self, holder: dict[str, Any], op: str, parts: dict[str, Any], value: Any
    ) -> None:
        attr, member, sub = parts["attr"], parts["member"], parts["sub"]
        items: list[dict[str, Any]] = holder.setdefault(attr, [])
        chosen = [each for each in items if not member or str(each.get(member)) == parts["value"]]
        if op == "remove":
            if value and not member and not self.has("value of remove ignored"):
                gone = {each["value"] for each in (value if isinstance(value, list) else [value])}
                chosen = [each for each in items if each.get("value") in gone]
            for each in chosen:
                if sub and sub != "value":
                    each.pop(sub, None)
                else:
                    items.remove(each)
            return
        if member and sub:
            if not chosen:
                truth = {"True": True, "False": False} if member == "primary" else {}
                items.append({member: truth.get(parts["value"], parts["value"])})
                chosen = items[-1:]
            subs = ATTRIBUTES[parts["urn"]][f"{attr}*"]
            change = self.complex(attr, subs, {sub: value})
            for each in chosen:
                each.update(change)
            return
        given = self.typed(parts["urn"], attr, value)
        if op == "replace":
            for each in chosen:
                items.remove(each)
        known = {json.dumps(each, sort_keys=True) for each in items}
        items += [each for each in given if json.dumps(each, sort_keys=True) not in known]


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """Run an ASGI application on a free port of this machine and yield its address."""
    config = uvicorn.Config(app, port=0, log_level="critical", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert time.monotonic() < deadline, "the server did not start"
        time.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def scim_server(**options: Any) -> Iterator[ScimServer]:
    """Run the endpoint on a free port of this machine."""
    server = ScimServer(**options)
    with serving(server) as url:
        server.url = f"{url}/scim"
        yield server
