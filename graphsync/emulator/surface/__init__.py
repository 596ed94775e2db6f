"""What the local Graph serves: one module a family of operations."""

from graphsync.emulator.routing import Operation
from graphsync.emulator.surface import (
    batch,
    bulk_upload,
    directories,
    directory,
    jobs,
    logs,
    on_demand,
    schema,
    secrets,
    synchronization,
    templates,
)

OPERATIONS: tuple[Operation, ...] = (
    *synchronization.OPERATIONS,
    *secrets.OPERATIONS,
    *jobs.OPERATIONS,
    *on_demand.OPERATIONS,
    *bulk_upload.OPERATIONS,
    *templates.OPERATIONS,
    *schema.OPERATIONS,
    *directories.OPERATIONS,
    *directory.OPERATIONS,
    *logs.OPERATIONS,
    *batch.OPERATIONS,
)
