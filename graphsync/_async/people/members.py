"""The members of a group."""

from __future__ import annotations

from typing import Any

from graphsync._async.navigation.listing import Listing
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import verb
from graphsync._async.people.directory_entity import DirectoryEntity
from graphsync._core.domain.people import Member, check_object_id, reference_to
from graphsync_client import models
from graphsync_client.types import Operation


class Members(Listing[Member, "models.DirectoryObject"]):
    """The direct members of a group: users, groups and others, as plain data."""

    def __init__(self, session: Session, group: str) -> None:
        super().__init__(session)
        self._group = group

    @verb
    def add(self, member: str | DirectoryEntity[Any] | Member) -> Operation[None]:
        """Add a member. One request; raises `BadRequest` where it is one already.

        Args:
            member: A bound user or group, an id, or the address of a user.

        """
        from graphsync_client.api.members.add_member import add_member

        reference = reference_to(self._session.endpoint.url, _key(member))
        return add_member(self._group, models.ReferenceCreate(odata_id=reference))

    @verb
    def remove(self, member: str | DirectoryEntity[Any] | Member) -> Operation[None]:
        """Remove a member; the object itself stays. One request.

        Args:
            member: A bound object whose id is known, or its id; an address cannot stand for it
                here.

        """
        from graphsync_client.api.members.remove_member import remove_member

        id = member if isinstance(member, str) else member.id
        check_object_id("members.remove()", id)
        return remove_member(self._group, id)

    def _list_operation(self) -> Operation[models.DirectoryObjectCollectionResponse]:
        from graphsync_client.api.members.list_members import list_members

        return list_members(self._group)

    def _item(self, data: models.DirectoryObject) -> Member:
        return Member.of(data)


def _key(member: str | DirectoryEntity[Any] | Member) -> str:
    if isinstance(member, str):
        return member
    # of this very room
    return member.id if isinstance(member, Member) else member._address  # pyright: ignore[reportPrivateUsage]
