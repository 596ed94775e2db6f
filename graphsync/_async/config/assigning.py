"""Assignments of a configuration: the ids behind its names, and the names behind ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graphsync._async.applications.service_principal import ServicePrincipal
from graphsync._async.client import AsyncGraphClient
from graphsync._core.config.configuration import Assignment
from graphsync._core.config.current import CurrentAssignment, WantedAssignment
from graphsync._core.config.place import TOP, Place, invalid
from graphsync._core.domain.people import DEFAULT_ROLE, chosen_role
from graphsync._core.request.ids import is_guid
from graphsync_client import models

# Graph refuses a filter that compares with more values than this.
_AT_ONCE = 15
_KINDS = {"User": "user", "Group": "group"}


async def read_assignments(principal: ServicePrincipal) -> tuple[CurrentAssignment, ...]:
    """Return the users and groups that are assigned; one request a page.

    Other service principals, which a configuration does not speak of, are left out.
    """
    roles = {(role.id or "").casefold(): role for role in principal.app_roles or []}
    found: list[CurrentAssignment] = []
    async for one in principal.assignments:
        kind = _KINDS.get(str(one.principal_type))
        if kind is None:
            continue
        role_id = str(one.app_role_id or DEFAULT_ROLE).casefold()
        role = roles.get(role_id)
        found.append(
            CurrentAssignment(
                id=one.id or "",
                principal_id=str(one.principal_id).casefold(),
                kind=kind,
                name=one.principal_display_name or str(one.principal_id),
                role_id=role_id,
                role=None
                if role_id == DEFAULT_ROLE
                else (role and (role.value or role.display_name)) or role_id,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.kind, one.name.casefold(), one.id)))


async def resolve_assignments(
    graph: AsyncGraphClient,
    wanted: Sequence[Assignment],
    principal: ServicePrincipal | None,
    assigned: Sequence[CurrentAssignment] | None,
) -> tuple[WantedAssignment, ...]:
    """Return the ids of the users, groups and roles that a configuration names.

    One request for fifteen users or fifteen groups; none for an id that is assigned already.
    Raises `ConfigurationInvalid` with the place of a name that is missing, that several have, or
    that is there twice.
    """
    there = {one.principal_id for one in assigned or ()}
    ids = {("user", one): one for one in there} | {("group", one): one for one in there}
    for kind in ("user", "group"):
        names = {one.name.casefold(): one.name for one in wanted if one.kind == kind}
        asked = [name for key, name in names.items() if (kind, key) not in ids]
        found = await _ids_by_name(graph, kind, asked)
        for number, one in enumerate(wanted):
            key = one.name.casefold()
            if one.kind == kind and (kind, key) not in ids:
                ids[kind, key] = _only(found.get(key, []), one, TOP / "assignments" / number)
    made: dict[tuple[str, str | None], int] = {}
    resolved: list[WantedAssignment] = []
    for number, one in enumerate(wanted):
        place = TOP / "assignments" / number
        id = ids[one.kind, one.name.casefold()]
        role_id = None if principal is None else _role(principal, one, id, assigned or (), place)
        wanted_role = one.role if principal is None else role_id
        earlier = made.setdefault((id, wanted_role), number)
        if earlier != number:
            raise invalid(f"{_called(one)} is the same as assignments[{earlier}]", place)
        resolved.append(WantedAssignment(principal_id=id, role_id=role_id, name=_called(one)))
    return tuple(resolved)


async def written_assignments(
    graph: AsyncGraphClient, principal: ServicePrincipal, assigned: Sequence[CurrentAssignment]
) -> tuple[Assignment, ...]:
    """Return assignments as a configuration writes them: by names, where a name is of one only.

    One request for fifteen users or groups.
    """
    users = {one.principal_id for one in assigned if one.kind == "user"}
    names: dict[str, str] = {}
    for some in _chunks(sorted(users)):
        chosen = graph.users.filter(f"id in ({_quoted(some)})").select("id", "userPrincipalName")
        async for user in chosen:
            if user.user_principal_name:
                names[user.id.casefold()] = user.user_principal_name
    groups = {one.name.casefold(): one.name for one in assigned if one.kind == "group"}
    found = await _ids_by_name(graph, "group", [*groups.values()])
    for one in assigned:
        if one.kind == "group" and found.get(one.name.casefold()) == [one.principal_id]:
            names[one.principal_id] = one.name
    usual = _usual_role(principal)
    return tuple(
        Assignment(
            kind=one.kind,
            name=names.get(one.principal_id, one.principal_id),
            role=None if one.role_id == usual else one.role or one.role_id,
        )
        for one in assigned
    )


def by_ids(assigned: Iterable[CurrentAssignment]) -> tuple[Assignment, ...]:
    """Return assignments as a backup writes them: by ids, which nobody can rename."""
    return tuple(
        Assignment(kind=one.kind, name=one.principal_id, role=one.role_id) for one in assigned
    )


async def _ids_by_name(
    graph: AsyncGraphClient, kind: str, names: Sequence[str]
) -> dict[str, list[str]]:
    """Return the ids by lower-case name; ids stand for themselves where they exist."""
    found: dict[str, list[str]] = {}
    called = "userPrincipalName" if kind == "user" else "displayName"
    for member, some in (
        ("id", [name for name in names if is_guid(name)]),
        (called, [name for name in names if not is_guid(name)]),
    ):
        for chunk in _chunks(some):
            filter = f"{member} in ({_quoted(chunk)})"
            if kind == "user":
                async for user in graph.users.filter(filter).select("id", "userPrincipalName"):
                    name = user.id if member == "id" else user.user_principal_name
                    found.setdefault((name or "").casefold(), []).append(user.id.casefold())
            else:
                async for group in graph.groups.filter(filter).select("id", "displayName"):
                    name = group.id if member == "id" else group.display_name
                    found.setdefault((name or "").casefold(), []).append(group.id.casefold())
    return found


def _only(found: Sequence[str], one: Assignment, place: Place) -> str:
    if not found:
        hint = "its userPrincipalName" if one.kind == "user" else "its displayName"
        raise invalid(f"there is no {one.kind} {one.name!r}; write {hint} or its object id", place)
    if len(found) > 1:
        raise invalid(
            f"several {one.kind}s are called {one.name!r}: {', '.join(sorted(found))}; write one of"
            " these object ids",
            place,
        )
    return found[0]


def _role(
    principal: ServicePrincipal,
    one: Assignment,
    id: str,
    assigned: Sequence[CurrentAssignment],
    place: Place,
) -> str:
    """Return the id of the role that is meant; without a name, the one that is held counts."""
    roles: list[models.AppRole] = principal.app_roles or []
    held = sorted(other.role_id for other in assigned if other.principal_id == id)
    if one.role is not None and one.role.casefold() in held:
        return one.role.casefold()
    usual = _usual_role(principal)
    if one.role is None and held:
        return usual if usual in held else held[0]
    try:
        return chosen_role(roles, one.role).casefold()
    except ValueError as error:
        raise invalid(str(error), place / "role") from None


def _usual_role(principal: ServicePrincipal) -> str | None:
    try:
        return chosen_role(principal.app_roles or [], None).casefold()
    except ValueError:
        return None


def _called(one: Assignment) -> str:
    return f"{one.kind}:{one.name}" + (f" as {one.role}" if one.role else "")


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _quoted(values: Iterable[str]) -> str:
    return ", ".join("'" + value.replace("'", "''") + "'" for value in values)
