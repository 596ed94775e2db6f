"""What the engine sends in each moment that is published, equal but for ids.

The table of moments follows the published pages on developing an endpoint and on its deviations;
names and values are our own.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graphsync.emulator import SCIM_RULE_ID
from graphsync.emulator.tenant.people import person, put_source, remove_source

from .conftest import Caller
from .jobs import JOB, cycle, edit, records
from .scim_server import ENTERPRISE, GROUP, MARK, PATCH, ScimServer, Seen, scim_server
from .scim_server import USER as CORE

FLAG, OLD_FLAG = "?aadOptscim062020", "?AzureAdScimPatch2017"
EVE, BOSS = "eve@contoso.com", "boss@contoso.com"


class Moments:
    """A job that is connected to an endpoint, and what arrives there in one moment."""

    def __init__(self, call: Caller, server: ScimServer) -> None:
        self.call, self.server = call, server
        self.tenant = call.emulator.graph.tenant
        number = iter(range(90, 99))
        self.eve = {**person(next(number), "contoso.com"), "userPrincipalName": EVE}
        self.eve |= {"displayName": "Eve", "manager": None, "jobTitle": "Clerk"}
        self.boss = {**person(next(number), "contoso.com"), "userPrincipalName": BOSS}
        self.boss |= {"manager": None}
        self.group = {"id": "99999999-9999-4999-8999-999999999999", "displayName": "Night shift"}

    def put(self, kind: str, *items: dict[str, Any]) -> list[Seen]:
        """Change source objects, let a cycle run and return what arrived after the test of the
        connection that begins it."""
        self.server.seen.clear()
        for item in items:
            put_source(self.tenant, kind, item)
        cycle(self.call)
        return self.arrived()

    def arrived(self) -> list[Seen]:
        """Return what arrived in a cycle after the test of the connection."""
        assert_test_of_the_connection(self.server.seen[:2])
        return self.server.seen[2:]

    def id(self, name: str) -> str:
        held = [*self.server.users.values(), *self.server.groups.values()]
        return next(
            item["id"] for item in held if name in (item.get("userName"), item.get("displayName"))
        )


# Without a flag the older dialect is written, which the second flag asks for by name, also where
# both are there.
@pytest.fixture(params=["", FLAG, OLD_FLAG, f"{FLAG}&{OLD_FLAG[1:]}"])
def moments(
    request: pytest.FixtureRequest, new: Callable[..., Caller]
) -> Iterator[tuple[Moments, bool]]:
    with scim_server() as server:
        root = server.url
        server.url = root + request.param
        call = new(throttling=False)
        call.connect(server)
        yield Moments(call, server), request.param == FLAG
        call.emulator.close()


def sent(seen: list[Seen], method: str, path: str = "") -> list[Seen]:
    return [item for item in seen if item.method == method and item.path.startswith(path)]


def patched(seen: list[Seen]) -> list[dict[str, Any]]:
    (only,) = sent(seen, "PATCH")
    assert only.body["schemas"] == [PATCH]
    operations: list[dict[str, Any]] = only.body["Operations"]
    return operations


def test_the_connection(moments: tuple[Moments, bool]) -> None:
    at, _ = moments
    at.server.seen.clear()
    at.call("POST", f"{JOB}/validateCredentials", {"useSavedCredentials": True}, status=204)
    assert_test_of_the_connection(at.server.seen)


# Microsoft's support, as quoted in the issues of the reference code: at the start of any activity.
def test_the_connection_is_tested_at_the_start_of_a_cycle_and_of_a_call_on_demand(
    moments: tuple[Moments, bool],
) -> None:
    at, _ = moments
    at.server.seen.clear()
    cycle(at.call)
    assert_test_of_the_connection(at.server.seen)
    at.server.seen.clear()
    subject = {"objectId": next(iter(at.tenant.users)), "objectTypeName": "User"}
    body = {"parameters": [{"ruleId": SCIM_RULE_ID, "subjects": [subject]}]}
    at.call("POST", f"{JOB}/provisionOnDemand", body)
    assert_test_of_the_connection(at.server.seen[:2])


def assert_test_of_the_connection(seen: list[Seen]) -> None:
    users, groups = seen
    guid = '"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"'
    assert (users.method, users.path, groups.method, groups.path) == (
        "GET",
        "/Users",
        "GET",
        "/Groups",
    )
    assert users.query == {"filter": matching(f"userName eq {guid}")}
    assert groups.query["filter"] == matching(f"displayName eq {guid}")


class matching:
    """A text that fits a pattern."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and re.fullmatch(self.pattern, other) is not None

    __hash__ = None  # type: ignore[assignment]  # it is compared, never kept


def test_a_new_user(moments: tuple[Moments, bool]) -> None:
    at, _ = moments
    look, made = at.put("user", at.eve)
    assert (look.method, look.path, look.query) == (
        "GET",
        "/Users",
        {"filter": f'userName eq "{EVE}"'},
    )
    assert (made.method, made.path, made.query) == ("POST", "/Users", {})
    body = made.body
    assert body["schemas"] == [CORE, ENTERPRISE]
    assert body["externalId"] == at.eve["mailNickname"]
    assert (body["userName"], body["active"], body["displayName"]) == (EVE, True, "Eve")
    assert {"type": "work", "value": at.eve["mail"], "primary": True} in body["emails"]
    assert body["meta"] == {"resourceType": "User"}
    assert "manager" not in body[ENTERPRISE]


def test_a_changed_user(moments: tuple[Moments, bool]) -> None:
    at, flag = moments
    at.put("user", at.eve)
    look, change = at.put("user", {**at.eve, "displayName": "Eva", "jobTitle": "Lead"})
    assert (look.method, look.path, look.query) == ("GET", f"/Users/{at.id(EVE)}", {})
    assert (change.method, change.path) == ("PATCH", f"/Users/{at.id(EVE)}")
    if flag:
        expected = [{"op": "replace", "value": {"displayName": "Eva", "title": "Lead"}}]
    else:
        expected = [
            {"op": "Replace", "path": "displayName", "value": "Eva"},
            {"op": "Replace", "path": "title", "value": "Lead"},
        ]
    assert patched([change]) == expected


def test_a_filtered_path_keeps_an_operation_of_its_own(moments: tuple[Moments, bool]) -> None:
    at, flag = moments
    at.put("user", at.eve)
    path = 'emails[type eq "work"].value'
    seen = at.put("user", {**at.eve, "mail": "new@contoso.com"})
    op = "replace" if flag else "Replace"
    assert patched(seen) == [{"op": op, "path": path, "value": "new@contoso.com"}]


def test_a_disabled_user(moments: tuple[Moments, bool]) -> None:
    at, flag = moments
    at.put("user", at.eve)
    seen = at.put("user", {**at.eve, "accountEnabled": False})
    expected = (
        {"op": "replace", "value": {"active": False}}
        if flag
        else {"op": "Replace", "path": "active", "value": "False"}
    )
    assert patched(seen) == [expected]


def test_a_user_who_is_back(moments: tuple[Moments, bool]) -> None:
    at, flag = moments
    at.put("user", at.eve)
    at.put("user", {**at.eve, "accountEnabled": False})
    seen = at.put("user", {**at.eve, "accountEnabled": True})
    assert [(item.method, item.path) for item in seen] == [
        ("GET", f"/Users/{at.id(EVE)}"),
        ("PATCH", f"/Users/{at.id(EVE)}"),
    ]
    expected = (
        {"op": "replace", "value": {"active": True}}
        if flag
        else {"op": "Replace", "path": "active", "value": "True"}
    )
    assert patched(seen) == [expected]


def test_a_user_who_is_deleted_softly_and_restored(moments: tuple[Moments, bool]) -> None:
    at, flag = moments
    at.put("user", at.eve)
    changes = [at.put("user", {**at.eve, "isSoftDeleted": gone}) for gone in (True, False)]
    assert [patched(seen) for seen in changes] == [
        [
            {"op": "replace", "value": {"active": active}}
            if flag
            else {"op": "Replace", "path": "active", "value": str(active)}
        ]
        for active in (False, True)
    ]


def test_an_unassigned_user_whose_mappings_have_no_active(moments: tuple[Moments, bool]) -> None:
    at, _ = moments
    at.call.emulator.switches.without_soft_delete = "delete"
    edit(
        at.call,
        lambda found: found.remove(next(m for m in found if m["targetAttributeName"] == "active")),
    )
    at.put("user", at.eve)
    key = at.id(EVE)
    seen = at.put("user", {**at.eve, "accountEnabled": False})
    assert [(item.method, item.path, item.body) for item in seen] == [
        ("GET", f"/Users/{key}", None),
        ("DELETE", f"/Users/{key}", None),
    ]


def test_a_deletion_that_is_answered_with_404_counts_as_done(moments: tuple[Moments, bool]) -> None:
    at, _ = moments
    at.put("user", at.eve)
    at.server.defects, at.server.only = {"gone before delete"}, EVE
    at.server.seen.clear()
    remove_source(at.tenant, "user", at.eve["id"])
    cycle(at.call)
    assert len(sent(at.arrived(), "DELETE")) == 1
    assert at.call("GET", JOB)["status"]["lastExecution"]["countEscrowed"] == 0
    assert sent(at.put("user"), "DELETE") == []


def test_each_matching_priority_is_asked_lower_first(moments: tuple[Moments, bool]) -> None:
    at, _ = moments

    def by_external_id_too(mappings: list[dict[str, Any]]) -> None:
        (second,) = [item for item in mappings if item["targetAttributeName"] == "externalId"]
        second["matchingPriority"] = 2

    edit(at.call, by_external_id_too)
    seen = at.put("user", at.eve)
    assert [item.query for item in sent(seen, "GET")] == [
        {"filter": f'userName eq "{EVE}"'},
        {"filter": f'externalId eq "{at.eve["mailNickname"]}"'},
    ]
    assert len(sent(seen, "POST")) == 1
    # Who is found by the first is not looked for by the second.
    at.server.users["1"] = {"id": "1", "schemas": [CORE], "userName": BOSS, "active": True}
    assert [item.query for item in sent(at.put("user", at.boss), "GET", "/Users")[:2]] == [
        {"filter": f'userName eq "{BOSS}"'},
        {},
    ]


def test_several_hits_fail_the_object(moments: tuple[Moments, bool]) -> None:
    at, _ = moments
    for key in ("1", "2"):
        at.server.users[key] = {"id": key, "schemas": [CORE], "userName": EVE, "active": False}
    seen = at.put("user", at.eve)
    assert [item.method for item in seen] == ["GET"]
    assert records(at.call, at.eve["id"])[-1][1:] == ("failure", "DuplicateTargetEntries")


def test_a_creation_that_is_answered_with_200_is_taken(moments: tuple[Moments, bool]) -> None:
    at, _ = moments
    at.server.defects, at.server.only = {"created is ok"}, EVE
    at.put("user", at.eve)
    assert records(at.call, at.eve["id"])[-1] == ("create", "success", None)


def test_a_call_on_demand_keeps_to_the_older_dialect(moments: tuple[Moments, bool]) -> None:
    at, _ = moments
    at.put("user", at.eve)
    at.server.seen.clear()
    put_source(at.tenant, "user", {**at.eve, "displayName": "Eva", "accountEnabled": False})
    subject = {"objectId": at.eve["id"], "objectTypeName": "User"}
    body = {"parameters": [{"ruleId": SCIM_RULE_ID, "subjects": [subject]}]}
    at.call("POST", f"{JOB}/provisionOnDemand", body)
    assert patched(at.arrived()) == [{"op": "Replace", "path": "active", "value": "False"}]


def test_a_renamed_group(moments: tuple[Moments, bool]) -> None:
    at, flag = moments
    at.put("group", {**at.group, "members": []})
    key = at.id("Night shift")
    seen = at.put("group", {**at.group, "displayName": "Early shift"})
    assert [(item.method, item.path, item.query) for item in seen] == [
        ("GET", f"/Groups/{key}", {"excludedAttributes": "members"}),
        ("PATCH", f"/Groups/{key}", {}),
    ]
    expected = (
        {"op": "replace", "value": {"displayName": "Early shift"}}
        if flag
        else {"op": "Replace", "path": "displayName", "value": "Early shift"}
    )
    assert patched(seen) == [expected]


def test_the_headers(moments: tuple[Moments, bool]) -> None:
    at, _ = moments
    for item in at.put("user", at.eve):
        assert item.headers["authorization"] == "Bearer right-token"
        assert item.headers["accept"] == "application/scim+json"
        if item.body is not None:
            assert item.headers["content-type"] == "application/scim+json"


def test_a_deleted_user(moments: tuple[Moments, bool]) -> None:
    at, _ = moments
    at.put("user", at.eve)
    key = at.id(EVE)
    at.server.seen.clear()
    remove_source(at.tenant, "user", at.eve["id"])
    cycle(at.call)
    (gone,) = sent(at.arrived(), "DELETE")
    assert (gone.path, gone.query, gone.body) == (f"/Users/{key}", {}, None)


def test_a_manager(moments: tuple[Moments, bool]) -> None:
    at, flag = moments
    at.put("user", at.boss, at.eve)
    seen = at.put("user", {**at.eve, "manager": at.boss["id"]})
    asked = next(item for item in seen if " and " in item.query.get("filter", ""))
    eve, boss = at.id(EVE), at.id(BOSS)
    assert asked.query == {"filter": f'id eq "{eve}" and manager eq "{boss}"', "attributes": "id"}
    path = f"{ENTERPRISE}:manager"
    expected = (
        {"op": "add", "path": path, "value": {"value": boss}}
        if flag
        else {"op": "Add", "path": path, "value": boss}
    )
    assert patched(seen) == [expected]


def test_a_new_group(moments: tuple[Moments, bool]) -> None:
    at, flag = moments
    at.put("user", at.eve)
    seen = at.put("group", {**at.group, "members": [at.eve["id"]]})
    (look, *_) = sent(seen, "GET", "/Groups")
    assert look.query == {"excludedAttributes": "members", "filter": 'displayName eq "Night shift"'}
    (made,) = sent(seen, "POST")
    assert made.body == {
        "schemas": [GROUP, MARK],
        "displayName": "Night shift",
        "externalId": at.group["id"],
        "meta": {"resourceType": "Group"},
    }
    eve = at.id(EVE)
    expected = (
        {"op": "add", "path": "members", "value": [{"value": eve}]}
        if flag
        else {"op": "Add", "path": "members", "value": [{"$ref": None, "value": eve}]}
    )
    assert patched(seen) == [expected]


def test_a_member_who_leaves(moments: tuple[Moments, bool]) -> None:
    at, flag = moments
    at.put("user", at.eve, at.boss)
    members = [at.eve["id"], at.boss["id"]]
    at.put("group", {**at.group, "members": members})
    seen = at.put("group", {**at.group, "members": members[1:]})
    (look, *_) = sent(seen, "GET", "/Groups")
    assert (look.path, look.query) == (
        f"/Groups/{at.id('Night shift')}",
        {"excludedAttributes": "members"},
    )
    eve = at.id(EVE)
    expected = (
        {"op": "remove", "path": f'members[value eq "{eve}"]'}
        if flag
        else {"op": "Remove", "path": "members", "value": [{"$ref": None, "value": eve}]}
    )
    assert patched(seen) == [expected]


def test_a_known_user_that_is_gone_is_matched_anew(moments: tuple[Moments, bool]) -> None:
    at, _ = moments
    at.put("user", at.eve)
    gone = at.server.users.pop(at.id(EVE))
    seen = at.put("user", {**at.eve, "displayName": "Eva"})
    methods = [(item.method, item.path) for item in seen]
    assert methods == [("GET", f"/Users/{gone['id']}"), ("GET", "/Users"), ("POST", "/Users")]


def test_an_inactive_account_is_a_match(moments: tuple[Moments, bool]) -> None:
    at, flag = moments
    at.server.users["1"] = {"id": "1", "schemas": [CORE], "userName": EVE, "active": False}
    seen = at.put("user", at.eve)
    assert sent(seen, "POST") == []
    active = [item for item in patched(seen) if "active" in str(item)]
    assert active
    assert "False" not in str(active)
    assert at.server.users["1"]["active"] is True, flag
