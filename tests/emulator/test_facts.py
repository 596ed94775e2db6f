"""The table of facts about the service, each asked of the local Graph over HTTP."""

import json
import os
import re
from collections.abc import Iterator
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
from graphsync.emulator.well_known import NON_GALLERY_TEMPLATE_ID, steady_id

from .facts import statements, table
from .facts.fact import ABSENT, Fact, Step
from .facts.rows import Row, rows
from .facts.tables import TABLES, by_words

FACTS = [
    pytest.param(fact, id=f"{name}: {fact.words}")
    for name, facts in TABLES.items()
    for fact in facts
]
TESTS = Path(__file__).parents[1]


class Asked:
    """A tenant that facts are asked of, with the names that stand in their paths."""

    def __init__(self, emulator: Emulator, http: httpx.Client) -> None:
        self.emulator = emulator
        self.http = http
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
            "salesforce": steady_id("application template", "SfSandboxOutDelta"),
            "rule": SCIM_RULE_ID,
            "user": next(iter(emulator.graph.tenant.users)),
            "group": next(iter(emulator.graph.tenant.groups)),
        }
        self.last: httpx.Response | None = None

    def name(self, key: str) -> str:
        if key in {"source", "target"}:
            directories = self.send(Step("GET", "{job}/schema")).json()["directories"]
            return str(directories[key == "target"]["id"])
        return str(found(self.answer, key)) if "." in key else self.names[key]

    @property
    def answer(self) -> httpx.Response:
        """The answer to the last request."""
        assert self.last is not None, "no request was sent yet"
        return self.last

    def filled(self, value: Any) -> Any:
        if isinstance(value, str):
            return re.sub(
                r"(?<!\$)\{([a-zA-Z]\w*(?:\.\w+)*)\}", lambda found: self.name(found[1]), value
            )
        if isinstance(value, dict):
            if "=" in value:  # the body is the answer to another request, some places changed
                body = self.send(Step(*value["="].split(" "))).json()
                for place, changed in value.get("places", {}).items():
                    above, _, last = place.rpartition(".")
                    holder = reached(body, above)
                    holder[int(last) if isinstance(holder, list) else last] = changed
                return body
            return {key: self.filled(item) for key, item in value.items()}
        return [self.filled(item) for item in value] if isinstance(value, list) else value

    def send(self, step: Step) -> httpx.Response:
        path, root = self.filled(step.path), self.emulator.url
        if path == "next:":
            path, root = self.answer.json()["@odata.nextLink"], ""
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
        self.last = answer
        return answer


def found(answer: httpx.Response, place: str) -> Any:
    """Return what an answer has at a place, `ABSENT` where it has nothing there."""
    if place.startswith("header:"):
        return answer.headers.get(place.removeprefix("header:"), ABSENT)
    return (answer.content or None) if place == "" else reached(answer.json(), place)


def reached(value: Any, place: str) -> Any:
    """Return what JSON has at a place; a part `name=value` chooses an item of a list."""
    # A name may hold dots itself; the longest that is there is meant.
    parts = place.split(".") if place else []
    while parts:
        if parts == ["#"]:
            return len(value)
        names = [".".join(parts[:end]) for end in range(len(parts), 0, -1)]
        if isinstance(value, list):
            name, value = next(
                ((name, item) for name in names if (item := chosen(value, name)) is not ABSENT),
                ("", ABSENT),
            )
        else:
            name = next((item for item in names if isinstance(value, dict) and item in value), "")
            value = value[name] if name else ABSENT
        if value is ABSENT:
            return ABSENT
        parts = parts[name.count(".") + 1 :]
    return value


def chosen(items: list[Any], name: str) -> Any:
    key, equals, wanted = name.partition("=")
    if equals:
        return next((item for item in items if item.get(key) == wanted), ABSENT)
    return items[int(name)] if name.isdigit() and int(name) < len(items) else ABSENT


def fits(value: Any, wanted: Any) -> bool:
    if wanted is ...:
        return value is not ABSENT
    if isinstance(wanted, re.Pattern):
        return isinstance(value, str) and wanted.search(value) is not None
    return bool(value is wanted if wanted is ABSENT else value == wanted)


@pytest.fixture(scope="module")
def serving() -> Iterator[Emulator]:
    """Serve one tenant to all facts; each finds it as it was at the beginning."""
    with Emulator(start="2026-01-01T00:00:00Z", speed=0, random_seed=7) as emulator:
        # Limits go by real time even while the clock stands; a slow machine must not refill them.
        emulator.graph.throttle._now = emulator.graph.state.clock.now
        yield emulator


@pytest.fixture(scope="module")
def http() -> Iterator[httpx.Client]:
    with httpx.Client(headers={"Authorization": "Bearer x"}, trust_env=False) as client:
        yield client


def differences(fact: Fact, emulator: Emulator, http: httpx.Client) -> list[str]:
    emulator.reset()
    emulator.switches.change(fact.switches)
    asked = Asked(emulator, http)
    for step in fact.steps:
        if step.advance:
            emulator.advance(minutes=step.advance)
        else:
            asked.send(step)
    answer = asked.answer
    seen = {place: found(answer, place) for place in fact.members}
    wrong = [
        f"{place}: {seen[place]!r}"
        for place, wanted in fact.members.items()
        if not fits(seen[place], asked.filled(wanted) if isinstance(wanted, str) else wanted)
    ]
    if answer.status_code != fact.status:
        wrong.append(f"status {answer.status_code}: {answer.text[:300]}")
    return wrong


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact(fact: Fact, serving: Emulator, http: httpx.Client) -> None:
    wrong = differences(fact, serving, http)
    assert bool(wrong) == bool(fact.differs), wrong or f"it holds now, though: {fact.differs}"


def missing(row: Row, shown: str) -> str:
    """Return what is wrong with what a row that holds names; nothing where it is there."""
    file, separator, name = shown.partition("::")
    if not separator:
        fact = by_words().get(shown)
        return f"{row.number}: no such fact: {shown}" if fact is None or fact.differs else ""
    path = TESTS / f"{file if '/' in file else f'emulator/{file}'}.py"
    there = path.is_file() and f"def test_{name}(" in path.read_text("utf-8")
    return "" if there else f"{row.number}: no such test: {shown}"


def test_what_the_rows_name_is_there() -> None:
    every = rows()
    wrong = [missing(row, shown) for row in every if row.verdict == "holds" for shown in row.shown]
    assert not list(filter(None, wrong))
    named = {shown for row in every for shown in row.shown}
    assert not set(by_words()) - named


def test_no_fact_is_left_out() -> None:
    folder = os.environ.get("GRAPHSYNC_SPECS")
    if not folder:
        pytest.skip("GRAPHSYNC_SPECS names no folder that the collected facts stand beside")
    collected = Path(folder).parent / "facts" / "service.md"
    if not collected.is_file():
        pytest.skip(f"the collected facts are not beside {folder}")
    found = statements.numbered(collected.read_text("utf-8"))
    kept = {row.number: row.digest for row in rows()}
    assert kept == {number: statements.digest(text) for number, text in found.items()}


def test_the_pages_say_what_the_rows_say() -> None:
    assert table.PAGE.read_text("utf-8") == table.page()
    written = table.BEHAVIOUR.read_text("utf-8")
    assert written == table.behaviour(written)
