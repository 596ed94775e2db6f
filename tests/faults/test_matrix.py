"""Every operation under every fault in both clients: a right answer or a named error, and a client that goes on.

`make test` takes a sample that is drawn anew for each seed (`GRAPHSYNC_SEED`), `make matrix` all of it.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from graphsync import AsyncGraphClient, GraphClient, RetryPolicy
from graphsync.emulator import SCIM_JOB_ID, Emulator
from graphsync.emulator.protocol.fault import Fault, Kind
from graphsync.errors import GraphError
from graphsync_client.api.jobs.get_job import get_job
from graphsync_client.types import Operation

from .faults import faults, name
from .operations import OWNERS, operations
from .verdict import TOKEN, wrong

ALL = os.environ.get("GRAPHSYNC_MATRIX") == "all"
SEED = int(os.environ.get("GRAPHSYNC_SEED", "20260301"))
SAMPLE = 4
FAULTS = faults()
OPERATIONS = operations()
OPTIONS: dict[str, Any] = {"retry": RetryPolicy(attempts=3, wait_initial=0), "timeout": 30.0}


def chosen(fault: Fault) -> list[Operation[Any]]:
    return OPERATIONS if ALL else random.Random(f"{SEED} {name(fault)}").sample(OPERATIONS, SAMPLE)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(throttling=False) as running:
        yield running


@pytest.fixture
def options(request: pytest.FixtureRequest) -> dict[str, Any]:
    fault: Fault = request.getfixturevalue("fault")
    return {**OPTIONS, "timeout": 0.5} if fault.seconds >= 1 else OPTIONS


def open_sockets() -> int:
    gc.collect()
    return sum(1 for entry in Path("/proc/self/fd").iterdir() if _is_socket(entry))


def _is_socket(entry: Path) -> bool:
    try:
        return str(entry.readlink()).startswith("socket:")
    except FileNotFoundError:  # the descriptor that lists them
        return False


def report(complaints: list[str]) -> None:
    assert not complaints, "\n".join(complaints)


def cells(fault: Fault, emulator: Emulator) -> Iterator[Operation[Any]]:
    for operation in chosen(fault):
        emulator.faults.clear()
        emulator.faults.add(fault)
        yield operation
    emulator.faults.clear()


@pytest.mark.parametrize("fault", FAULTS, ids=name)
def test_sync(emulator: Emulator, fault: Fault, options: dict[str, Any]) -> None:
    complaints: list[str] = []
    before = threading.active_count()
    with GraphClient(TOKEN, endpoint=emulator.url, **options) as graph:
        for operation in cells(fault, emulator):
            outcome: object
            try:
                outcome = graph.send(operation)
            except Exception as error:  # noqa: BLE001  # any other than graphsync's is what is looked for
                outcome = error
            told = wrong(operation, fault, outcome)
            if told:
                complaints.append(f"{operation.method} {operation.name}: {told}")
            emulator.faults.clear()
            check_usable(graph, complaints, operation)
    report(complaints)
    assert threading.active_count() <= before


def check_usable(graph: GraphClient, complaints: list[str], after: Operation[Any]) -> None:
    try:
        graph.with_options(timeout=60.0).send(get_job(OWNERS[0], SCIM_JOB_ID))
    except GraphError as error:
        if getattr(error, "status", None) != 404:  # some operations delete it
            complaints.append(f"after {after.name}: {error!r}")


@pytest.mark.parametrize("fault", FAULTS, ids=name)
def test_async(emulator: Emulator, fault: Fault, options: dict[str, Any]) -> None:
    async def run() -> list[str]:
        complaints: list[str] = []
        async with AsyncGraphClient(TOKEN, endpoint=emulator.url, **options) as graph:
            for operation in cells(fault, emulator):
                outcome: object
                try:
                    outcome = await graph.send(operation)
                except Exception as error:  # noqa: BLE001  # as above
                    outcome = error
                told = wrong(operation, fault, outcome)
                if told:
                    complaints.append(f"{operation.method} {operation.name}: {told}")
                emulator.faults.clear()
                try:
                    await graph.with_options(timeout=60.0).send(get_job(OWNERS[0], SCIM_JOB_ID))
                except GraphError as error:
                    if getattr(error, "status", None) != 404:
                        complaints.append(f"after {operation.name}: {error!r}")
        assert len(asyncio.all_tasks()) == 1
        return complaints

    report(asyncio.run(run()))


@pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="counts sockets through /proc, which is Linux's"
)
def test_no_socket_is_left(emulator: Emulator) -> None:
    def count_after(fault: Fault) -> int:
        with GraphClient(TOKEN, endpoint=emulator.url, **OPTIONS) as graph:
            for operation in cells(fault, emulator):
                try:
                    graph.send(operation)
                except GraphError:
                    continue
        return client_sockets()

    def client_sockets() -> int:
        return open_sockets() - len(emulator_connections(emulator))

    before = client_sockets()
    for fault in FAULTS[-4:]:
        count_after(fault)
    assert client_sockets() <= before


def emulator_connections(emulator: Emulator) -> set[object]:
    """Return what the server, which runs in this process, holds open itself."""
    return {
        connection for server in emulator._servers for connection in server.server_state.connections
    }


def test_the_matrix_is_whole() -> None:
    assert len({operation.name for operation in OPERATIONS}) >= 60
    assert {operation.path.split("/")[1] for operation in OPERATIONS} >= {
        "servicePrincipals",
        "applications",
    }
    assert {fault.kind for fault in FAULTS} == set(get_args(Kind))
