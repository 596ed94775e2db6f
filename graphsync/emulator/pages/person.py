"""The page of a person: what the directory holds, the accounts in all targets, and why."""

import json
from collections.abc import Iterator

from graphsync.emulator.document import Document, objects
from graphsync.emulator.engine.assigned import Assigned
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync.emulator.graph import LocalGraph
from graphsync.emulator.pages.forms import PERSON
from graphsync.emulator.pages.overview import HEADERS
from graphsync.emulator.pages.overview import TEMPLATES as PAGES
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.state import State
from graphsync.emulator.targets.remote import RemoteTarget
from graphsync.emulator.targets.resource import nest
from graphsync.emulator.targets.secrecy import Secrets, passwords
from graphsync.emulator.targets.target import TargetClosed, TargetRefusal
from graphsync.emulator.tenant.secrets import secrets
from graphsync.emulator.times import iso

_MOST = 50


def person_page(graph: LocalGraph, query: dict[str, str]) -> Reply:
    """Answer the person whose id or name `q` is, else the people in whose names it occurs.

    The accounts at SCIM targets are read from there, a request each.
    """
    state, text = graph.state, query.get("q", "").strip()
    with state.lock:
        person = _find(state, text)
        found = [] if person else _search(state, text)
        html = PAGES.get_template("person.html").render(
            tenant=state.tenant.profile,
            q=text,
            person=person,
            fields=[(name, (person or {}).get(name) or "") for name in PERSON],
            found=found[:_MOST],
            number=len(found),
            accounts=list(_accounts(state, str(person["id"]))) if person else [],
        )
        state.tenant.flush()
    return Reply(200, html.encode("utf-8", "replace"), dict(HEADERS), "text/html; charset=utf-8")


def _find(state: State, text: str) -> Document | None:
    person = state.tenant.users.get(text)
    if person is not None:
        return dict(person)
    return next(
        (
            dict(item)
            for item in state.tenant.users.values()
            if str(item.get("userPrincipalName")).casefold() == text.casefold()
        ),
        None,
    )


def _search(state: State, text: str) -> list[Document]:
    wanted = text.casefold()
    return [
        dict(item)
        for item in state.tenant.users.values()
        if any(wanted in str(item.get(name)).casefold() for name in ("displayName", "mail"))
        or wanted in str(item.get("userPrincipalName")).casefold()
    ]


def _accounts(state: State, person_id: str) -> Iterator[Document]:
    """Yield what each job has to do with a person; of jobs that have nothing, one a principal."""
    last: dict[tuple[str, str], Document] = {}
    for kept in state.tenant.table("log").values():
        if kept["source"][0] == person_id:
            last[str(kept["principal"]), str(kept["job"])] = kept
    for principal_id, principal in state.tenant.principals.items():
        is_in, scope = _scope(state, principal_id, person_id)
        rows = [
            _account(state, principal_id, record["document"], person_id, last)
            for job_id, record in state.tenant.jobs(principal_id).items()
            if (principal_id, job_id) in last or person_id in state.engine.workshop.links(job_id)
        ]
        unseen = "A cycle has not looked at this person yet." if is_in else ""
        name = principal["displayName"]
        for row in rows or [{"account": "", "why": unseen, "steps": []}]:
            yield {"application": name, "principal": principal_id, "scope": scope, **row}


def _scope(state: State, principal_id: str, person_id: str) -> tuple[bool, str]:
    """Return whether a principal's jobs look at a person, and words that say why."""
    jobs = state.tenant.jobs(principal_id).values()
    templates = [TEMPLATES[record["document"]["templateId"]] for record in jobs]
    if not templates:
        return False, "There is no job."
    if all(template.accepts_uploads for template in templates):
        return False, "Its jobs bring people into the directory."
    if secrets(state.tenant, principal_id).get("SyncAll", "").lower() == "true":
        return True, "Everybody is in scope (SyncAll)."
    if person_id in Assigned(state.tenant, principal_id):
        return True, "Assigned."
    return False, "Not assigned."


def _account(
    state: State,
    principal_id: str,
    job: Document,
    person_id: str,
    last: dict[tuple[str, str], Document],
) -> Document:
    links = state.engine.workshop.links(job["id"])
    account_id = links.account_of(person_id)
    target = state.engine.workshop.target(principal_id, job)
    row: Document = {"job": job["id"], "account": account_id or "", "content": "", "steps": []}
    row["kind"] = "SCIM endpoint" if isinstance(target, RemoteTarget) else "inside"
    if account_id:
        name = links.flow_of(person_id).partition(" to ")[2]
        try:
            attributes = target.get(name, account_id)
        except (TargetRefusal, TargetClosed) as error:
            row["content"] = f"It cannot be read: {error}"
        else:
            row["content"] = (
                "It is not there any more."
                if attributes is None
                else _shown(state, principal_id, nest(account_id, name, dict(attributes)))
            )
    kept = last.get((principal_id, str(job["id"])))
    if kept is None:
        row["why"] = "The log has no record of it."
        return row
    steps = objects(json.loads(kept["steps"]))
    row["at"] = iso(kept["at"])
    row["status"] = kept["status"]
    row["why"] = f"{kept['action']}: {kept['status']}. {_reason(kept, steps)}".strip()
    row["steps"] = [
        (step["type"], step["status"], ", ".join(f"{k}: {v}" for k, v in step["details"].items()))
        for step in steps
    ]
    return row


def _reason(kept: Document, steps: list[Document]) -> str:
    skipped = next((s["details"]["SkipReason"] for s in steps if "SkipReason" in s["details"]), "")
    said = ": ".join(str(item) for item in (kept["code"] or skipped, kept["reason"]) if item)
    return said if not said or said.endswith(".") else f"{said}."


def _shown(state: State, principal_id: str, account: Document) -> str:
    kept = secrets(state.tenant, principal_id).get("SecretToken", "")
    cut = Secrets(*passwords(account), more=Secrets(kept)).cut_body(account)
    return json.dumps(cut, indent=2, ensure_ascii=False)
