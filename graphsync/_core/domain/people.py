"""Users, groups and roles: how they are addressed and chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from urllib.parse import quote

from attrs import field, frozen

from graphsync._core.state.members import nearest_name, read_member
from graphsync_client import models
from graphsync_client.types import Model

DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000"
"""What assignments name where an application declares no roles."""
_USER = "user"


class HasId(Protocol):
    """Anything that knows its object id."""

    @property
    def id(self) -> str: ...


@frozen
class Member:
    """A member of a group, or an owner; `data` has all that the service sent."""

    id: str
    kind: str
    """What it is, as Graph names it: `user`, `group`, `servicePrincipal`."""
    display_name: str | None
    user_principal_name: str | None
    """The sign-in name of a user; None for anything else."""
    data: models.DirectoryObject = field(repr=False)

    @classmethod
    def of(cls, data: models.DirectoryObject) -> Member:
        """Read what is known of a directory object."""
        document = data.to_dict()
        kind = str(document.get("@odata.type") or "").removeprefix("#microsoft.graph.")
        return cls(
            data.id or "",
            kind,
            _text(document.get("displayName")),
            _text(document.get("userPrincipalName")),
            data,
        )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def id_of(who: str | HasId) -> str:
    """Return what addresses an object: the text that was passed, or the id of a bound object."""
    return who if isinstance(who, str) else who.id


def check_object_id(verb: str, id: str) -> None:
    """Raise ValueError for an address where Graph takes an object id alone."""
    if "@" in id:
        raise ValueError(
            f"{verb} takes an object id, not the address {id!r}; `graph.users[address].get()` loads"
            " the id"
        )


def address_of(root: str, collection: str, key: str) -> str:
    """Return the address that a reference holds."""
    if not key.strip():
        raise ValueError(f"the id of one of the {collection} is empty")
    return f"{root}/{collection}/{quote(key, safe='@')}"


def reference_to(root: str, key: str) -> str:
    """Return the address of a directory object, or of a user by the sign-in name."""
    return address_of(root, "users" if "@" in key else "directoryObjects", key)


def same_id(one: object, other: object) -> bool:
    """Return whether two ids are one, whatever their case."""
    return str(one).casefold() == str(other).casefold()


def check_needed(kind: str, data: Model, names: Sequence[str]) -> None:
    """Raise ValueError for an object that lacks what the service needs to create it."""
    if missing := [name for name in names if read_member(data, name) is None]:
        raise ValueError(
            f"a {kind} cannot be created without {', '.join(missing)}; nothing was sent"
        )


def chosen_role(roles: Sequence[models.AppRole], role: str | models.AppRole | None) -> str:
    """Return the id of the role to assign; ValueError names the roles where none can be chosen."""
    if isinstance(role, models.AppRole):
        return role.id or DEFAULT_ROLE
    open_ones = [one for one in roles if one.is_enabled is not False]
    names = [one.display_name or one.value or one.id or "" for one in open_ones]
    if role is None:
        return _role_of_users(open_ones, names)
    for one in roles:
        if role.casefold() in {
            str(text).casefold() for text in (one.id, one.value, one.display_name) if text
        }:
            return one.id or DEFAULT_ROLE
    if same_id(role, DEFAULT_ROLE):
        return DEFAULT_ROLE
    nearest = nearest_name(role, names)
    hint = f"; did you mean {nearest!r}?" if nearest else "."
    raise ValueError(
        f"the application has no role {role!r}{hint} Its roles: {', '.join(names) or 'none'}"
    )


def _role_of_users(roles: Sequence[models.AppRole], names: Sequence[str]) -> str:
    assignable = [
        one
        for one in roles
        if _USER in {str(kind).casefold() for kind in one.allowed_member_types or ()}
    ]
    for one in assignable:
        if _USER in {str(one.value).casefold(), str(one.display_name).casefold()}:
            return one.id or DEFAULT_ROLE
    if not assignable:
        return DEFAULT_ROLE
    raise ValueError(
        f"the application has no role User, so say which role is meant: {', '.join(names)}"
    )
