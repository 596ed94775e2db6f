"""Provision one person at once, print each step, and exit with 1 if it failed.

Run it as `python -m examples.ports.on_demand PRINCIPAL JOB ada@contoso.com`. A person who is out of
scope, or whose account is up to date already, is no failure; the outcome says which it is.
"""

import sys

from graphsync import GraphClient, auth


def provision(graph: GraphClient, principal_id: str, job_id: str, person: str) -> bool:
    """Return whether provisioning did not fail."""
    job = graph.service_principals[principal_id].synchronization.jobs[job_id]
    result = job.provision_on_demand(person, check=False)
    for step in result.steps:
        print(step.name, step.status, step.description or "")
    print(result.outcome or "unknown", result.reason or "")
    return result.outcome is not None and not result.failed


if __name__ == "__main__":
    sys.exit(not provision(GraphClient(auth.default()), *sys.argv[1:4]))
