"""Back up the provisioning of an application, and bring it back.

`python -m examples.ports.backup save PRINCIPAL FOLDER` writes a file for each job: its mappings,
settings, assignments and state. `... restore FOLDER` prints what differs from the files, and makes
it what they say. Secrets are not in the files, and stay.
"""

import sys
from pathlib import Path

from graphsync import GraphClient, auth, config


def save(graph: GraphClient, principal_id: str, folder: str) -> None:
    """Write a file for each job."""
    for job in graph.service_principals[principal_id].synchronization.jobs:
        application = config.ApplicationReference(principal=principal_id)
        template = config.JobReference(template=job.template_id or "")
        saved = config.export(graph, application, template, full=True)
        (Path(folder) / f"{job.template_id}.json").write_text(saved.dumps("json"), "utf-8")


def restore(graph: GraphClient, folder: str) -> None:
    """Make each job what its file says; what is so already is not written."""
    for file in sorted(Path(folder).glob("*.json")):
        plan = config.plan(graph, desired := config.Configuration.load(file))
        print(file.name, plan, sep="\n")
        config.apply(graph, desired, plan)


if __name__ == "__main__":
    task = save if sys.argv[1] == "save" else restore
    task(GraphClient(auth.default()), *sys.argv[2:])
