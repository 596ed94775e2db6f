"""The table of facts about the service, each asked of the local Graph over HTTP."""

import json
import re
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from graphsync.emulator import (
    INBOUND_JOB_ID,
    INBOUND_PRINCIPAL_ID,
    SCIM_APP_ID,
    SCIM_APPLICATION_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    SCIM_RULE_ID,
    Emulator,
)
from graphsync.emulator.well_known import NON_GALLERY_TEMPLATE_ID

from .facts import jobs, protocol, schemas, secrets_and_uploads
from .facts.fact import ABSENT, Fact, Step

TABLES = (jobs, schemas, secrets_and_uploads, protocol)
FACTS = [
    pytest.param(fact, id=f"{table.__name__.rpartition('.')[2]}: {fact.words}")
    for table in TABLES
    for fact in table.FACTS
]
DOCUMENT = Path(__file__).parents[2] / "docs" / "emulator-behaviour.md"


class Asked:
    """A tenant that facts are asked of, with the names that stand in their paths."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        sync = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
        inbound = f"/servicePrincipals/{INBOUND_PRINCIPAL_ID}/synchronization"
        self.names = {
            "sp": SCIM_PRINCIPAL_ID,
            "sync": sync,
            "job": f"{sync}/jobs/{SCIM_JOB_ID}",
            "jobid": SCIM_JOB_ID,
            "injob": f"{inbound}/jobs/{INBOUND_JOB_ID}",
            "injobid": INBOUND_JOB_ID,
            "appId": SCIM_APP_ID,
            "application": SCIM_APPLICATION_ID,
            "gallery": f"/applicationTemplates/{NON_GALLERY_TEMPLATE_ID}",
            "rule": SCIM_RULE_ID,
            "user": next(iter(emulator.graph.tenant.users)),
        }
        self.http = httpx.Client(headers={"Authorization": "Bearer x"}, trust_env=False)

    def name(self, key: str) -> str:
        if key in {"source", "target"}:
            directories = self.send(Step("GET", "{job}/schema")).json()["directories"]
            return str(directories[key == "target"]["id"])
        return self.names[key]

    def filled(self, value: Any) -> Any:
        if isinstance(value, str):
            return re.sub(r"\{(\w+)\}", lambda found: self.name(found[1]), value)
        if isinstance(value, dict):
            if "=" in value:  # the body is the answer to another request
                return self.send(Step(*value["="].split(" "))).json()
            return {key: self.filled(item) for key, item in value.items()}
        return [self.filled(item) for item in value] if isinstance(value, list) else value

    def send(self, step: Step) -> httpx.Response:
        path, root = self.filled(step.path), self.emulator.url
        if path.startswith("beta:"):
            path, root = path[5:], root.replace("/v1.0", "/beta")
        if path.startswith("admin:"):
            path, root = path[6:], root.replace("/v1.0", "/_emulator")
        headers = dict(step.headers)
        if headers.get("authorization", "").startswith("role:"):
            self.emulator.switches.roles[:] = [headers["authorization"][5:]]
            headers["authorization"] = f"Bearer {self.emulator.token()}"
        body = self.filled(step.body)
        content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        if content is not None:
            headers = {"Content-Type": "application/json", **headers}
        answer = self.http.request(step.method, root + path, content=content, headers=headers)
        made = answer.json() if answer.status_code == 201 else {}
        if "servicePrincipal" in made:
            new = f"/servicePrincipals/{made['servicePrincipal']['id']}/synchronization"
            self.names["new"] = new
        elif "templateId" in made:
            self.names["newjob"] = f"{self.names.get('new', '')}/jobs/{made['id']}"
        return answer


def found(answer: httpx.Response, place: str) -> Any:
    """Return what an answer has at a place, `ABSENT` where it has nothing there."""
    if place.startswith("header:"):
        return answer.headers.get(place.removeprefix("header:"), ABSENT)
    if place == "":
        return answer.content or None
    value: Any = answer.json()
    # A name may hold dots itself; the longest that is there is meant.
    parts = place.split(".")
    while parts:
        if parts == ["#"]:
            return len(value)
        if isinstance(value, list):
            if int(parts[0]) >= len(value):
                return ABSENT
            value, parts = value[int(parts[0])], parts[1:]
            continue
        names = [".".join(parts[:end]) for end in range(len(parts), 0, -1)]
        name = next((item for item in names if isinstance(value, dict) and item in value), None)
        if name is None:
            return ABSENT
        value, parts = value[name], parts[name.count(".") + 1 :]
    return value


def fits(value: Any, wanted: Any) -> bool:
    if wanted is ...:
        return value is not ABSENT
    if isinstance(wanted, re.Pattern):
        return isinstance(value, str) and wanted.search(value) is not None
    return bool(value is wanted if wanted is ABSENT else value == wanted)


def differences(fact: Fact) -> list[str]:
    options = {"start": "2026-01-01T00:00:00Z", "speed": 0, "random_seed": 7, **fact.switches}
    with Emulator(**options) as emulator:
        asked = Asked(emulator)
        with closing(asked.http):
            for step in fact.steps:
                if step.advance:
                    emulator.advance(minutes=step.advance)
                else:
                    answer = asked.send(step)
            seen = {place: found(answer, place) for place in fact.members}
    wrong = [f"{k}: {seen[k]!r}" for k, wanted in fact.members.items() if not fits(seen[k], wanted)]
    if answer.status_code != fact.status:
        wrong.append(f"status {answer.status_code}: {answer.text[:300]}")
    return wrong


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact(fact: Fact) -> None:
    wrong = differences(fact)
    assert bool(wrong) == bool(fact.differs), wrong or f"it holds now, though: {fact.differs}"


def test_the_document_counts_them() -> None:
    facts = [fact for table in TABLES for fact in table.FACTS]
    differing = [fact for fact in facts if fact.differs]
    held = len(facts) - len(differing)
    assert f"{len(facts)} facts, {held} hold, {len(differing)} do not" in DOCUMENT.read_text()
    for fact in differing:
        assert f"- {fact.words}: {fact.differs}." in DOCUMENT.read_text().replace("\n  ", " ")
