"""What must not type-check: a forgotten `await`, and the other client's way to be closed."""

from __future__ import annotations

from graphsync import GraphClient
from graphsync.aio import AsyncGraphClient, SynchronizationJob


async def forgotten_await(job: SynchronizationJob) -> None:
    job.get().status  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnusedExpression]  # noqa: B018


def plain_with(graph: AsyncGraphClient) -> None:
    with graph:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues, reportAttributeAccessIssue]
        pass


async def async_with(graph: GraphClient) -> None:
    async with graph:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues, reportAttributeAccessIssue]
        pass
