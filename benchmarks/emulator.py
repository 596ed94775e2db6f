"""How fast the local Graph is: requests a second of `GET job` on one core, start, and a tenant of
100,000 people.

Run `python benchmarks/emulator.py`. The server is kept to one core and the client to another where
the system allows it.
"""

import asyncio
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID, Emulator

SECONDS = 5.0
CONNECTIONS = 8
PEOPLE = 100_000
BIG_PRINCIPAL = "55555555-5555-4555-8555-555555555555"


def start(*options: str) -> tuple["subprocess.Popen[str]", str, float]:
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "graphsync.emulator", "--port", "0", *options],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    line = process.stdout.readline()
    took = time.perf_counter() - began
    return process, re.findall(r"http://[^/]+", line)[0], took


def keep_to(core: int, process_id: int) -> None:
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) > 1:
        os.sched_setaffinity(process_id, {cores[core]})


def processor_time(process_id: int) -> float:
    """Return the seconds of processor time that a process has used, as Linux counts them."""
    fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def read_body(reader: asyncio.StreamReader, head: bytes) -> bytes:
    """Read what comes after the head of an answer: in chunks, as Graph sends it, or of a length."""
    length = re.search(rb"(?i)\r\ncontent-length: (\d+)", head)
    if length:
        return await reader.readexactly(int(length[1]))
    assert re.search(rb"(?i)\r\ntransfer-encoding: chunked", head), head
    body = b""
    while size := int(await reader.readline(), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readexactly(2)
    return body


async def load(root: str, path: str) -> tuple[int, list[float]]:
    """Ask again and again on a few connections.

    Return how many answers came, and how long each took.
    """
    host, port = root.removeprefix("http://").split(":")
    request = f"GET /v1.0{path} HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer x\r\n\r\n".encode()
    times: list[float] = []
    stop = time.perf_counter() + SECONDS

    async def one() -> None:
        reader, writer = await asyncio.open_connection(host, int(port))
        while time.perf_counter() < stop:
            began = time.perf_counter()
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200")
            await read_body(reader, head)
            times.append(time.perf_counter() - began)
        writer.close()

    await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
    return len(times), sorted(times)


def call(root: str, method: str, path: str, body: object = None) -> dict[str, object]:
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": "Bearer x", "Content-Type": "application/json"}
    with urllib.request.urlopen(
        urllib.request.Request(root + path, data, headers, method=method)
    ) as answer:
        text = answer.read()
    return json.loads(text) if text else {}


def requests_per_second() -> None:
    process, root, took = start()
    keep_to(0, process.pid)
    keep_to(-1, 0)
    path = f"/servicePrincipals/{SCIM_PRINCIPAL_ID}/synchronization/jobs/{SCIM_JOB_ID}"
    before = processor_time(process.pid)
    number, times = asyncio.run(load(root, path))
    spent = (processor_time(process.pid) - before) / number
    process.terminate()
    process.wait()
    print(f"start, readiness line included: {took:.2f} s")
    print(
        f"GET job: {number / SECONDS:,.0f} requests/s on one core, median"
        f" {times[len(times) // 2] * 1000:.2f} ms, ",
        end="",
    )
    print(f"99 % within {times[int(len(times) * 0.99)] * 1000:.2f} ms")
    print(
        f"  which cost the server {spent * 1000:.2f} ms of processor time each: {1 / spent:,.0f} a"
        " second of a core"
    )


def resets() -> None:
    """Measure what a test pays that shares an emulator with others."""
    emulator = Emulator(speed=0)
    times: list[float] = []
    spent: list[float] = []
    for number in range(100):
        emulator.put_user({"displayName": "New", "userPrincipalName": f"new{number}@contoso.com"})
        emulator.advance(hours=1)
        began, processor = time.perf_counter(), time.thread_time()
        emulator.reset()
        times.append(time.perf_counter() - began)
        spent.append(time.thread_time() - processor)
    emulator.close()
    for name, figures in (("", times), ("  of processor time", spent)):
        figures.sort()
        print(
            f"{name or 'reset after a cycle'}: median {figures[50] * 1000:.1f} ms, 95 % within"
            f" {figures[95] * 1000:.1f} ms"
        )


def large_tenant(folder: Path) -> None:
    seed = folder / "seed.json"
    application = {
        "displayName": "Contoso Large",
        "servicePrincipalId": BIG_PRINCIPAL,
        "secrets": {
            "BaseAddress": "https://scim.contoso.com",
            "SecretToken": "t",
            "SyncAll": "true",
        },
        "jobs": [{"templateId": "scim"}],
    }
    seed.write_text(json.dumps({"users": PEOPLE, "applications": [application]}))
    process, root, took = start("--seed", str(seed), "--speed", "0")
    jobs = f"/v1.0/servicePrincipals/{BIG_PRINCIPAL}/synchronization/jobs"
    job = call(root, "GET", jobs)["value"][0]["id"]  # type: ignore[index] - JSON of a shape this file knows
    call(root, "POST", f"{jobs}/{job}/start")
    began = time.perf_counter()
    call(root, "POST", "/_emulator/advance", {"duration": "PT24H"})
    initial = time.perf_counter() - began
    status = call(root, "GET", f"{jobs}/{job}")["status"]
    call(
        root,
        "POST",
        "/_emulator/users",
        {"userPrincipalName": "new@contoso.com", "mailNickname": "new"},
    )
    began = time.perf_counter()
    call(root, "POST", "/_emulator/advance", {"duration": "PT45M"})
    incremental = time.perf_counter() - began
    began = time.perf_counter()
    call(root, "GET", f"{jobs}/{job}")
    get = time.perf_counter() - began
    process.terminate()
    process.wait()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    counts = status["synchronizedEntryCountByType"]  # type: ignore[index] - JSON of a shape this file knows
    print(
        f"{PEOPLE:,} people: start {took:.1f} s, initial cycle {initial:.1f} s, incremental"
        f" {incremental * 1000:.0f} ms, ",
        end="",
    )
    print(f"GET job {get * 1000:.1f} ms, peak {peak:.0f} MB, {counts}")


if __name__ == "__main__":
    requests_per_second()
    resets()
    with tempfile.TemporaryDirectory() as made:
        large_tenant(Path(made))
