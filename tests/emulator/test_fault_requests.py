"""How faults are asked for: by header, by admin call, by chance."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from graphsync.emulator import NEW_JOB_ID, SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator, Fault
from graphsync.emulator.protocol.fault import from_document, from_header

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


def test_replication_delay_by_admin_call(emulator: Emulator, client: httpx.Client) -> None:
    root = emulator.url.removesuffix("/v1.0")
    assert (
        client.patch(f"{root}/_emulator/switches", json={"replication_delay": 60}).status_code
        == 200
    )
    client.delete(f"{JOBS}/{NEW_JOB_ID}")
    assert client.get(f"{JOBS}/{NEW_JOB_ID}").status_code == 200
    emulator.advance(minutes=2)
    assert client.get(f"{JOBS}/{NEW_JOB_ID}").status_code == 404


def test_by_header(client: httpx.Client) -> None:
    answer = client.get(JOB, headers={"x-emulator-fault": "status; status=429; retry_after=2"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "2")
    wrong = client.get(JOB, headers={"x-emulator-fault": "explode"})
    assert (wrong.status_code, "no fault is called" in wrong.json()["error"]["message"]) == (
        400,
        True,
    )


def test_by_admin_call(emulator: Emulator, client: httpx.Client) -> None:
    faults = f"{emulator.url.removesuffix('/v1.0')}/_emulator/faults"
    body = {"kind": "status", "status": 418, "times": 2, "method": "GET", "path": "*/jobs/*"}
    assert client.post(faults, json=body).status_code == 201
    assert client.get(JOBS).status_code == 200
    assert client.get(JOB).status_code == 418
    assert client.get(faults).json()["value"][0]["times"] == 1
    assert client.delete(faults).status_code == 204
    assert client.get(JOB).status_code == 200
    assert client.post(faults, json={"kind": "nonsense"}).status_code == 400


def test_seeded_probability_hits_the_same_requests_each_time() -> None:
    def run() -> list[int]:
        with Emulator(speed=0, random_seed=11) as emulator, httpx.Client() as client:
            emulator.faults.add(Fault(kind="status", status=500, probability=0.4))
            url = f"{emulator.url}{JOB}"
            return [
                client.get(url, headers={"Authorization": "Bearer x"}).status_code
                for _ in range(30)
            ]

    first = run()
    assert run() == first
    assert 3 < first.count(500) < 25


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({}, "needs a kind"),
        ({"kind": "boom"}, "no fault is called"),
        ({"kind": "status", "status": 200}, "not an error status"),
        ({"kind": "status", "status": "503"}, "cannot be"),
        ({"kind": "status", "colour": 1}, "no member"),
        ({"kind": "status", "probability": 2}, "between 0 and 1"),
        ({"kind": "slow", "seconds": 1e9}, "between 0 and 300"),
        ({"kind": "status", "retry_after_format": "week"}, "week"),
    ],
)
def test_faults_that_are_none(document: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        from_document(document)


def test_the_header_in_full() -> None:
    assert from_header("slow; seconds=1.5; performed=true; times=2") == Fault(
        kind="slow", seconds=1.5, performed=True, times=2
    )
