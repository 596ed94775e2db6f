"""What the local Graph serves: one module a family of operations."""

from graphsync.emulator.protocol.routing import Handler, Operation
from graphsync.emulator.surface import (
    batch,
    bulk_upload,
    correlations,
    directories,
    directory,
    jobs,
    logs,
    object_connections,
    on_demand,
    schema,
    secrets,
    synchronization,
    templates,
)
from graphsync.emulator.surface.people import (
    assignments,
    deleted_items,
    groups,
    organization,
    owners,
    users,
)

_SINGLE: tuple[Operation, ...] = (
    *synchronization.OPERATIONS,
    *secrets.OPERATIONS,
    *jobs.OPERATIONS,
    *on_demand.OPERATIONS,
    *bulk_upload.OPERATIONS,
    *templates.OPERATIONS,
    *schema.OPERATIONS,
    *directories.OPERATIONS,
    *directory.OPERATIONS,
    *users.OPERATIONS,
    *groups.OPERATIONS,
    *assignments.OPERATIONS,
    *owners.OPERATIONS,
    *deleted_items.OPERATIONS,
    *organization.OPERATIONS,
    *logs.OPERATIONS,
    *object_connections.OPERATIONS,
    *correlations.OPERATIONS,
)


def operations(serve: Handler) -> tuple[Operation, ...]:
    """Return every operation; `serve` answers the requests inside a batch."""
    return (*_SINGLE, *batch.operations(serve))
