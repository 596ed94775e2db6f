"""Applications, jobs and users by what people call them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from graphsync.cli.exits import UsageMistake
from graphsync.errors import NoMatch, SeveralMatches

if TYPE_CHECKING:
    from graphsync import GraphClient, ServicePrincipal, SynchronizationJob

_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_PART = re.compile(r"[0-9a-fA-F-]{4,36}")
_MEMBERS = ("id", "appId", "displayName")


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
        raise NoMatch(f"no application is called {name!r}")
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
        raise NoMatch(f"{application} has no job")
    if not found:
        raise NoMatch(f"{application} has no job {name!r}; it has {', '.join(ids[:10])}")
    listed = ", ".join([one.id for one in found][:10])
    raise SeveralMatches(
        f"{application} has {len(found)} jobs{f' that match {name!r}' if name else ''}: {listed}",
        [one.id for one in found],
    )


def find_user(graph: GraphClient, name: str) -> str:
    """Return the object id of a user: by id, or by principal name.

    No request for an id, otherwise one.
    """
    if _GUID.fullmatch(name):
        return name
    found = graph.request(
        "GET", f"/users/{quote(name, safe='')}", params={"$select": "id,userPrincipalName"}
    )
    return str(found["id"])
