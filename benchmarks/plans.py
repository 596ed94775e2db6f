"""How long it takes to plan many jobs against the local Graph: `python -m benchmarks.plans`."""

from __future__ import annotations

import argparse
import time

from graphsync import GraphClient
from graphsync.config import ApplicationReference, Configuration, JobReference, export, plan
from graphsync.emulator import Emulator


def seed(jobs: int) -> dict[str, object]:
    """Describe a tenant with so many applications, a job each."""
    applications = [
        {
            "displayName": f"Contoso {number}",
            "servicePrincipalId": f"00000000-0000-4000-8000-{number:012d}",
            "jobs": [{"templateId": "scim", "started": False}],
            "secrets": {"BaseAddress": "https://scim.contoso.com", "SecretToken": "x"},
        }
        for number in range(jobs)
    ]
    return {"users": 10, "groups": [], "applications": applications}


def main() -> None:
    """Plan each job twice: as it is, and with a changed mapping."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plans")
    parser.add_argument("--jobs", type=int, default=500)
    jobs = parser.parse_args().jobs
    with (
        Emulator(seed=seed(jobs), speed=0) as emulator,
        GraphClient("token", endpoint=emulator.url) as graph,
    ):
        references = [
            ApplicationReference(principal=f"00000000-0000-4000-8000-{number:012d}")
            for number in range(jobs)
        ]
        held = export(graph, references[0], JobReference(template="scim"))
        changed = "mappings: {User: {scope: [department EQUALS Sales]}}\n"
        began = time.perf_counter()
        requests = steps = 0
        for reference in references:
            text = (
                held.dumps().replace(str(references[0].principal), str(reference.principal))
                + changed
            )
            made = plan(graph, Configuration.loads(text))
            requests += made.requests
            steps += len(made.steps)
        seconds = time.perf_counter() - began
    print(
        f"{jobs} jobs planned in {seconds:.1f} s, {requests} requests, {steps} steps (goal: 500 in"
        " 60 s)"
    )


if __name__ == "__main__":
    main()
