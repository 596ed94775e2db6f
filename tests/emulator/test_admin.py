"""The admin surface and who may use it."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from graphsync.emulator import NEW_JOB_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator
from graphsync.emulator.http.guard import host_of, is_own_host


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with Emulator(speed=0, start="2026-01-01T00:00:00Z") as emulator:
        root = emulator.url.removesuffix("/v1.0")
        with httpx.Client(base_url=root, headers={"Authorization": "Bearer x"}) as made:
            yield made


def job(client: httpx.Client, key: str = NEW_JOB_ID) -> Any:
    return client.get(
        f"/v1.0/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{key}"
    ).json()


def test_advance_runs_what_was_due(client: httpx.Client) -> None:
    client.post(
        f"/v1.0/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{NEW_JOB_ID}/start"
    )
    assert client.post("/_emulator/advance", json={"duration": "PT40M"}).json() == {
        "now": "2026-01-01T00:40:00Z"
    }
    assert job(client)["status"]["lastExecution"]["state"] == "Succeeded"
    assert client.post("/_emulator/advance", json={"seconds": 1.5}).json() == {
        "now": "2026-01-01T00:40:01.5000000Z"
    }


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "advance", {}, 400),
        ("POST", "advance", {"duration": "later"}, 400),
        ("POST", "advance", {"seconds": -1}, 400),
        ("POST", "advance", [], 400),
        ("PATCH", "switches", {"colour": "red"}, 400),
        ("POST", "quarantine", {"jobId": "nope"}, 400),
        ("GET", "targets/nope", None, 400),
        ("PATCH", f"targets/{SCIM_PRINCIPAL_ID}", {"colour": 1}, 400),
        ("DELETE", "users/nope", None, 400),
        ("GET", "users/nope", None, 400),
        ("PATCH", "users/nope", {}, 400),
        ("GET", "nothing", None, 404),
    ],
)
def test_what_is_refused(
    client: httpx.Client, method: str, path: str, body: object, status: int
) -> None:
    answer = client.request(method, f"/_emulator/{path}", json=body)
    assert (answer.status_code, bool(answer.json()["error"]["message"])) == (status, True)


def test_people_and_their_accounts(client: httpx.Client) -> None:
    new = {
        "id": "u-1",
        "userPrincipalName": "zoe@contoso.com",
        "displayName": "Zoe",
        "mailNickname": "zoe",
    }
    assert client.post("/_emulator/users", json=new).status_code == 201
    client.post("/_emulator/advance", json={"duration": "PT45M"})
    target = client.get(f"/_emulator/targets/{SCIM_PRINCIPAL_ID}").json()
    zoe = next(item for item in target["Resources"] if item.get("userName") == "zoe@contoso.com")
    assert (zoe["displayName"], zoe["active"], target["totalResults"]) == ("Zoe", True, 46)
    client.patch("/_emulator/users/u-1", json={"displayName": "Zoe Z"})
    assert client.get("/_emulator/users/u-1").json()["userPrincipalName"] == "zoe@contoso.com"
    client.delete("/_emulator/users/u-1")
    client.post("/_emulator/advance", json={"duration": "PT45M"})
    assert client.get(f"/_emulator/targets/{SCIM_PRINCIPAL_ID}").json()["totalResults"] == 45


def test_quarantine_on_demand(client: httpx.Client) -> None:
    answer = client.post("/_emulator/quarantine", json={"jobId": SCIM_JOB_ID})
    assert answer.json()["status"]["quarantine"]["reason"] == "QuarantinedOnDemand"
    assert job(client, SCIM_JOB_ID)["status"]["code"] == "Quarantine"


def test_overview_and_groups(client: httpx.Client) -> None:
    overview = client.get("/_emulator").json()
    assert (overview["tenant"]["displayName"], overview["speed"]) == ("Contoso", 0)
    assert len(client.get("/_emulator/groups").json()["value"]) == 5
    assert client.get("/_emulator/switches").json()["put_secrets"] == "replace"


@pytest.mark.parametrize("path", ["/", "/_emulator", "/_emulator/page.css"])
@pytest.mark.parametrize(
    "headers",
    [{"Host": "rebound.contoso.com"}, {"Origin": "https://contoso.com"}, {"Host": "192.0.2.1"}],
)
def test_strangers_are_kept_out(client: httpx.Client, path: str, headers: dict[str, str]) -> None:
    assert client.get(path, headers=headers).status_code == 403


@pytest.mark.parametrize(
    ("host", "bound", "own"),
    [
        ("127.0.0.1:80", "127.0.0.1", True),
        ("localhost:1", "127.0.0.1", True),
        ("[::1]:1", "::1", True),
        ("graph.contoso.com", "graph.contoso.com", True),
        ("10.0.0.7", "0.0.0.0", True),
        ("10.0.0.7", "127.0.0.1", False),
        ("rebound.contoso.com", "0.0.0.0", False),
        ("", "127.0.0.1", False),
        ("[", "127.0.0.1", False),
    ],
)
def test_own_addresses(host: str, bound: str, own: bool) -> None:
    assert is_own_host(host_of({"host": host}), (), bound) is own
