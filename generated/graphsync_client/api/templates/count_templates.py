"""GET /{owner}/synchronization/templates/$count"""

from __future__ import annotations

from ...types import Operation, Owner, Reads, query, read_count


def count_templates(
    owner: Owner,
    *,
    search: str | None = None,
    filter: str | None = None,
) -> Operation[int]:
    """As the Graph reference describes it.

    One request; may be repeated.

    Reference: https://learn.microsoft.com/graph
    """
    return Operation[int](
        name="count_templates",
        method="GET",
        path=owner.path + "/synchronization/templates/$count",
        query=query(
            ("$search", search),
            ("$filter", filter),
        ),
        reads=Reads.TEXT,
        convert=read_count,
        repeatable=True,
    )
