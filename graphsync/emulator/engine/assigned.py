"""Who is assigned to an application, and with which of its roles."""

import json
from collections import Counter

from graphsync.emulator.document import Document, strings
from graphsync.emulator.tenant.tenant import Tenant
from graphsync.emulator.well_known import DEFAULT_ROLE


class Assigned:
    """The people and groups assigned to a service principal.

    Members of an assigned group count as assigned, members of a group within it do not.
    """

    def __init__(self, tenant: Tenant, principal_id: str) -> None:
        self._roles = tenant.table("appRole", principal_id)
        self._held: dict[str, list[str]] = {}
        for assignment in tenant.table("assignment", principal_id).values():
            principal = str(assignment["principalId"])
            role = str(assignment.get("appRoleId") or DEFAULT_ROLE)
            group = tenant.groups.get(principal, {})
            members = [] if group.get("isSoftDeleted") else strings(group.get("members"))
            for holder in [principal, *members]:
                self._held.setdefault(holder, []).append(role)

    def __contains__(self, object_id: str) -> bool:
        return object_id in self._held

    def roles(self, object_id: str) -> list[str]:
        """Return the roles of a person, each as the JSON text that `appRoleAssignments` holds.

        The default access, which is not a role, is left out; a role that several assignments give
        is there once.
        """
        held = dict.fromkeys(self._held.get(object_id, ()))
        return [self._described(role) for role in held if role != DEFAULT_ROLE]

    def _described(self, role_id: str) -> str:
        role: Document = self._roles.get(role_id, {})
        value = role.get("value") or role.get("displayName") or role_id
        name = role.get("displayName") or value
        return json.dumps({"id": role_id, "value": value, "displayName": name})


def repeated_role(tenant: Tenant, principal_id: str) -> str | None:
    """Return the value of a role that an application declares twice; None when each is unique."""
    roles = tenant.table("appRole", principal_id).values()
    values = Counter(str(role.get("value")).casefold() for role in roles if role.get("value"))
    return next((value for value, number in values.items() if number > 1), None)
