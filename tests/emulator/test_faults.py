"""Every fault that can be asked for, seen from a client on a real connection."""

import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest

from graphsync.emulator import (
    MANY_PRINCIPAL_ID,
    NEW_JOB_ID,
    SCIM_JOB_ID,
    SCIM_PRINCIPAL_ID,
    Emulator,
    Fault,
)

JOBS = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs"
JOB = f"{JOBS}/{SCIM_JOB_ID}"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(speed=0, random_seed=3) as running:
        yield running


@pytest.fixture
def client(emulator: Emulator) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=emulator.url, headers={"Authorization": "Bearer x"}) as made:
        yield made


def once(emulator: Emulator, **fault: Any) -> None:
    emulator.faults.add(Fault(times=1, **fault))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 412, 429, 500, 502, 503, 504])
def test_any_status(emulator: Emulator, client: httpx.Client, status: int) -> None:
    once(emulator, kind="status", status=status, code="Chosen", message="As told.")
    error = client.get(JOB)
    assert (error.status_code, error.json()["error"]["code"]) == (status, "Chosen")
    assert error.json()["error"]["innerError"]["request-id"] == error.headers["request-id"]
    assert client.get(JOB).status_code == 200


def test_retry_after_in_each_format(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="status", status=429, retry_after=7)
    once(emulator, kind="status", status=429, retry_after=2.128, retry_after_format="fraction")
    once(emulator, kind="status", status=503, retry_after=60, retry_after_format="date")
    once(emulator, kind="status", status=503)
    seen = [client.get(JOB).headers.get("Retry-After") for _ in range(4)]
    assert seen[:2] == ["7", "2.128"]
    assert 0 < parsedate_to_datetime(seen[2]).timestamp() - time.time() <= 61
    assert seen[3] is None


def test_html(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="html", status=502)
    answer = client.get(JOB)
    assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html")
    assert answer.text.startswith("<html>")


def test_truncated(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="truncated")
    with pytest.raises(httpx.RemoteProtocolError):
        client.get(JOB)
    assert client.get(JOB).status_code == 200


def test_invalid_json(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="invalid json")
    answer = client.get(JOB)
    assert answer.status_code == 200
    with pytest.raises(ValueError, match=r"."):
        answer.json()


def test_an_empty_body(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="empty")
    answer = client.get(JOB)
    assert (answer.status_code, answer.content) == (200, b"")


def test_reset(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="reset")
    with pytest.raises(httpx.ReadError, match="reset"):
        client.get(JOB)
    assert client.get(JOB).status_code == 200


def test_reset_after_the_operation_was_performed(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="reset", performed=True, method="POST")
    with pytest.raises(httpx.ReadError):
        client.post(f"{JOBS}/{NEW_JOB_ID}/start")
    assert client.get(f"{JOBS}/{NEW_JOB_ID}").json()["schedule"]["state"] == "Active"


def test_a_status_does_not_perform_unless_told_to(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="status", status=503)
    assert client.post(f"{JOBS}/{NEW_JOB_ID}/start").status_code == 503
    assert client.get(f"{JOBS}/{NEW_JOB_ID}").json()["schedule"]["state"] == "Disabled"
    once(emulator, kind="status", status=504, performed=True)
    assert client.post(f"{JOBS}/{NEW_JOB_ID}/start").status_code == 504
    assert client.get(f"{JOBS}/{NEW_JOB_ID}").json()["schedule"]["state"] == "Active"


def test_slow(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="slow", seconds=60)
    with pytest.raises(httpx.ReadTimeout):
        client.get(JOB, timeout=0.3)
    once(emulator, kind="slow", seconds=0.05)
    assert client.get(JOB).json()["id"] == SCIM_JOB_ID


def test_a_wrong_content_type(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="content type")
    answer = client.get(JOB)
    assert (answer.headers["content-type"], answer.json()["id"]) == ("text/plain", SCIM_JOB_ID)


def test_a_foreign_next_link(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="foreign next link")
    page = client.get(f"/servicePrincipals/{MANY_PRINCIPAL_ID}/synchronization/jobs").json()
    assert httpx.URL(page["@odata.nextLink"]).host == "elsewhere.contoso.com"


def test_unknown_enum_values_and_members(emulator: Emulator, client: httpx.Client) -> None:
    once(emulator, kind="unknown enum")
    once(emulator, kind="unknown member")
    job = client.get(JOB).json()
    assert (job["schedule"]["state"], job["status"]["code"]) == ("FutureActive", "FutureActive")
    job = client.get(JOB).json()
    assert job["futureMember"] == job["schedule"]["futureMember"] == {"nested": [1, None, "x"]}
    assert "futureMember" not in client.get(JOB).json()["schedule"]


def test_in_process_a_reset_is_an_exception() -> None:
    import asyncio

    async def story() -> None:
        emulator = Emulator()
        once(emulator, kind="reset")
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=emulator.app)) as graph:
            await graph.get(f"http://localhost/v1.0{JOB}", headers={"Authorization": "Bearer x"})

    with pytest.raises(ConnectionResetError):
        asyncio.run(story())
