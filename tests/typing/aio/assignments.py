"""What must not type-check: assignments to members that the service sets."""

from __future__ import annotations

from graphsync.aio import SynchronizationJob, SynchronizationTemplate


async def read_only(job: SynchronizationJob) -> None:
    job.status = None  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]  # set by the service


async def editable(template: SynchronizationTemplate) -> None:
    template.description = "new"
    template.description = 7  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]  # no text
