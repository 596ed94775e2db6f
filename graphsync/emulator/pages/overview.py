"""The page at `/`: what the tenant holds, for a browser."""

import re
from pathlib import Path
from typing import get_args

from jinja2 import Environment, FileSystemLoader

from graphsync.emulator.document import Document, member
from graphsync.emulator.graph import LocalGraph
from graphsync.emulator.protocol.fault import Kind
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.state import State
from graphsync.emulator.surface.logs import Records
from graphsync.emulator.times import NEVER, iso

_JOBS_A_PAGE = 50
_PLACE = re.compile(r"[0-9]{1,9}")
_RECORDS = 20
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def stylesheet() -> Reply:
    """Answer the page's stylesheet."""
    style = (Path(__file__).parent / "page.css").read_bytes()
    return Reply(200, style, dict(HEADERS), "text/css; charset=utf-8")


def page(graph: LocalGraph, base: str, query: dict[str, str]) -> Reply:
    """Answer the overview, or a principal's jobs when the query names one."""
    state = graph.state
    with state.lock:
        state.catch_up(0.05)
        principals = [_principal(state, key) for key in state.tenant.principals]
        chosen = next((item for item in principals if item["id"] == query.get("principal")), None)
        wanted = query.get("from", "")
        start = int(wanted) if _PLACE.fullmatch(wanted) else 0
        shown = _jobs(state, str(chosen["id"]), start) if chosen else []
        log = [
            _record(item, state)
            for item in Records(state, str(chosen["id"]) if chosen else None)[:_RECORDS]
        ]
        more = start + _JOBS_A_PAGE if chosen and start + _JOBS_A_PAGE < chosen["jobs"] else None
        html = TEMPLATES.get_template("page.html").render(
            tenant=state.tenant.profile,
            now=iso(state.clock.now()),
            speed=state.clock.speed,
            base=base,
            principals=principals,
            chosen=chosen,
            jobs=shown,
            more=more,
            log=log,
            kinds=get_args(Kind),
            faults=graph.faults.waiting(),
            snapshots=graph.snapshots.all(),
            users=len(state.tenant.users),
            groups=len(state.tenant.groups),
        )
        state.tenant.flush()
    return Reply(200, html.encode("utf-8", "replace"), dict(HEADERS), "text/html; charset=utf-8")


def _principal(state: State, key: str) -> Document:
    item = state.tenant.principals[key]
    codes: dict[str, int] = {}
    for record in state.tenant.jobs(key).values():
        code = str(record["document"]["status"]["code"])
        codes[code] = codes.get(code, 0) + 1
    accounts = len(state.tenant.table("account", key))
    return {
        "id": key,
        "name": item["displayName"],
        "appId": item["appId"],
        "jobs": len(state.tenant.jobs(key)),
        "codes": codes,
        "accounts": accounts,
    }


def _jobs(state: State, principal_id: str, start: int) -> list[Document]:
    records_of = list(state.tenant.jobs(principal_id).values())[start : start + _JOBS_A_PAGE]
    return [_job(item["document"], item["engine"]["nextRun"]) for item in records_of]


def _job(job: Document, following: float | None) -> Document:
    last: Document = job["status"]["lastExecution"] or {}
    ended = str(last.get("timeEnded", NEVER))
    return {
        "id": job["id"],
        "state": job["schedule"]["state"],
        "code": job["status"]["code"],
        "result": last.get("state", "") if ended != NEVER else "",
        "ended": ended if ended != NEVER else "",
        "exported": last.get("countExported", 0),
        "escrowed": last.get("countEscrowed", 0),
        "next": iso(following) if following else "",
        "progress": next(iter(job["status"]["progress"]), None),
        "quarantine": job["status"]["quarantine"],
    }


def _record(item: Document, state: State) -> Document:
    return {
        "at": item["activityDateTime"],
        "action": item["provisioningAction"],
        "status": item["provisioningStatusInfo"]["status"],
        "person": item["sourceIdentity"]["id"]
        if item["sourceIdentity"]["id"] in state.tenant.users
        else "",
        "source": item["sourceIdentity"]["displayName"] or item["sourceIdentity"]["id"],
        "reason": member(item["provisioningStatusInfo"], "errorInformation").get("reason", ""),
    }
