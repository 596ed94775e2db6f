"""Run a job now, wait for the cycle, and print what became of each object.

Run it as `python -m examples.ports.run_now PRINCIPAL JOB`. The restart makes a job that runs begin
its next cycle at once; only what failed before is tried again. The log shows records minutes after
the fact, so some may be missing. It exits with 1 if the cycle did not succeed, or if there is none
to wait for, which is explained.
"""

import sys

from graphsync import GraphClient, Scope, auth
from graphsync.errors import WaitFailed


def run(graph: GraphClient, principal_id: str, job_id: str) -> bool:
    """Return whether the cycle ended without an error."""
    job = graph.service_principals[principal_id].synchronization.jobs[job_id]
    job.restart(Scope.ESCROWS)
    try:
        cycle = job.run(timeout=7200, progress=lambda seen: print(f"{seen.waited:.0f} s"))
    except WaitFailed as error:
        print(error)
        return False
    print(cycle)
    for record in cycle.logs():
        who, how = record.source_identity, record.provisioning_status_info
        print(who and who.display_name, record.provisioning_action, how and how.status)
    return cycle.succeeded


if __name__ == "__main__":
    sys.exit(not run(GraphClient(auth.default()), *sys.argv[1:3]))
