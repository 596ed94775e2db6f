"""Print the jobs of a service principal with their status, and its templates.

Run it with the tenant's id, the application's id and secret, and the service principal's object id
in the environment: TENANT_ID, CLIENT_ID, CLIENT_SECRET, SERVICE_PRINCIPAL_ID. GRAPH_ENDPOINT,
GRAPH_AUTHORITY and GRAPH_CA_FILE point it elsewhere, at a local Graph say.
"""

from __future__ import annotations

import os

from graphsync import GraphClient
from graphsync.models import SynchronizationStatus


def describe(status: SynchronizationStatus | None) -> str:
    """Say in a few words how a job is doing."""
    if status is None or status.code is None:
        return "unknown"
    if status.quarantine is not None:
        return (
            f"{status.code}: {status.quarantine.reason}, next attempt"
            f" {status.quarantine.next_attempt}"
        )
    ended = (
        status.last_successful_execution.time_ended if status.last_successful_execution else None
    )
    return f"{status.code}, last success {ended or 'never'}"


def report(graph: GraphClient, service_principal_id: str) -> None:
    """Print jobs and templates. One request for each page of them."""
    sync = graph.service_principals[service_principal_id].synchronization
    print("Jobs")
    for job in sync.jobs:
        print(f"  {job.id}  {job.template_id}  {describe(job.status)}")
    print("Templates")
    for template in sync.templates:
        print(f"  {template.id}  {template.factory_tag or ''}")


def client() -> GraphClient:
    """Make a client from the environment."""
    settings = os.environ
    tenant_id, client_id, secret = (
        settings["TENANT_ID"],
        settings["CLIENT_ID"],
        settings["CLIENT_SECRET"],
    )
    if "GRAPH_ENDPOINT" not in settings:
        return GraphClient.with_credentials(tenant_id, client_id, secret)
    return GraphClient.with_credentials(
        tenant_id,
        client_id,
        secret,
        endpoint=settings["GRAPH_ENDPOINT"],
        authority=settings["GRAPH_AUTHORITY"],
        verify=settings["GRAPH_CA_FILE"],
    )


if __name__ == "__main__":
    with client() as graph:
        report(graph, os.environ["SERVICE_PRINCIPAL_ID"])
