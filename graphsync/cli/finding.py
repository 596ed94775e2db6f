"""Applications, jobs and users by what people call them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from graphsync.cli.exits import UsageMistake
from graphsync.errors import NoMatch, NotFound, SeveralMatches

if TYPE_CHECKING:
    from graphsync import GraphClient, ServicePrincipal, SynchronizationJob

_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_PART = re.compile(r"[0-9a-fA-F-]{4,36}")
_MEMBERS = ("id", "appId", "displayName")


class NothingFound(NoMatch):
    """A name that nothing has; `remedy` says where to look."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def find_application(graph: GraphClient, name: str) -> ServicePrincipal:
    """Return the service principal that is meant: by object id, application id, name, or part of
    it.

    One request, or two where no name begins with the text; for part of an id one more for each page
    of applications. Raises `NoMatch` or `SeveralMatches`.
    """
    wanted = name.strip()
    if not wanted:
        raise UsageMistake("the application's name is empty", "write its name, or its id")
    some = graph.service_principals.select(*_MEMBERS)
    quoted = wanted.replace("'", "''")
    if _GUID.fullmatch(wanted):
        found = some.filter(f"id eq '{wanted}' or appId eq '{wanted}'").list()
        exact = [one for one in found if one.id == wanted.lower()] or found
    else:
        found = some.filter(f"startswith(displayName,'{quoted}')").list()
        if not found:
            # A quote would end the search term.
            term = wanted.replace("\\", "").replace('"', "")
            found = some.search(f'"displayName:{term}"').consistency_level().list()
        if not found and _PART.fullmatch(wanted):
            # The service cannot filter by the beginning of an id.
            part = wanted.lower()
            found = [
                one
                for one in some
                if one.id.startswith(part) or (one.app_id or "").startswith(part)
            ]
        exact = [
            one for one in found if (one.display_name or "").casefold() == wanted.casefold()
        ] or found
    if not exact:
        raise NothingFound(
            f"no application is called {name!r}", "graphsync apps list shows what there is"
        )
    if len(exact) > 1:
        listed = "; ".join(f"{one.display_name} ({one.id})" for one in exact[:10])
        more = " and more" if len(exact) > 10 else ""
        raise SeveralMatches(
            f"{len(exact)} applications match {name!r}: {listed}{more}", [one.id for one in exact]
        )
    return exact[0]


def find_job(principal: ServicePrincipal, name: str | None) -> SynchronizationJob:
    """Return the job that is meant: by id, template, or part of the id.

    Without a name the only one. One request.
    """
    jobs: Sequence[SynchronizationJob] = principal.synchronization.jobs.list()
    found = [*jobs]
    if name is not None:
        part = name.casefold()
        same = [
            one for one in jobs if part in {one.id.casefold(), (one.template_id or "").casefold()}
        ]
        found = same or [one for one in jobs if part in one.id.casefold()]
    if len(found) == 1:
        return found[0]
    application = principal.display_name or principal.id
    ids = [one.id for one in jobs]
    if not jobs:
        raise NothingFound(
            f"{application} has no job",
            "graphsync templates list shows what graphsync jobs create can make one from",
        )
    if not found:
        raise NothingFound(
            f"{application} has no job {name!r}; it has {_some(ids)}",
            "write a job's id, its template, or a part of the id",
        )
    matching = [one.id for one in found]
    which = f" that match {name!r}" if name else ""
    raise SeveralMatches(f"{application} has {len(found)} jobs{which}: {_some(matching)}", matching)


def _some(ids: Sequence[str], most: int = 5) -> str:
    more = f" and {len(ids) - most} more" if len(ids) > most else ""
    return f"{', '.join(ids[:most])}{more}"


def find_user(graph: GraphClient, name: str) -> str:
    """Return the object id of a user: by id, or by principal name.

    No request for an id, otherwise one. Raises `NothingFound`.
    """
    return name if _GUID.fullmatch(name) else _id_of(graph, "users", name, "user")


def find_subject(graph: GraphClient, name: str, kind: str | None) -> tuple[str, str]:
    """Return the object id of a user or group, and which of the two it is.

    One request, or two for the id of a group; none for an id whose kind is given. Raises
    `NothingFound`.
    """
    if kind is not None:
        return (find_user(graph, name) if "@" in name else name), kind
    if not _GUID.fullmatch(name):
        return find_user(graph, name), "User"
    try:
        return _id_of(graph, "users", name, "user"), "User"
    except NothingFound:
        return _id_of(graph, "groups", name, "user or group"), "Group"


def _id_of(graph: GraphClient, family: str, name: str, kind: str) -> str:
    try:
        found = graph.request("GET", f"/{family}/{quote(name, safe='')}", params={"$select": "id"})
    except NotFound as error:
        raise NothingFound(
            f"there is no {kind} {name!r}",
            "write a user's principal name, such as ada@contoso.com, or an object id",
        ) from error
    return str(found["id"])
