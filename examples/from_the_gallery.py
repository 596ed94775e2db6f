"""From an application of the gallery to provisioned accounts, in 25 lines.

Run it as `python -m examples.from_the_gallery "Databricks" https://scim.contoso.com
ada@contoso.com`, with the target's token in SCIM_TOKEN. It signs in as the machine does.
"""

import os
import sys

from graphsync import GraphClient, auth


def bring_up(graph: GraphClient, name: str, address: str, token: str, *people: str) -> None:
    """Add the application, connect it, assign the people, and print what became of each."""
    patient = graph.with_options(consistency=120)  # new objects show with a delay
    for template in patient.application_templates.filter(f"displayName eq '{name}'").top(1):
        principal = template.instantiate(name).service_principal
        sync = principal.synchronization
        sync.secrets.replace({"BaseAddress": address, "SecretToken": token})
        sync.jobs.validate_credentials(template_id=(kind := sync.templates.list()[0]).id)
        job = sync.jobs.create(kind)
        for person in people:
            principal.assignments.assign(person)
        cycle = job.run()
        print(f"{cycle.exported} exported")
        for record in cycle.logs():
            who, how = record.source_identity, record.provisioning_status_info
            print(who and who.display_name, record.provisioning_action, how and how.status)


if __name__ == "__main__":
    bring_up(GraphClient(auth.default()), *sys.argv[1:3], os.environ["SCIM_TOKEN"], *sys.argv[3:])
