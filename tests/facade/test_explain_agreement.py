"""What an explanation says before a cycle, against what the cycle does: random people, random
schemas.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from graphsync import Explanation, GraphClient, RetryPolicy
from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync.emulator.tenant.people import person
from tests.facade.explained import World
from tests.facade.local import Local

ROUNDS, PEOPLE = 16, 24
# What the log calls a reason, and the checks that may name it first.
KINDS = {
    "MissingValues": {"matching"},
    "DuplicateSourceEntries": {"unique"},
    "AttributeMappingExpressionFailure": {"values"},
    "IgnoreObjectFlow": {"values"},
    "FlowTypeNotEnabled": {"actions"},
}
WORDS = {"inactive": {"user", "enabled"}, "not assigned": {"assigned"}, "filtered": {"scope"}}
OUT_OF_SCOPE = {"user", "enabled", "assigned", "scope"}
EXPRESSIONS = (
    "[jobTitle]",
    'Join(" ", [givenName], [department])',
    'IIF([department]="Sales", IgnoreObjectFlow, [jobTitle])',
    'IIF([city]="Oslo", IgnoreAttributeFlow, [jobTitle])',
    "Mid([jobTitle], [employeeId], 2)",
    "Mid([jobTitle], 1, 4)",
    'Switch([country], "other", "NO", "north", "PT", "south")',
    'Replace([jobTitle], "e", , , "3", , )',
    'Item(Split([displayName], " "), 1)',
    "Mid([jobTitle], 1",
)
CLAUSES = (
    ("department", "EQUALS", "Sales"),
    ("department", "NOT EQUALS", "Legal"),
    ("city", "REGEX MATCH", "^[OL]"),
    ("country", "Includes", "N"),
    ("employeeId", "IS NOT NULL", ""),
    ("mail", "ENDS_WITH", "@contoso.com"),
    ("employeeId", "Greater_Than", "10020"),
    ("accountEnabled", "IS TRUE", ""),
    ("physicalDeliveryOfficeName", "IS NULL", ""),
    ("telephoneNumber", "REGEX MATCH", "001"),
)


class Chance:
    """Random changes of a tenant."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.random = random.Random(seed)
        self.users = [person(number, "contoso.com") for number in range(60)]

    def some(self, number: int) -> list[dict[str, Any]]:
        return self.random.sample(self.users, number)

    def change_people(self, people: list[dict[str, Any]]) -> None:
        for user in people:
            kind = self.random.randrange(12)
            self.world.put(user, accountEnabled=True, isSoftDeleted=None)
            if kind == 0:
                self.world.put(user, accountEnabled=False)
            elif kind == 1:
                self.world.delete(user)
            elif kind == 2:
                self.world.purge(user)
            elif kind == 3:
                self.world.put(user, employeeId=None, jobTitle=None)
            elif kind == 4:
                other = self.random.choice(self.users)
                if other["id"] in self.world.tenant.table("link", SCIM_JOB_ID):
                    self.world.put(user, employeeId=other["employeeId"])
            elif kind == 5:
                department = self.random.choice(["Sales", "Legal", None])
                self.world.put(user, department=department)
            elif kind == 6:
                manager = self.random.choice(self.users)["id"]
                self.world.put(user, manager=manager, city=self.random.choice(["Oslo", None]))
            elif kind == 7:
                name = f"{user['mailNickname']}_fabrikam.com#EXT#@contoso.com"
                self.world.put(user, userType="Guest", userPrincipalName=name)

    def change_assignments(self, everyone: bool) -> None:
        table = self.world.tenant.table("secret")
        pairs = [one for one in table[SCIM_PRINCIPAL_ID]["value"] if one["key"] != "SyncAll"]
        pairs.append({"key": "SyncAll", "value": str(everyone).lower()})
        table[SCIM_PRINCIPAL_ID] = {"value": pairs}
        self.world.tenant.table("assignment", SCIM_PRINCIPAL_ID).empty()
        inner = self.world.put_group("inner", "Inner", *(one["id"] for one in self.some(10)))
        members = [one["id"] for one in self.some(12)]
        self.world.assign(self.world.put_group("outer", "Outer", inner, *members))
        for user in self.some(35):
            if user["id"] in self.world.tenant.users:
                self.world.assign(user["id"])

    def change_schema(self) -> None:
        scope = [
            self.random.sample(CLAUSES, self.random.randint(1, 2))
            for _ in range(self.random.choice([0, 1, 2, 3]))
        ]
        self.world.scope(*scope, inputs=self.random.random() < 0.3)
        source = self.random.choice(["[userPrincipalName]", "[employeeId]", "[mail]"])
        self.world.map("userName", source, matchingPriority=1)
        self.world.map("title", self.random.choice(EXPRESSIONS[:-1]))
        self.world.map(
            "nickName",
            self.random.choice(EXPRESSIONS),
            flowType=self.random.choice(["Always", "ObjectAddOnly"]),
        )
        actions = self.random.choice(["Add,Update,Delete"] * 4 + ["Update,Delete"])
        self.world.schema(lambda mapping: mapping.update(flowTypes=actions))


def explained(seed: int = 20260101) -> Iterator[tuple[Explanation, bool, set[str], str]]:
    """Yield explanations, with what the next cycle did: provisioned, the kinds of reason, words."""
    local = Local()
    with pytest.MonkeyPatch.context() as patch:
        # The log lets five pages through in ten seconds: waiting moves the tenant's clock.
        patch.setattr("graphsync._sync.native.Calls.sleep", lambda _calls, wait: local.pause(wait))
        patch.setattr("graphsync._sync.transport.transport.time", local)
        yield from explained_in(local, seed)


def explained_in(local: Local, seed: int) -> Iterator[tuple[Explanation, bool, set[str], str]]:
    world = World(local)
    graph = GraphClient(
        "t",
        endpoint=local.root,
        transport=httpx.MockTransport(local),
        retry=RetryPolicy(attempts=1),
    )
    job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
    chance = Chance(world, seed)
    for turn in range(ROUNDS):
        chance.change_assignments(everyone=turn % 3 == 0)
        people = chance.some(PEOPLE)
        chance.change_people(people)
        chance.change_schema()
        found = [(user, job.explain(user["id"])) for user in people]
        before = set(world.tenant.table("log"))
        world.cycle()
        for user, explanation in found:
            yield explanation, *done(world, user, before)
    assert local.writes == []


def done(world: World, user: dict[str, Any], before: set[str]) -> tuple[bool, set[str], str]:
    records = [
        one
        for key, one in world.tenant.table("log").items()
        if key not in before and one["source"][0] == user["id"] and one["job"] == SCIM_JOB_ID
    ]
    account = world.account(user)
    if not records:
        return account is not None, OUT_OF_SCOPE, "no record"
    last = records[-1]
    said = f"{last['action']} {last['status']} {last['code']} {last['reason']}"
    code = str(last["code"])
    if last["status"] == "success":
        return last["action"] in {"create", "update"}, OUT_OF_SCOPE, said
    if code == "EntryConflict":  # the account stays as it was
        return account is not None, {"unique"}, said
    if code == "RedundantExport" or (code == "FlowTypeNotEnabled" and account is not None):
        return account is not None, OUT_OF_SCOPE, said
    kinds = KINDS.get(code, set())
    for word, names in WORDS.items():
        if word in last["reason"]:
            kinds = kinds | names
    return False, kinds or OUT_OF_SCOPE, said


@pytest.fixture(scope="module")
def compared() -> list[tuple[Explanation, bool, set[str], str]]:
    return [*explained()]


def test_of_300_explanations_at_least_99_percent_are_what_the_next_cycle_does(compared):
    wrong = [
        (explanation.answer, said)
        for explanation, provisioned, kinds, said in compared
        if (str(explanation.verdict) in {"provisioned", "due"}) != provisioned
        or (
            not provisioned and (explanation.failed is None or explanation.failed.name not in kinds)
        )
    ]
    assert len(compared) >= 300
    assert len(wrong) <= len(compared) // 100, wrong


def test_every_kind_of_reason_was_among_them(compared):
    seen = Counter(one.failed.name for one, *_ in compared if one.failed is not None)
    assert {"user", "enabled", "assigned", "scope", "values", "actions", "matching"} <= {*seen}
    verdicts = Counter(str(one.verdict) for one, *_ in compared)
    assert min(verdicts["provisioned"], verdicts["due"], verdicts["not provisioned"]) >= 10
