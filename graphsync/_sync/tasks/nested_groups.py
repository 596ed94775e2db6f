# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/tasks/nested_groups.py
"""Looking for a user in groups within the groups that are assigned."""

from __future__ import annotations

from graphsync._core.tasks.explaining_facts import Nested, Unread
from graphsync._sync.people.assignments import Assignments
from graphsync._sync.people.members import Members
from graphsync._sync.tasks.reader import Reader
from graphsync_client.types import Owner

# The hint is worth a few requests, not hundreds.
_MOST_GROUPS = 5


def nested_groups(reader: Reader, owner: Owner, user_id: str) -> tuple[Nested, ...]:
    """Return the groups that a user belongs to, within the first few groups that are assigned.

    One request for the assignments, and one a group for the first page of its members.
    """
    assigned = reader.items(
        "the groups that are assigned", Assignments(reader.session, owner), pages=1
    )
    if assigned is None or isinstance(assigned, Unread):
        return ()
    outer = [one for one in assigned if one.principal_type == "Group"]
    found: list[Nested] = []
    for group in outer[:_MOST_GROUPS]:
        name = group.principal_display_name or group.principal_id or ""
        members = reader.items(
            f"the members of {name}", Members(reader.session, group.principal_id or ""), pages=1
        )
        if members is None or isinstance(members, Unread):
            continue
        for inner in [one for one in members if one.kind == "group"][:_MOST_GROUPS]:
            called = inner.display_name or inner.id
            within = reader.items(
                f"the members of {called}", Members(reader.session, inner.id), pages=1
            )
            if isinstance(within, tuple) and any(one.id == user_id for one in within):
                found.append(Nested(outer=name, inner=called))
    return tuple(found)
