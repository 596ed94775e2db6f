"""The README's Python runs as it stands, against the local Graph."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graphsync import GraphClient
from graphsync.aio import AsyncGraphClient
from graphsync.emulator import Emulator
from graphsync.emulator.well_known import SCIM_PRINCIPAL_ID

BLOCKS = re.findall(
    r"```python\n(.*?)```",
    Path(__file__).parent.parent.joinpath("README.md").read_text("utf-8"),
    re.DOTALL,
)


def functions(which: int) -> dict[str, Callable[..., Any]]:
    names: dict[str, Any] = {"__name__": "readme"}
    exec(compile(BLOCKS[which], f"README.md, block {which}", "exec"), names)
    return names


def test_there_is_a_sync_an_async_and_a_pytest_example() -> None:
    assert len(BLOCKS) == 3


def test_the_pytest_example_passes() -> None:
    with Emulator() as emulator:
        functions(2)["test_a_paused_job_goes_on"](emulator)


def test_the_sync_example_finds_no_job_in_quarantine() -> None:
    with Emulator() as emulator, GraphClient("token", endpoint=emulator.url) as graph:
        assert functions(0)["in_quarantine"](graph, SCIM_PRINCIPAL_ID) == []


def test_the_async_example_pauses_every_job() -> None:
    async def run(url: str) -> tuple[int, set[str]]:
        async with AsyncGraphClient("token", endpoint=url) as graph:
            paused = await functions(1)["pause_all"](graph, [SCIM_PRINCIPAL_ID])
            jobs = await graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs.list()
            return paused, {str(job.status.code) for job in jobs if job.status}

    with Emulator() as emulator:
        paused, codes = asyncio.run(run(emulator.url))
    assert paused > 0
    assert codes == {"Paused"}
