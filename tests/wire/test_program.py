"""The program that was there before this package, against a local Graph."""

from __future__ import annotations

import asyncio

from graphsync import AsyncGraphClient, GraphClient
from graphsync.emulator import CLIENT_ID, CLIENT_SECRET, SCIM_JOB_ID, SCIM_PRINCIPAL_ID, TENANT_ID

PROGRAM = """
client = GraphClient.with_credentials(tenant_id, client_id, client_secret)
service_principal = client.service_principals.get_by_id('sp-id')
sync = service_principal.synchronization
jobs = sync.jobs
for job in jobs:
    print(f"Job ID: {job.id}, Status: {job.status}")
templates = sync.templates
for template in templates:
    print(f"Template ID: {template.id}")
specific_job = sync.jobs.get_by_id('job-id')
specific_job.get().execute_query()
"""


def test_the_program_runs_with_its_arguments_added(local_graph, capsys):
    program = PROGRAM.replace(
        "client_secret)", "client_secret, endpoint=endpoint, authority=authority, verify=verify)"
    )
    program = program.replace("sp-id", SCIM_PRINCIPAL_ID).replace("job-id", SCIM_JOB_ID)
    names = {
        "tenant_id": TENANT_ID,
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "endpoint": local_graph.url,
        "authority": local_graph.authority,
        "verify": local_graph.ca_file,
    }
    exec("from graphsync import GraphClient\n" + program, names)
    told = capsys.readouterr().out
    assert f"Job ID: {SCIM_JOB_ID}, Status: SynchronizationStatus(code=" in told
    assert "Template ID: scim" in told
    assert names["specific_job"].status.code.is_known
    names["client"].close()


def test_azure_identity_signs_in_once_for_both_clients(local_graph):
    options = {
        "endpoint": local_graph.url,
        "authority": local_graph.authority,
        "verify": local_graph.ca_file,
    }
    with GraphClient.with_credentials(TENANT_ID, CLIENT_ID, CLIENT_SECRET, **options) as graph:
        job = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization.jobs[SCIM_JOB_ID]
        job.start()
        assert job.get().schedule.state == "Active"
        job.pause()
        assert job.get().schedule.state == "Paused"

    async def main() -> list[str]:
        async with AsyncGraphClient.with_credentials(
            TENANT_ID, CLIENT_ID, CLIENT_SECRET, **options
        ) as graph:
            sync = graph.service_principals[SCIM_PRINCIPAL_ID].synchronization
            return [job.id async for job in sync.jobs]

    assert SCIM_JOB_ID in asyncio.run(main())
