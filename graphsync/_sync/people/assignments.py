# Derived by `python -m generator.unasync`. Edit its source, not this file:
# graphsync/_async/people/assignments.py
"""Who is assigned to an application."""

from __future__ import annotations

from graphsync._core.domain.people import HasId, chosen_role, id_of, same_id
from graphsync._sync.navigation.listing import Listing
from graphsync._sync.navigation.session import Session
from graphsync._sync.navigation.verb import direct
from graphsync.errors import BadRequest, Conflict
from graphsync_client import models
from graphsync_client.types import Operation, Owner


class Assignments(Listing["models.AppRoleAssignment", "models.AppRoleAssignment"]):
    """The users, groups and service principals that are assigned to an application, as plain data.

    A job that provisions assigned users and groups only takes its scope from these.
    """

    def __init__(self, session: Session, principal: Owner) -> None:
        super().__init__(session)
        self._principal = principal

    @direct
    def assign(
        self, who: str | HasId, role: str | models.AppRole | None = None
    ) -> models.AppRoleAssignment:
        """Assign somebody, and return the assignment; one that exists already is returned as it is.

        Two requests: the application's roles are read first. One more where `who` is an address,
        and one a page of assignments where it is assigned already.

        Args:
            who: A bound user, group or service principal, an id, or the address of a user.
            role: A role of the application, or its id, value or name. Without it, the role `User`
                where there is one, the default role where the application declares none; ValueError
                where there are others only, or none of that name.

        """
        from graphsync_client.api.app_role_assigned_to.create_app_role_assigned_to import (
            create_app_role_assigned_to,
        )

        id = self._object_id(who)
        resource = self._resource()
        chosen = chosen_role(resource.app_roles or [], role)
        body = models.AppRoleAssignment(
            principal_id=id, resource_id=resource.id, app_role_id=chosen
        )
        try:
            return self._session.send(create_app_role_assigned_to(self._principal, body))
        except (BadRequest, Conflict):
            # Graph answers an assignment that exists with 400 and no code of its own.
            for existing in self._of(id):
                if same_id(existing.app_role_id, chosen):
                    return existing
            raise

    @direct
    def unassign(self, who: str | HasId, role: str | models.AppRole | None = None) -> int:
        """End the assignments of somebody, and return how many there were; none is not an error.

        One request a page of assignments, and one for each that is ended; one more where `who` is
        an address, and where a role is given by its name.

        Args:
            who: A bound user, group or service principal, an id, or the address of a user.
            role: Which role to take away; without it, all of them.

        """
        from graphsync_client.api.app_role_assigned_to.delete_app_role_assigned_to import (
            delete_app_role_assigned_to,
        )

        id = self._object_id(who)
        chosen = None if role is None else chosen_role((self._resource()).app_roles or [], role)
        found = [one for one in self._of(id) if chosen is None or same_id(one.app_role_id, chosen)]
        for one in found:
            self._session.send(delete_app_role_assigned_to(self._principal, one.id or ""))
        return len(found)

    def _of(self, id: str) -> list[models.AppRoleAssignment]:
        everybody = Assignments(self._session, self._principal)
        return [one for one in everybody if same_id(one.principal_id, id)]

    def _object_id(self, who: str | HasId) -> str:
        from graphsync_client.api.users.get_user import get_user

        key = id_of(who)
        if "@" not in key:
            return key
        return (self._session.send(get_user(key, select=["id"]))).id or ""

    def _resource(self) -> models.ServicePrincipal:
        from graphsync_client.api.service_principals.get_service_principal import (
            get_service_principal,
        )

        # The generated operation takes an object id; the path may hold an application id instead.
        operation = get_service_principal("id", select=["id", "appRoles"])
        return self._session.send(operation.evolve(path=self._principal.path))

    def _list_operation(self) -> Operation[models.AppRoleAssignmentCollectionResponse]:
        from graphsync_client.api.app_role_assigned_to.list_app_role_assigned_to import (
            list_app_role_assigned_to,
        )

        return list_app_role_assigned_to(self._principal)

    def _item(self, data: models.AppRoleAssignment) -> models.AppRoleAssignment:
        return data
