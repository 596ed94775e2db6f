"""Bring an application that speaks SCIM to life: secrets, a test of them, a job, its start.

Asynchronously.
"""

from __future__ import annotations

import asyncio
import sys

from graphsync import auth
from graphsync.aio import AsyncGraphClient, SynchronizationJob
from graphsync.errors import BadRequest


async def bring_to_life(
    graph: AsyncGraphClient, service_principal_id: str, address: str, token: str
) -> SynchronizationJob:
    """Return the started job.

    The service principal may be so new that the service hardly knows it yet.
    """
    sync = graph.service_principals[service_principal_id].synchronization.with_options(
        consistency=60
    )
    credentials = {"BaseAddress": address, "SecretToken": token}
    template = await sync.templates.first()
    if template is None:
        raise LookupError(
            f"{service_principal_id} has no templates; was its application made from the gallery?"
        )
    try:
        await sync.jobs.validate_credentials(credentials, template_id=template.id)
    except BadRequest as error:
        raise LookupError(f"{address} does not take the token: {error.message}") from error
    await sync.secrets.replace(credentials, wait=30)
    job = await sync.jobs.create(template)
    await job.start()
    return await job.get()


async def main(
    graph: AsyncGraphClient, service_principal_id: str, address: str, token: str
) -> None:
    """Print the new job, and close the client."""
    async with graph:
        job = await bring_to_life(graph, service_principal_id, address, token)
        print(job.id, job.status.code if job.status else None)


if __name__ == "__main__":
    # The machine's own way to sign in: environment, workload or managed identity, or a developer's
    # tools.
    asyncio.run(main(AsyncGraphClient(auth.default()), *sys.argv[1:4]))
