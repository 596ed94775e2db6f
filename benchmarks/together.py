"""Five hundred gets, fifty at a time, from a server 80 ms away."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from time import perf_counter

import httpx

from benchmarks.server import JOB, PRINCIPAL
from graphsync import AsyncGraphClient

GETS = 500
AT_ONCE = 50
_PATH = f"/slow/v1.0/servicePrincipals/{PRINCIPAL}/synchronization/jobs/{JOB}"


async def _many(get: Callable[[], Awaitable[object]]) -> float:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one() -> None:
        async with gate:
            await get()

    began = perf_counter()
    await asyncio.gather(*(one() for _ in range(GETS)))
    return perf_counter() - began


async def possible(origin: str) -> float:
    """Speak HTTP by hand over fifty connections: what any client could reach at best."""
    host, port = origin.removeprefix("http://").split(":")
    idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
    request = f"GET {_PATH} HTTP/1.1\r\nhost: {host}\r\n\r\n".encode()

    async def get() -> object:
        reader, writer = idle.pop() if idle else await asyncio.open_connection(host, int(port))
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0])
        body = await reader.readexactly(length)
        idle.append((reader, writer))
        return json.loads(body)

    seconds = await _many(get)
    for _, writer in idle:
        writer.close()
    return seconds


async def bare(origin: str, limits: httpx.Limits) -> float:
    """Use httpx as it is."""
    async with httpx.AsyncClient(limits=limits) as client:

        async def get() -> object:
            return (await client.get(origin + _PATH)).json()

        return await _many(get)


async def typed(origin: str) -> float:
    """Use graphsync as it is."""
    async with AsyncGraphClient("a-token", endpoint=f"{origin}/slow/v1.0") as graph:
        jobs = graph.service_principals[PRINCIPAL].synchronization.jobs

        async def get() -> object:
            status = (await jobs[JOB].get()).status
            return status and status.code

        return await _many(get)


DEFAULT = httpx.Limits(max_connections=100, max_keepalive_connections=20)
KEPT = httpx.Limits(max_connections=100, max_keepalive_connections=100)
WAYS: dict[str, Callable[[str], Awaitable[float]]] = {
    "by hand, the possible": possible,
    "httpx, default limits": lambda origin: bare(origin, DEFAULT),
    "httpx, all kept alive": lambda origin: bare(origin, KEPT),
    "graphsync": typed,
}


async def _seconds(way: Callable[[str], Awaitable[float]], origin: str) -> float:
    return await way(origin)


def together(origin: str, *, rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each way, in turns."""
    seconds: dict[str, list[float]] = {name: [] for name in WAYS}
    for _ in range(rounds):
        for name, way in WAYS.items():
            seconds[name].append(asyncio.run(_seconds(way, origin)))
    return seconds
