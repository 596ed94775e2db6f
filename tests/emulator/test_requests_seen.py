"""Requests seen: what is kept, searched, exported and cut, and the permissions that they needed."""

import json
import shlex
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from graphsync import GraphClient
from graphsync.emulator import (
    CLIENT_ID,
    CLIENT_SECRET,
    SCIM_PRINCIPAL_ID,
    TENANT_ID,
    Emulator,
)
from graphsync.emulator.protocol import permission
from graphsync.emulator.requests.exports import curl
from graphsync.emulator.requests.least import _BY_POWER, least, needed
from graphsync.emulator.requests.seen import Requests, Seen, shortened
from graphsync.emulator.requests.shown import Show

from .conftest import Caller
from .jobs import JOB, SYNC
from .scim_server import ScimServer, scim_server

TOKEN = "a-token-that-nobody-may-see"


@pytest.fixture
def at() -> Iterator[httpx.Client]:
    """A client of a running emulator, its address the root of all paths."""
    with (
        Emulator(speed=0, start="2026-01-01T00:00:00Z") as emulator,
        httpx.Client(
            base_url=emulator.url.removesuffix("/v1.0"),
            headers={"Authorization": f"Bearer {TOKEN}"},
        ) as client,
    ):
        yield client


def seen(at: httpx.Client, **query: str) -> list[dict[str, Any]]:
    answer = at.get("/_emulator/requests", params=query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["value"]
    return found


def test_what_came_in_is_listed_with_its_answer(at: httpx.Client) -> None:
    at.get("/v1.0/users", params={"$top": "1", "$select": "displayName"})
    at.post("/v1.0/users", json={"displayName": "Nobody"})
    first, second = seen(at)
    assert first["url"].endswith("/v1.0/users?$top=1&$select=displayName")
    assert (first["direction"], first["method"], first["status"]) == ("in", "GET", 200)
    assert first["dateTime"] == "2026-01-01T00:00:00Z"
    assert first["operation"] == "users"
    assert json.loads(first["responseBody"])["value"][0]["displayName"] == "Ada Ahlberg"
    assert (second["status"], second["requestBody"]) == (400, '{"displayName": "Nobody"}')
    assert at.get(f"/_emulator/requests/{second['id']}").json() == second
    assert at.get("/_emulator/requests/999").status_code == 400


def test_parts_of_a_batch_are_listed_too(at: httpx.Client) -> None:
    at.post(
        "/v1.0/$batch",
        json={"requests": [{"id": "1", "method": "GET", "url": "/organization"}]},
    )
    inner, outer = seen(at)
    assert (inner["inBatch"], inner["operation"]) == (True, "organization")
    assert (outer["inBatch"], outer["method"]) == (False, "POST")


def test_the_list_is_searched_and_cleared(at: httpx.Client) -> None:
    for path in ("/v1.0/users", "/v1.0/groups", "/v1.0/nothing"):
        at.get(path)
    assert [item["url"][-8:] for item in seen(at, q="NOTHING")] == ["/nothing"]
    assert len(seen(at, q="ahlberg")) == 1
    assert seen(at, direction="out") == []
    assert at.get("/_emulator/requests?direction=up").status_code == 400
    assert at.get("/_emulator/requests?colour=red").status_code == 400
    assert at.delete("/_emulator/requests").status_code == 204
    assert seen(at) == []


def test_secrets_are_cut_wherever_they_are(at: httpx.Client) -> None:
    secret, password = "a-secret-of-the-target", "correct horse battery"
    values = [
        {"key": "BaseAddress", "value": "https://scim.contoso.com"},
        {"key": "SecretToken", "value": secret},
    ]
    sync = f"/v1.0/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization"
    at.put(f"{sync}/secrets", json={"value": values})
    body = {"useSavedCredentials": False, "credentials": values}
    at.post(f"{sync}/jobs/x/validateCredentials", json=body)
    at.post("/v1.0/users", json={"passwordProfile": {"password": password}})
    at.post(
        "/v1.0/users",
        content=f'{{"password": "{password}"',
        headers={"content-type": "application/json"},
    )
    at.get("/v1.0/users", params={"$filter": f"displayName eq '{secret}'"})
    for path in ("/_emulator/requests", "/_emulator/requests.har"):
        whole = at.get(path).text
        assert "https://scim.contoso.com" in whole
        for cut in (TOKEN, secret, password):
            assert cut not in whole
    assert TOKEN not in repr(
        Seen(
            number=1,
            direction="in",
            at=0,
            method="GET",
            url="/",
            status=200,
            seconds=0,
            headers={"authorization": TOKEN},
            body=TOKEN.encode(),
        )
    )


def test_what_went_to_a_target_is_listed_too(new: Callable[..., Caller]) -> None:
    with scim_server() as server:
        call = new(throttling=False)
        call.connect(server)
        out = [item for item in call.emulator.graph.shown() if item.direction == "out"]
        call.emulator.close()
    assert out[0].url.startswith(f"{server.url}/Users?filter=userName")
    assert {item.method for item in out} >= {"GET", "POST", "PATCH"}
    posted = next(item for item in out if item.method == "POST")
    assert json.loads(posted.body)["userName"].endswith("@contoso.com")
    assert json.loads(posted.answer)["id"]
    assert posted.headers["Authorization"] == "Bearer ***"
    assert ScimServer.token not in repr(out)


def test_the_archive_is_har(at: httpx.Client) -> None:
    at.post("/v1.0/users", params={"x": "1"}, json={"displayName": "Ö"})
    log = at.get("/_emulator/requests.har").json()["log"]
    (entry,) = log["entries"]
    assert (log["version"], log["creator"]["name"]) == ("1.2", "graphsync-emulator")
    assert entry["request"]["queryString"] == [{"name": "x", "value": "1"}]
    assert entry["request"]["postData"] == {
        "mimeType": "application/json",
        "text": '{"displayName": "Ö"}',
    }
    assert entry["response"]["status"] == 400
    assert entry["timings"]["wait"] == entry["time"] >= 0


def test_curl_sends_the_same_again(at: httpx.Client) -> None:
    body = {"displayName": 'It\'s "Zoe"; $(rm -rf /)', "userPrincipalName": "zoe@contoso.com"}
    at.patch("/v1.0/users/ada.ahlberg@contoso.com", json={"displayName": body["displayName"]})
    (item,) = seen(at)
    command = at.get(f"/_emulator/requests/{item['id']}/curl").text
    words = shlex.split(command)
    assert words[:4] == ["curl", "--request", "PATCH", item["url"]]
    assert "Authorization: Bearer $TOKEN" in words
    at.delete("/_emulator/requests")
    # A shell reads the words, and a program that prints them stands for curl.
    printed = subprocess.run(
        ["sh", "-c", command.replace("curl", "printf '%s\\n'", 1)],
        env={"TOKEN": "t0ken", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert (
        json.loads(printed[printed.index("--data-raw") + 1])["displayName"] == body["displayName"]
    )
    assert "Authorization: Bearer t0ken" in printed


def test_memory_is_bounded() -> None:
    requests = Requests()
    big = shortened(b"x" * 1_000_000)
    assert len(big) < 300_000
    for number in range(2_100):
        answer = big if number > 1_900 else b"small"
        requests.add(
            Seen(
                number=number,
                direction="in",
                at=0,
                method="GET",
                url="/",
                status=200,
                seconds=0,
                answer=answer,
            )
        )
    kept = requests.all()
    assert len(kept) <= 2_000
    assert sum(item.size for item in kept) <= 32 * 1024 * 1024
    assert kept[-1].number == 2_099


def test_a_body_that_was_cut_short_is_not_shown_where_it_may_hold_a_secret() -> None:
    body = b'{"secretToken": "abc", "x": "' + b"y" * 300_000 + b'"}'
    item = Seen(
        number=1,
        direction="in",
        at=0,
        method="PUT",
        url="/",
        status=200,
        seconds=0,
        body=shortened(body),
    )
    assert "may hold a secret" in Show([])(item).body


ALL = {
    name: value
    for name, value in vars(permission).items()
    if isinstance(value, frozenset) and value and not name.startswith("_")
}


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        (["READ"], ["Synchronization.Read.All"]),
        (["READ", "WRITE"], ["Synchronization.ReadWrite.All"]),
        (["READ", "READ_LOGS"], ["ProvisioningLog.Read.All", "Synchronization.Read.All"]),
        (["READ_SCHEMA", "READ"], ["Synchronization.Read.All"]),
        (["READ_USERS", "READ_GROUPS"], ["Group.Read.All", "User.Read.All"]),
        (
            ["READ_USERS", "READ_GROUPS", "READ_APPLICATIONS"],
            ["Application.Read.All", "Group.Read.All", "User.Read.All"],
        ),
        (["WRITE_USERS", "READ_USERS"], ["User.ReadWrite.All"]),
        (["WRITE_ASSIGNMENTS"], ["AppRoleAssignment.ReadWrite.All"]),
        (["UPLOAD", "READ"], ["Synchronization.Read.All", "SynchronizationData-User.Upload"]),
    ],
)
def test_the_least_permissions_of_an_application(
    operations: list[str], expected: list[str]
) -> None:
    without = {name for names in ALL.values() for name in names if name.endswith(".OwnedBy")}
    assert least([ALL[name] for name in operations], {*without, "User.Read"}) == expected


def test_what_nothing_opens_has_no_least_permissions() -> None:
    assert least([frozenset({"A"})], without={"A"}) is None
    assert least([]) == []


def test_every_permission_has_its_place() -> None:
    assert {name for names in ALL.values() for name in names} <= set(_BY_POWER)


@pytest.mark.parametrize("kind", ["application", "owningApplication"])
def test_a_recorded_run_passes_with_the_permissions_that_it_needed_and_with_no_fewer(
    new: Callable[..., Caller], kind: str
) -> None:
    """What is said to be enough is granted, and then each part of it is taken away."""
    call = new(throttling=False)

    def run() -> list[int]:
        token = call.emulator.token()
        headers = {"authorization": f"Bearer {token}"}
        asked = [
            ("GET", "/servicePrincipals", None),
            ("GET", JOB, None),
            ("POST", f"{JOB}/pause", None),
            ("GET", f"{SYNC}/templates", None),
            ("GET", "/users/ada.ahlberg@contoso.com", None),
            ("GET", "/auditLogs/provisioning", None),
        ]
        return [
            call.reply(method, path, body, headers=headers).status for method, path, body in asked
        ]

    before = run()
    assert set(before) == {200, 204}
    found = json.loads(json.dumps(_needed(call.emulator)))
    granted = found[kind]
    assert granted
    assert {item["path"] for item in found["operations"]} >= {
        "/servicePrincipals",
        "/auditLogs/provisioning",
    }
    call.emulator.switches.change({"authentication": "permissions", "roles": granted})
    assert run() == before
    for taken in granted:
        call.emulator.switches.roles = [name for name in granted if name != taken]
        assert run() != before, taken


def test_a_persons_permissions_have_me_and_nothing_of_owners(call: Caller) -> None:
    token = call.emulator.token("ada.ahlberg@contoso.com")
    call("GET", "/me", headers={"authorization": f"Bearer {token}"})
    call("GET", JOB)
    found = _needed(call.emulator)
    assert found["person"] == ["Synchronization.Read.All", "User.Read"]


def _needed(emulator: Emulator) -> dict[str, Any]:
    return needed(emulator.graph.requests)


def test_the_admin_call(at: httpx.Client) -> None:
    at.get(f"/v1.0{JOB}")
    found = at.get("/_emulator/permissions").json()
    assert found["application"] == ["Synchronization.Read.All"]
    assert found["owningApplication"] == ["Application.ReadWrite.OwnedBy"]
    (operation,) = found["operations"]
    assert (operation["method"], operation["calls"]) == ("GET", 1)
    assert "Synchronization.Read.All" in operation["anyOf"]


def test_a_text_with_blanks_is_one_word_of_the_command() -> None:
    show = Show([])
    item = show(
        Seen(
            number=1,
            direction="out",
            at=0,
            method="GET",
            url='http://a/Users?filter=userName eq "x"',
            status=200,
            seconds=0,
        )
    )
    assert shlex.split(curl(item))[3] == 'http://a/Users?filter=userName eq "x"'


def test_a_test_reads_what_was_seen() -> None:
    with Emulator(speed=0) as emulator:
        with GraphClient("any", endpoint=emulator.url) as graph:
            graph.request("GET", "/organization")
            graph.request("GET", "/users", params={"$top": "1"})
        first, second = emulator.requests_seen()
        assert [first["operation"], second["operation"]] == ["organization", "users"]
        assert emulator.requests_seen("ORGANIZATION", "in") == [first]
        assert emulator.requests_seen(direction="out") == []
        entries = emulator.har("ahlberg")["log"]["entries"]
        assert [item["request"]["url"] for item in entries] == [second["url"]]
        assert emulator.curl(second["id"]).startswith("curl --request GET ")
        assert '"Authorization: Bearer $TOKEN"' in emulator.curl(second["id"])
        assert emulator.least_permissions()["application"] == [
            "Organization.Read.All",
            "User.Read.All",
        ]
        emulator.forget_requests()
        assert emulator.requests_seen() == []
        assert emulator.least_permissions()["operations"] == []
        with pytest.raises(LookupError, match="no request 999"):
            emulator.curl(999)
        with pytest.raises(ValueError, match="choose in or out"):
            emulator.requests_seen(direction="up")


def test_requests_for_tokens_are_kept_without_what_opens_anything() -> None:
    secrets = {
        "client_secret": "a-secret-nobody-sees",
        "client_assertion": "an.assertion.nobody-sees",
        "password": "a-password-nobody-sees",
        "new_field": "a-field-nobody-sees",
    }
    asked = {
        "grant_type": "client_credentials",
        "client_id": CLIENT_ID,
        "scope": "https://graph.microsoft.com/.default",
    }
    with Emulator(speed=0) as emulator:
        root = emulator.url.removesuffix("/v1.0")
        address = f"{root}/{TENANT_ID}/oauth2/v2.0/token"
        granted = httpx.post(address, data={**asked, "client_secret": CLIENT_SECRET})
        httpx.post(address, data={**asked, **secrets})
        seen = emulator.requests_seen()
        assert [item["method"] for item in seen] == ["POST", "POST"]
        assert granted.json()["access_token"] not in repr((seen, emulator.har()))
        assert (seen[0]["status"], seen[0]["url"]) == (200, address)
        assert "scope=https%3A%2F%2Fgraph.microsoft.com%2F.default" in seen[0]["requestBody"]
        assert "client_secret=***" in seen[0]["requestBody"]
        assert f"client_id={CLIENT_ID}" in seen[1]["requestBody"]
        shown = repr((seen, emulator.har(), [emulator.curl(item["id"]) for item in seen]))
        assert "nobody-sees" not in shown
        assert CLIENT_SECRET not in repr(seen)
        assert emulator.least_permissions()["operations"] == []
