"""What provisioning does, as the log of the local Graph shows it, for the page of that name.

`python -m docs.provisioning_logs > docs/provisioning-logs.md` writes the page. Each story runs on a
local Graph of its own, so the page shows what is really logged.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, cast

import httpx

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator

SYNC = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
JOB = f"{SYNC}/jobs/{SCIM_JOB_ID}"
Document = dict[str, Any]  # JSON of an answer
_HEAD = """# Who is provisioned, as the log shows it

Three stories that decide who has an account. Made by `python -m docs.provisioning_logs`, which
lets each happen on a local Graph and prints what `GET /auditLogs/provisioning` then has. Before
each log stands what earlier versions of the local Graph did, which was wrong.

"""
_MEMBERS = """## Members of an assigned group

Only who is assigned is provisioned, and one group is. One member is replaced by a newcomer; then
the next incremental cycle runs.

Before: the cycle logged neither user. The one who had left stayed active, the newcomer had no
account, and the group in the target had lost all its members until a restart.

Now:

"""
_DUPLICATES = """## Two users with one matching value

The target is empty, and 40 users of five departments are matched by their department, which is a
mistake.

Before: each user took over and overwrote the account of the one before. 40 users became 5
accounts, every record was a success, and so was the run.

Now the first of each department gets an account and the others fail. The first lines of the log,
and the counts:

"""
_DEPROVISIONING = """## Who is blocked is deprovisioned as the mapping says

The first user's `accountEnabled` becomes false; then the next cycle runs.

Before: where nothing was mapped to `active`, the account was deleted.

Now, with """


class Story:
    """A local Graph whose clock stands, and the requests of a story."""

    def __init__(self) -> None:
        self.emulator = Emulator(start="2026-01-01T00:00:00Z", speed=0, random_seed=7)
        self.emulator.switches.change({"throttling": False})
        self._http = httpx.Client(
            transport=httpx.WSGITransport(app=self.emulator.wsgi),
            base_url="http://localhost/v1.0",
            headers={"Authorization": "Bearer x"},
        )

    def close(self) -> None:
        """End the local Graph and its connections."""
        self._http.close()
        self.emulator.close()

    def send(self, method: str, path: str, body: object = None) -> Document:
        """Send a request and return the JSON of its answer."""
        answer = self._http.request(method, path, json=body)
        answer.raise_for_status()
        return dict(answer.json()) if answer.content else {}

    def cycle(self) -> str:
        """Let the next cycle run; return the moment before which nothing of it was logged."""
        now = str(self._http.get("http://localhost/_emulator").json()["now"])
        self.emulator.advance(minutes=45)
        return now

    def edit(self, change: Callable[[list[Document]], None]) -> None:
        """Change the attribute mappings of users."""
        schema = self.send("GET", f"{JOB}/schema")
        change(schema["synchronizationRules"][0]["objectMappings"][0]["attributeMappings"])
        self.send("PUT", f"{JOB}/schema", schema)

    def log(self, since: str) -> list[Document]:
        """Return what was logged since a moment, oldest first."""
        asked = f"jobId eq '{SCIM_JOB_ID}' and activityDateTime ge {since}"
        found = self._http.get("/auditLogs/provisioning", params={"$filter": asked}).json()
        return list(reversed(found["value"]))


def _line(record: Document) -> str:
    info = record["provisioningStatusInfo"]
    code = (info["errorInformation"] or {}).get("errorCode") or ""
    changes = ", ".join(map(_change, record["modifiedProperties"][:2]))
    more = len(record["modifiedProperties"]) - 2
    changes += f" and {more} more" if more > 0 else ""
    cells = (
        record["activityDateTime"][11:19],
        record["sourceIdentity"]["identityType"],
        record["sourceIdentity"]["displayName"],
        record["provisioningAction"],
        info["status"],
    )
    widths = (8, 5, 16, 7, 7)
    shown = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"{shown}  {code or changes}".rstrip()


def _change(item: Document) -> str:
    name, old, new = (item[key] for key in ("displayName", "oldValue", "newValue"))
    if name == "members":
        before, after = ({*(value or "").split(",")} - {""} for value in (old, new))
        return f"{name}: {len(after - before)} added, {len(before - after)} removed"
    return f"{name}: {old or 'nothing'} -> {new or 'nothing'}"


def _block(lines: Iterable[str]) -> str:
    return "```text\n" + "\n".join(lines) + "\n```\n"


def members() -> str:
    """Return what happens when the members of an assigned group change."""
    story = Story()
    group = story.send("GET", "/groups?$top=1")["value"][0]
    story.send(
        "PUT",
        f"{SYNC}/secrets",
        {
            "value": [
                {"key": "BaseAddress", "value": "https://scim.contoso.com/v2"},
                {"key": "SecretToken", "value": "t"},
            ]
        },
    )
    story.send(
        "POST",
        f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/appRoleAssignedTo",
        {"principalId": group["id"], "resourceId": SCIM_PRINCIPAL_ID},
    )
    story.send("POST", f"{JOB}/restart")
    story.cycle()
    kept = next(item for item in story.emulator.groups if item["id"] == group["id"])
    newcomer = story.emulator.put_user(
        {"displayName": "Nina Newcomer", "userPrincipalName": "nina.newcomer@contoso.com"}
    )
    staying = list(cast("list[str]", kept["members"]))[1:]
    story.emulator.put_group({"id": group["id"], "members": [*staying, newcomer]})
    since = story.cycle()
    lines = [_line(record) for record in story.log(since)]
    story.close()
    return _MEMBERS + _block(lines)


def duplicates() -> str:
    """Return what happens to users who share the value of the matching attribute."""
    story = Story()
    for account in story.emulator.accounts(SCIM_PRINCIPAL_ID):
        story.emulator.remove_account(SCIM_PRINCIPAL_ID, str(account["id"]))

    def by_department(mappings: list[Document]) -> None:
        for item in mappings:
            item["matchingPriority"] = int(item["targetAttributeName"].endswith(":department"))

    story.edit(by_department)
    since = story.cycle()
    users = [item for item in story.log(since) if item["sourceIdentity"]["identityType"] == "User"]
    seen: set[tuple[str, str]] = set()
    lines = []
    for record in users:
        kind = (record["provisioningAction"], record["provisioningStatusInfo"]["status"])
        if kind not in seen or len(seen) < 2:
            lines.append(_line(record))
        seen.add(kind)
    status = story.send("GET", JOB)["status"]["lastExecution"]
    held = [item for item in story.emulator.accounts(SCIM_PRINCIPAL_ID) if "userName" in item]
    counted = Counter(
        (item["provisioningAction"], item["provisioningStatusInfo"]["status"]) for item in users
    )
    said = [f"{number} records: {action} {status}" for (action, status), number in counted.items()]
    reason = next(
        item["provisioningStatusInfo"]["errorInformation"]["reason"]
        for item in users
        if item["provisioningStatusInfo"]["status"] == "failure"
    )
    story.close()
    return _DUPLICATES + _block(
        [
            *lines,
            "",
            *said,
            f"accounts of users: {len(held)}",
            f"the run: {status['state']}, countEscrowed {status['countEscrowed']}",
            f"the reason: {json.dumps(reason)}",
        ]
    )


def _without_state(mappings: list[Document]) -> None:
    mappings[:] = [item for item in mappings if item["targetAttributeName"] != "active"]


def _state_in_title(mappings: list[Document]) -> None:
    _without_state(mappings)
    title = next(item for item in mappings if item["targetAttributeName"] == "title")
    expression = 'Switch([IsSoftDeleted], , "False", "here", "True", "gone")'
    title["source"] = {"type": "Function", "name": "Switch", "expression": expression}


def _constant(mappings: list[Document]) -> None:
    active = next(item for item in mappings if item["targetAttributeName"] == "active")
    active["source"] = {"type": "Constant", "name": "True", "expression": '"True"'}


def deprovisioning() -> str:
    """Return what happens to the account of a blocked user, by mapping."""
    parts = []
    for title, change in (
        ("`active` from the soft-delete state, as by default", None),
        ("no mapping of the state", _without_state),
        ("the state in another attribute", _state_in_title),
        ("a constant", _constant),
    ):
        story = Story()
        if change:
            story.edit(change)
            story.cycle()
        user = story.emulator.users[0]
        story.emulator.put_user({"id": user["id"], "accountEnabled": False})
        since = story.cycle()
        lines = [_line(record) for record in story.log(since)]
        name = user["userPrincipalName"]
        held = [
            item
            for item in story.emulator.accounts(SCIM_PRINCIPAL_ID)
            if item.get("userName") == name
        ]
        left = held[0] if held else {}
        state = f"active {left.get('active')}, title {left.get('title')}" if held else "gone"
        story.close()
        parts.append(f"{title}:\n\n" + _block([*lines, f"the account: {state}"]))
    return _DEPROVISIONING + "\nWith ".join(parts)


def page() -> str:
    """Return the page."""
    return _HEAD + "\n".join((members(), duplicates(), deprovisioning()))


if __name__ == "__main__":
    sys.stdout.write(page())
