"""What a check with a tenant left there because its process was killed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphsync._sync.client import GraphClient
from graphsync.errors import GraphError, NotFound

# Of an application, or of a user or a group of one test.
_NAME = re.compile(r"check-(?P<run>[0-9a-f]{8})(-.*)?", re.DOTALL)
_BEGINS = "startswith({}, 'check-')"


@dataclass(frozen=True, slots=True)
class Leftover:
    """An application, a user or a group with a name that only a check gives."""

    kind: str
    """`applications`, `users` or `groups`."""
    id: str
    name: str
    run: str
    """Eight digits that all objects of one run have in their names."""

    def __str__(self) -> str:
        return f"/{self.kind}/{self.id} {self.name}"


def find_leftovers(graph: GraphClient, run: str | None = None) -> tuple[Leftover, ...]:
    """Return what checks with a tenant have left in it; reads only, three listings.

    A check that is running has such objects as well: look at `run` before anything is removed.

    Args:
        graph: A client of the tenant that may read applications, users and groups.
        run: Only those of this run.

    """
    found = (
        Leftover(kind, id, name, match["run"])
        for kind, id, name in _named(graph)
        if (match := _NAME.fullmatch(name))
    )
    return tuple(one for one in found if run is None or one.run == run)


def remove_leftovers(graph: GraphClient, leftovers: Iterable[Leftover]) -> tuple[str, ...]:
    """Delete what `find_leftovers` found, for good; return what could not be deleted, and why.

    Two requests for each. What is gone already counts as deleted. Accounts that the endpoint has
    stay there: its own administrator removes those whose names begin with `check-`.
    """
    left: list[str] = []
    for one in leftovers:
        try:
            purge(graph, one.kind, one.id)
        except GraphError as error:
            left.append(f"{one}: {error}")
    return tuple(left)


def purge(graph: GraphClient, kind: str, object_id: str) -> None:
    """Delete an object, and then from the deleted items; nothing where it is gone."""
    for path in (f"/{kind}/{object_id}", f"/directory/deletedItems/{object_id}"):
        try:
            graph.request("DELETE", path)
        except NotFound:
            continue  # some kinds are gone at once, and never among the deleted items


def _named(graph: GraphClient) -> Iterator[tuple[str, str, str]]:
    by_name = _BEGINS.format("displayName")
    for application in graph.applications.filter(by_name).select("id", "displayName"):
        yield "applications", application.id, application.display_name or ""
    for user in graph.users.filter(_BEGINS.format("userPrincipalName")).select(
        "id", "userPrincipalName"
    ):
        yield "users", user.id, (user.user_principal_name or "").partition("@")[0]
    for group in graph.groups.filter(by_name).select("id", "displayName"):
        yield "groups", group.id, group.display_name or ""
