"""GET /{owner}/synchronization/jobs"""

from __future__ import annotations

from collections.abc import Sequence

from ...models.synchronization_job_collection_response import SynchronizationJobCollectionResponse
from ...types import Operation, Owner, Reads, query


def list_jobs(
    owner: Owner,
    *,
    top: int | None = None,
    skip: int | None = None,
    search: str | None = None,
    filter: str | None = None,
    count: bool | None = None,
    orderby: Sequence[str] | None = None,
    select: Sequence[str] | None = None,
    expand: Sequence[str] | None = None,
) -> Operation[SynchronizationJobCollectionResponse]:
    """List the provisioning jobs.

    A wrong id of the owner, or one not yet replicated, is answered with 401 `UnknownError`: the
    path takes the object id, not the appId. Of the query options only `$filter=templateId eq '...'`
    is known to work.

    One request; may be repeated.
    Application permission: Application.ReadWrite.OwnedBy or Synchronization.Read.All or Synchronization.ReadWrite.All.
    Delegated permission: Synchronization.Read.All or Synchronization.ReadWrite.All.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronization-list-jobs
    """
    return Operation[SynchronizationJobCollectionResponse](
        name="list_jobs",
        method="GET",
        path=owner.path + "/synchronization/jobs",
        query=query(
            ("$top", top),
            ("$skip", skip),
            ("$search", search),
            ("$filter", filter),
            ("$count", count),
            ("$orderby", orderby),
            ("$select", select),
            ("$expand", expand),
        ),
        reads=Reads.JSON,
        convert=SynchronizationJobCollectionResponse.from_dict,
        repeatable=True,
    )
