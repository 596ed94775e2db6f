"""The owners of an application or a service principal."""

from __future__ import annotations

from graphsync._async.navigation.listing import Listing
from graphsync._async.navigation.session import Session
from graphsync._async.navigation.verb import verb
from graphsync._core.domain.people import HasId, Member, check_object_id, id_of, reference_to
from graphsync_client import models
from graphsync_client.types import Operation, Owner


class Owners(Listing[Member, "models.DirectoryObject"]):
    """The owners of an application or a service principal: users and service principals, as plain
    data.

    Permissions that end in `OwnedBy` cover what an application owns, and nothing else.
    """

    def __init__(self, session: Session, owned: Owner) -> None:
        super().__init__(session)
        self._owned = owned

    @verb
    def add(self, owner: str | HasId) -> Operation[None]:
        """Add an owner. One request; raises `BadRequest` where it is one already.

        Args:
            owner: A bound user or service principal, an id, or the address of a user.

        """
        from graphsync_client.api.owners.add_owner import add_owner

        reference = reference_to(self._session.endpoint.url, id_of(owner))
        return add_owner(self._owned, models.ReferenceCreate(odata_id=reference))

    @verb
    def remove(self, owner: str | HasId) -> Operation[None]:
        """Remove an owner; the object itself stays. One request.

        Args:
            owner: A bound object whose id is known, or its id; an address cannot stand for it here.

        """
        from graphsync_client.api.owners.remove_owner import remove_owner

        id = id_of(owner)
        check_object_id("owners.remove()", id)
        return remove_owner(self._owned, id)

    def _list_operation(self) -> Operation[models.DirectoryObjectCollectionResponse]:
        from graphsync_client.api.owners.list_owners import list_owners

        return list_owners(self._owned)

    def _item(self, data: models.DirectoryObject) -> Member:
        return Member.of(data)
