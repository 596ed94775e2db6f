"""Share one client with forked children, and count the answers that belong to another request.

Run by `test_forks.py` in a process of its own: `fork_attack.py <address> <processes> <gets> <sync|async>
[<file of authorities>]`. The server answers each path with itself. Prints what came out as JSON.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import random
import sys
import threading
import time

from azure.core.credentials import AccessToken

from graphsync import AsyncGraphClient, GraphClient, RetryPolicy, auth

WARM = 4
ONCE = RetryPolicy(attempts=1)


class Credential:
    """Name the process and count how often it was asked."""

    def get_token(self, *_scopes: str, **_: object) -> AccessToken:
        return AccessToken(f"{multiprocessing.current_process().name}", int(time.time()) + 3600)

    def close(self) -> None:
        raise AssertionError("a child closed what it had not made")


def ask(number: int) -> tuple[str, str, float]:
    """Get one path in a child, and return what was asked for, what came, and some of the child's chance."""
    path = f"/child/{number}"
    if isinstance(graph, GraphClient):
        return path, graph.request("GET", path), random.random()
    return path, asyncio.run(graph.request("GET", path)), random.random()


def keep_open_sync() -> None:
    """Leave several connections in the pool."""
    threads = [
        threading.Thread(target=graph.request, args=("GET", f"/slow/warm{number}"))
        for number in range(WARM)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


async def keep_open_async() -> None:
    await asyncio.gather(*(graph.request("GET", f"/slow/warm{number}") for number in range(WARM)))


if __name__ == "__main__":
    address, processes, gets, kind = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    verify = {"verify": sys.argv[5]} if len(sys.argv) > 5 else {}
    credential = auth.Flow("test", lambda _: Credential())
    if kind == "sync":
        graph = GraphClient(credential, endpoint=address, retry=ONCE, timeout=60, **verify)
        keep_open_sync()
    else:
        graph = AsyncGraphClient(credential, endpoint=address, retry=ONCE, timeout=60, **verify)
        loop = asyncio.new_event_loop()
        threading.Thread(target=loop.run_forever, daemon=True).start()
        asyncio.run_coroutine_threadsafe(keep_open_async(), loop).result()
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        answers = pool.map(ask, range(gets), chunksize=max(1, gets // (processes * 4)))
        pool.close()
        pool.join()
    own = []
    for number in range(WARM):
        path = f"/parent/{number}"
        if kind == "sync":
            answer = graph.request("GET", path)
        else:
            answer = asyncio.run_coroutine_threadsafe(graph.request("GET", path), loop).result()
        own.append((path, answer))
    wrong = [one for one in [*(pair[:2] for pair in answers), *own] if one[1] != f"/v1.0{one[0]}"]
    sys.stdout.write(
        json.dumps(
            {"gets": len(answers), "wrong": len(wrong), "chances": len({one[2] for one in answers})}
        )
    )
