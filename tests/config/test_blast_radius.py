"""What a plan says of people, against what the engine then does to them."""

from __future__ import annotations

import random

import pytest

from graphsync import GraphClient, models
from graphsync._core.config.planner import leavers_stay
from graphsync.config import Configuration, blast_radius, expand
from graphsync.emulator import Emulator
from graphsync.emulator.gallery.templates import TEMPLATES
from graphsync_client.api.schema.replace_job_schema import replace_job_schema
from graphsync_client.types import Owner
from tests.budget import examples

PRINCIPAL = "11111111-1111-4111-8111-111111111111"
SCIM = TEMPLATES["scim"].schema()
DONE = {"create": "created", "update": "updated", "disable": "disabled", "delete": "disabled"}
SCOPES = (
    ["department EQUALS Sales"],
    ["country IS NOT NULL"],
    ["department NOT EQUALS IT", "city IS NULL"],
    [["department EQUALS HR"], ["country EQUALS DE"]],
    ["displayName REGEX MATCH 1$"],
)
SOURCES = (
    "ToUpper([jobTitle])",
    'Join(" ", [givenName], [surname])',
    "[city]",
    "Mid([mail], 1, 3)",
    'IIF([department]="Sales", "S", "O")',
    'Word([displayName], 2, " ")',
    'Switch([country], "none", "DE", "Germany")',
)
MATCHES = (
    {"externalId": "employeeId"},
    {"userName": "mail"},
    {"externalId": "mailNickname", "userName": "userPrincipalName"},
    {"userName": "city"},
)
TARGETS = ("title", "displayName", "name.givenName", 'addresses[type eq "work"].locality')


def people(chance: random.Random, number: int) -> list[dict[str, object]]:
    def person(at: int) -> dict[str, object]:
        found = {
            "id": f"00000000-0000-4000-8000-{at:012d}",
            "userPrincipalName": f"u{at}@contoso.com",
            "displayName": f"User {at}",
            "givenName": f"Given{at % 17}",
            "surname": f"Sur{at % 23}",
            "mail": f"u{at}@contoso.com",
            "mailNickname": f"u{at}",
            "department": chance.choice(["Sales", "Finance", "IT", "HR"]),
            "country": chance.choice(["DE", "US", "FR", None]),
            "jobTitle": chance.choice(["Developer", "Lead", None]),
            "city": chance.choice(["Berlin", "Paris", None]),
            "employeeId": chance.choice([str(at), None]),
            "accountEnabled": chance.random() > 0.05,
        }
        return {name: value for name, value in found.items() if value is not None}

    return [person(at) for at in range(number)]


def edit(chance: random.Random) -> dict[str, object]:
    lines: dict[str, object] = {}
    attributes: dict[str, object] = {}
    for _ in range(chance.randint(1, 3)):
        match chance.choice(["scope", "attribute", "gone", "match", "flow", "constant", "new"]):
            case "scope":
                lines["scope"] = chance.choice(SCOPES)
            case "attribute":
                attributes[chance.choice(TARGETS)] = chance.choice(SOURCES)
            case "gone":
                attributes[chance.choice(["title", "preferredLanguage", "externalId"])] = None
            case "match":
                lines["match"] = chance.choice(MATCHES)
            case "flow":
                lines["flow"] = chance.choice(
                    [["create", "update"], ["create"], ["update", "delete"]]
                )
            case "constant":
                attributes["title"] = '"Staff"'
            case _:
                attributes["nickName"] = "givenName"
    for name in lines.get("match", ()):
        attributes.pop(name, None)
    return {"mappings": {"User": {**lines, "attributes": attributes}}}


def seed(users: list[dict[str, object]]) -> dict[str, object]:
    application = {
        "displayName": "Contoso Travel",
        "servicePrincipalId": PRINCIPAL,
        "jobs": [{"templateId": "scim", "started": False}],
        "secrets": {
            "BaseAddress": "https://scim.contoso.com",
            "SecretToken": "x",
            "SyncAll": "true",
        },
    }
    return {"users": users, "groups": [], "applications": [application]}


class Job:
    """A job of the local Graph, whose clock moves by hand."""

    def __init__(self, emulator: Emulator, graph: GraphClient) -> None:
        self._emulator = emulator
        self._graph = graph
        self._job = graph.service_principals[PRINCIPAL].synchronization.jobs.first()

    def run(self, schema: dict[str, object]) -> dict[str, str]:
        """Write a schema, run the next cycle, and return what it did to each person."""
        before = {record["cycleId"] for record in self._records()}
        body = models.SynchronizationSchema.from_dict(schema)
        self._graph.send(replace_job_schema(Owner.service_principal(PRINCIPAL), self._job.id, body))
        self._job.start()
        self._emulator.advance(hours=3)
        done: dict[str, str] = {}
        for record in sorted(self._records(), key=lambda one: one["activityDateTime"]):
            if record["cycleId"] not in before:
                status = record["provisioningStatusInfo"]["status"]
                word = (
                    DONE.get(record["provisioningAction"], "unchanged")
                    if status == "success"
                    else "unchanged"
                )
                done.setdefault(
                    record["sourceIdentity"]["id"], "failed" if status == "failure" else word
                )
        return done

    def _records(self) -> list[dict[str, object]]:
        records: list[dict[str, object]] = []
        link = "/auditLogs/provisioning?$top=1000"
        while link:
            page = self._graph.request("GET", link)
            records += page["value"]
            link = page.get("@odata.nextLink")
        return records


@pytest.mark.parametrize("number", range(examples(12, share=0.1)))
def test_the_next_cycle_does_what_the_plan_said(number):
    chance = random.Random(number)
    users = people(chance, 60)
    with (
        Emulator(seed=seed(users), start="2026-01-01T00:00:00Z", speed=0) as emulator,
        GraphClient("token", endpoint=emulator.url) as graph,
    ):
        job = Job(emulator, graph)
        before, after = expand(edit(chance), SCIM), expand(edit(chance), SCIM)
        job.run(before)
        said = {one.id: str(one.effect) for one in blast_radius(before, after, users).effects}
        done = job.run(after)
    wrong = {
        user["id"]: (said.get(user["id"], "unchanged"), done.get(user["id"], "unchanged"))
        for user in users
    }
    wrong = {id: (one, other) for id, (one, other) in wrong.items() if one != other}
    assert len(wrong) <= 0.01 * len(users), wrong


USERS = [
    {
        "id": "1",
        "userPrincipalName": "ada@contoso.com",
        "displayName": "Ada",
        "department": "Sales",
        "jobTitle": "dev",
    },
    {"id": "2", "userPrincipalName": "eve@contoso.com", "displayName": "Eve", "department": "IT"},
    {
        "id": "3",
        "userPrincipalName": "sam@contoso.com",
        "displayName": "Sam",
        "department": "IT",
        "accountEnabled": False,
    },
]


def effects(short, users=USERS, **options):
    return {
        one.name: one
        for one in blast_radius(
            SCIM, expand({"mappings": {"User": short}}, SCIM), users, **options
        ).effects
    }


def test_each_effect_names_people_and_attributes():
    found = effects(
        {"scope": ["department EQUALS Sales"], "attributes": {"title": 'Append([jobTitle], "!")'}}
    )
    assert {name: str(one.effect) for name, one in found.items()} == {
        "ada@contoso.com": "updated",
        "eve@contoso.com": "disabled",
    }
    assert found["ada@contoso.com"].attributes == ("title",)
    assert effects({"scope": ["department EQUALS Sales"]}, skip_out_of_scope=True) == {}


def test_failures_say_why():
    narrow = expand({"mappings": {"User": {"scope": ["department EQUALS None"]}}}, SCIM)
    wide = expand({"mappings": {"User": {"match": {"userName": "city"}}}}, SCIM)
    found = blast_radius(
        narrow,
        wide,
        [
            {**one, "city": "Berlin"} if one["id"] != "2" else one
            for one in [*USERS, {**USERS[0], "id": "4"}]
        ],
    )
    assert [(one.id, str(one.effect), one.reason) for one in found.effects] == [
        ("1", "created", ""),
        ("2", "failed", "no userName"),
        ("4", "failed", "somebody else has the same userName"),
    ]
    assert found.lines()[0] == "4 people looked at:"
    assert "  2 failed (no userName): eve@contoso.com, ada@contoso.com" in found.lines()
    assert found.to_dict()["counts"] == {"created": 1, "failed": 2}


def test_an_expression_that_fails_fails_the_person_not_the_plan():
    found = effects({"attributes": {"title": "DateFromNum([jobTitle])"}})
    assert str(found["ada@contoso.com"].effect) == "failed"


def test_graphs_names_are_those_of_mappings_too():
    user = {
        **USERS[0],
        "businessPhones": ["+49 1"],
        "mobilePhone": "2",
        "officeLocation": "B",
        "faxNumber": "3",
        "manager": {"id": "9"},
    }
    targets = {
        'phoneNumbers[type eq "work"].value': '"x"',
        'phoneNumbers[type eq "mobile"].value': '"x"',
        'addresses[type eq "work"].formatted': '"x"',
        'phoneNumbers[type eq "fax"].value': '"x"',
    }
    found = effects({"attributes": targets}, [user])
    assert set(found["ada@contoso.com"].attributes) >= {*targets} - {
        'addresses[type eq "work"].formatted'
    }
    plain = effects(
        {"attributes": {'phoneNumbers[type eq "work"].value': "telephoneNumber"}}, [user]
    )
    assert plain == {}


@pytest.mark.parametrize(
    ("template", "setting", "stays"),
    [
        ("scim", "True", True),
        ("scim", "false", False),
        ("scim", "", False),
        ("Azure2Azure", "true", False),
    ],
)
def test_between_tenants_who_leaves_the_scope_loses_the_account_whatever_is_set(
    template: str, setting: str, stays: bool
) -> None:
    text = f"{{application: {{app_id: a}}, job: {{template: {template}}}}}"
    assert leavers_stay(Configuration.loads(text), setting) is stays
