"""What a test does to a tenant from outside, by methods of `Emulator` and by admin calls."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator, Rejection

from .conftest import Caller

ZOE = {
    "id": "u-1",
    "userPrincipalName": "zoe@contoso.com",
    "displayName": "Zoe",
    "mailNickname": "zoe",
}
APP = "55555555-5555-4555-8555-555555555555"
SEED: dict[str, Any] = {
    "users": [ZOE],
    "applications": [
        {
            "displayName": "App",
            "servicePrincipalId": APP,
            "secrets": {
                "BaseAddress": "https://a.contoso.com",
                "SecretToken": "t",
                "SyncAll": "true",
            },
            "jobs": [{"templateId": "scim", "started": True}],
        }
    ],
}


@pytest.fixture
def admin() -> Iterator[httpx.Client]:
    with (
        Emulator(speed=0, start="2026-01-01T00:00:00Z") as emulator,
        httpx.Client(base_url=emulator.url.removesuffix("/v1.0") + "/_emulator") as client,
    ):
        yield client


def logged(call: Caller, source_id: str) -> list[tuple[str, str, str | None]]:
    """Return action, status and error code of each record about a source object, newest first."""
    found = call("GET", "/auditLogs/provisioning", filter=f"sourceIdentity/id eq '{source_id}'")
    return [
        (
            item["provisioningAction"],
            item["provisioningStatusInfo"]["status"],
            (item["provisioningStatusInfo"]["errorInformation"] or {}).get("errorCode"),
        )
        for item in found["value"]
    ]


def test_people_by_methods(call: Caller) -> None:
    emulator = call.emulator
    assert emulator.put_user(ZOE) == "u-1"
    group = emulator.put_group({"displayName": "New", "mailNickname": "new", "members": ["u-1"]})
    emulator.advance(hours=1)
    accounts = emulator.accounts(SCIM_PRINCIPAL_ID)
    zoe = next(item for item in accounts if item.get("userName") == "zoe@contoso.com")
    assert next(item for item in accounts if item.get("displayName") == "New")["members"] == [
        {"value": zoe["id"]}
    ]
    assert emulator.put_user({"id": "u-1", "displayName": "Zoe Z"}) == "u-1"
    assert next(item for item in emulator.users if item["id"] == "u-1")["mailNickname"] == "zoe"
    emulator.remove_user("u-1")
    emulator.remove_group(group)
    assert {"u-1", group}.isdisjoint(item["id"] for item in [*emulator.users, *emulator.groups])
    with pytest.raises(LookupError, match="there is no user 'u-1'"):
        emulator.remove_user("u-1")


def test_what_is_returned_is_a_copy(call: Caller) -> None:
    call.emulator.users[0]["displayName"] = "changed"
    assert all(item["displayName"] != "changed" for item in call.emulator.users)


def test_quarantine_by_a_method(call: Caller) -> None:
    call.emulator.quarantine(SCIM_JOB_ID, code="Ours", message="because")
    job = call("GET", f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{SCIM_JOB_ID}")
    quarantine = job["status"]["quarantine"]
    assert (job["status"]["code"], quarantine["reason"]) == ("Quarantine", "QuarantinedOnDemand")
    assert (quarantine["error"]["code"], quarantine["error"]["message"]) == ("Ours", "because")
    with pytest.raises(LookupError, match=f"did you mean '{SCIM_JOB_ID}'"):
        call.emulator.quarantine(SCIM_JOB_ID[:-1])


def test_an_account_that_is_there_already_is_matched(call: Caller) -> None:
    """facts 2.3: an account whose matching attribute has the value is taken over, not made again."""
    key = call.emulator.put_account(
        SCIM_PRINCIPAL_ID, {"userName": "ZOE@contoso.com", "active": True}
    )
    call.emulator.put_user(ZOE)
    call.emulator.advance(hours=1)
    found = [item for item in call.emulator.accounts(SCIM_PRINCIPAL_ID) if item["id"] == key]
    assert [item["displayName"] for item in found] == ["Zoe"]
    assert logged(call, "u-1")[0][:2] == ("update", "success")


def test_two_accounts_with_one_matching_value_fail_the_object(call: Caller) -> None:
    """facts 8.2, object-level codes: `DuplicateTargetEntries`."""
    for name in ("one", "two"):
        call.emulator.put_account(SCIM_PRINCIPAL_ID, {"userName": "zoe@contoso.com", "title": name})
    call.emulator.put_user(ZOE)
    call.emulator.advance(hours=1)
    assert logged(call, "u-1") == [("other", "failure", "DuplicateTargetEntries")]


def test_a_target_has_uniqueness_of_its_own(call: Caller) -> None:
    """facts 8.2, object-level codes: `EntryConflict`."""
    call.emulator.set_target(SCIM_PRINCIPAL_ID, unique=["userName", "externalId"])
    call.emulator.put_account(
        SCIM_PRINCIPAL_ID, {"userName": "other@contoso.com", "externalId": "Zoe"}
    )
    call.emulator.put_user(ZOE)
    call.emulator.advance(hours=1)
    assert logged(call, "u-1") == [("create", "failure", "EntryConflict")]
    call.emulator.set_target(SCIM_PRINCIPAL_ID, unique=[])
    call.emulator.advance(hours=2)
    assert logged(call, "u-1")[0] == ("create", "success", None)


def test_a_target_that_asks_to_be_left_alone_for_a_while(call: Caller) -> None:
    """facts 8.2, object-level codes: `TooManyRequests`; the object is tried again in a later cycle."""
    emulator = call.emulator
    emulator.set_target(SCIM_PRINCIPAL_ID, rejects=[Rejection(times=2, retry_after=4 * 3600)])
    emulator.put_user(ZOE)
    emulator.advance(hours=1)
    assert logged(call, "u-1") == [("create", "failure", "TooManyRequests")]
    emulator.advance(hours=3)
    assert len(logged(call, "u-1")) == 1
    emulator.advance(hours=2)
    assert len(logged(call, "u-1")) == 2
    emulator.advance(hours=5)
    assert logged(call, "u-1")[0] == ("create", "success", None)
    assert call.emulator._control.target(SCIM_PRINCIPAL_ID)["rejects"] == []


def test_chance_decides_and_is_repeatable(new: Callable[..., Caller]) -> None:
    def failures() -> int:
        call = new(random_seed=5, throttling=False)
        call.emulator.set_target(SCIM_PRINCIPAL_ID, rejects=[Rejection(probability=0.5)])
        for number in range(40):
            call.emulator.put_user(
                {
                    **ZOE,
                    "id": f"u-{number}",
                    "userPrincipalName": f"{number}@contoso.com",
                    "mailNickname": str(number),
                }
            )
        call.emulator.advance(hours=1)
        return sum(logged(call, f"u-{number}")[0][1] == "failure" for number in range(40))

    first = failures()
    assert 5 < first < 35
    assert failures() == first


def test_accounts_of_a_seed_are_there_before_the_first_cycle() -> None:
    seed = json.loads(json.dumps(SEED))
    seed["applications"][0]["accounts"] = [{"userName": "zoe@contoso.com", "title": "kept"}]
    emulator = Emulator(seed=seed, speed=0)
    accounts = emulator.accounts(APP)
    assert [(item["userName"], item["displayName"]) for item in accounts] == [
        ("zoe@contoso.com", "Zoe")
    ]


def test_accounts_by_admin_calls(admin: httpx.Client) -> None:
    path = f"/targets/{SCIM_PRINCIPAL_ID}/accounts"
    before = admin.get(path).json()["totalResults"]
    group = {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "Planted"}
    made = admin.post(path, json=group)
    assert made.status_code == 201
    assert admin.get(f"{path}/{made.json()['id']}").json() == made.json()
    assert made.json()["schemas"] == group["schemas"]
    assert admin.get(path).json()["totalResults"] == before + 1
    assert admin.delete(f"{path}/{made.json()['id']}").status_code == 204
    assert admin.get(path).json()["totalResults"] == before
    rules = [{"attribute": "userName", "times": 2, "probability": 0.5, "retryAfter": 60}]
    changed = admin.patch(
        f"/targets/{SCIM_PRINCIPAL_ID}", json={"rejects": rules, "unique": ["userName"]}
    )
    assert changed.json()["rejects"] == rules
    assert (
        admin.patch(f"/targets/{SCIM_PRINCIPAL_ID}", json={"acceptedToken": "t"}).json()[
            "acceptedToken"
        ]
        == "t"
    )
    assert (
        admin.patch(f"/targets/{SCIM_PRINCIPAL_ID}", json={"acceptedToken": None}).json()[
            "acceptedToken"
        ]
        is None
    )


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "said"),
    [
        ("POST", "advance", {"secs": 3}, 400, "no member 'secs'"),
        ("POST", "quarantine", {"job": "x"}, 400, "no member 'job'"),
        ("POST", "quarantine", {}, 400, "say which job"),
        (
            "PATCH",
            f"targets/{SCIM_PRINCIPAL_ID}",
            {"rejects": [{"atribute": "x"}]},
            400,
            "no member 'atribute'",
        ),
        ("PATCH", f"targets/{SCIM_PRINCIPAL_ID}", {"rejects": ["x"]}, 400, "list of objects"),
        ("PATCH", f"targets/{SCIM_PRINCIPAL_ID}", {"rejects": [{"times": 0}]}, 400, "times 0"),
        (
            "PATCH",
            f"targets/{SCIM_PRINCIPAL_ID}",
            {"rejects": [{"probability": 2}]},
            400,
            "probability 2",
        ),
        (
            "PATCH",
            f"targets/{SCIM_PRINCIPAL_ID}",
            {"rejects": [{"retryAfter": "x"}]},
            400,
            "retryAfter cannot be 'x'",
        ),
        (
            "PATCH",
            f"targets/{SCIM_PRINCIPAL_ID}",
            {"available": "no"},
            400,
            "available cannot be 'no'",
        ),
        (
            "GET",
            f"targets/{SCIM_PRINCIPAL_ID[:-1]}",
            None,
            400,
            f"did you mean '{SCIM_PRINCIPAL_ID}'",
        ),
        ("GET", f"targets/{SCIM_PRINCIPAL_ID}?filter=x", None, 400, "takes no query"),
        ("GET", f"targets/{SCIM_PRINCIPAL_ID}/Users", None, 404, "is not an admin call"),
        ("POST", f"targets/{SCIM_PRINCIPAL_ID}/accounts", {}, 400, "at least one attribute"),
        (
            "POST",
            f"targets/{SCIM_PRINCIPAL_ID}/accounts",
            {"userNam": "ada"},
            400,
            "no attribute 'userNam'; did you mean 'userName'?",
        ),
        ("POST", "users", {"displayNam": "Ada"}, 400, "a user has no 'displayNam'; did you mean"),
        ("POST", "groups", {"member": []}, 400, "a group has no 'member'; did you mean 'members'?"),
        (
            "DELETE",
            f"targets/{SCIM_PRINCIPAL_ID}/accounts/nope",
            None,
            400,
            "there is no account 'nope'",
        ),
        ("POST", "fault", {}, 404, "the nearest is POST /_emulator/faults"),
    ],
)
def test_what_an_admin_call_cannot_mean(
    admin: httpx.Client, method: str, path: str, body: object, status: int, said: str
) -> None:
    answer = admin.request(method, f"/{path}", json=body)
    assert (answer.status_code, said in answer.json()["error"]["message"]) == (status, True), (
        answer.text
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"tenant": {"name": "x"}}, "'name' is not a known member"),
        ({"tenant": []}, "'tenant' must be an object, not list"),
        ({"users": "many"}, "'users' must be a list of objects"),
        ({"users": True}, "'users' must be a list of objects"),
        ({"groups": [1]}, "'groups' must be a list of objects"),
        ({"user": []}, "did you mean 'users'?"),
        ({"users": [{"displayNam": "Ada"}]}, "did you mean 'displayName'?"),
        (
            {"application": {"jobs": [{"templateId": "scim", "start": True}]}},
            "did you mean 'started'?",
        ),
        ({"application": {"secrets": {"SecretTokn": "x"}}}, "did you mean 'SecretToken'?"),
        ({"application": {"assigned": ["nobody"]}}, "no user or group 'nobody'"),
        ({"application": {"accounts": [{}]}}, "at least one attribute"),
    ],
)
def test_seeds_that_mean_nothing(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    seed = json.loads(json.dumps(SEED))
    seed["applications"][0] |= change.pop("application", {})
    seed |= change
    with pytest.raises(ValueError, match=said.replace("?", r"\?")):
        Emulator(seed=seed)
    (tmp_path / "seed.json").write_text(json.dumps(seed))
    with pytest.raises(ValueError, match=said.replace("?", r"\?")):
        Emulator(seed=tmp_path / "seed.json")
