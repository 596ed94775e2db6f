# ruff: noqa: B018, E402  # reading is the work; what is hidden must be hidden first
"""Import graphsync, make a client, and read the first page of jobs."""

import sys

for developers_tool in ("click", "zstandard"):  # as in `bare`
    sys.modules[developers_tool] = None  # type: ignore[assignment]

from graphsync import GraphClient

root, principal = sys.argv[1].split("/servicePrincipals/")
with GraphClient("a-token", endpoint=root) as graph:
    jobs = graph.service_principals[principal.split("/")[0]].synchronization.jobs
    for job in next(iter(jobs.pages())).items:
        job.id, job.status.code
