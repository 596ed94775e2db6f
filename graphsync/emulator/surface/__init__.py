"""What the local Graph serves: one module a family of operations."""

from graphsync.emulator.routing import Operation
from graphsync.emulator.surface import jobs, templates

OPERATIONS: tuple[Operation, ...] = (*jobs.OPERATIONS, *templates.OPERATIONS)
