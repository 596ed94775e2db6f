"""Short ways to change a tenant in the local Graph, for tests of explanations."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from graphsync.emulator import SCIM_JOB_ID, SCIM_PRINCIPAL_ID
from graphsync.emulator.tenant.people import person, put_source
from graphsync.emulator.tenant.recycling import purge, recycle
from graphsync.emulator.tenant.schemas import job_schema

SOMEBODY = person(7, "contoso.com")
MANAGER = person(2, "contoso.com")
NEWCOMER = person(99, "contoso.com")
GUEST = {
    **person(98, "contoso.com"),
    "userPrincipalName": "bob_fabrikam.com#EXT#@contoso.com",
    "mail": "bob@fabrikam.com",
    "userType": "Guest",
}
ZEROS = "00000000-0000-0000-0000-000000000000"


class World:
    """A tenant with one job, changed behind the client's back."""

    def __init__(self, local: Any) -> None:
        self.local = local
        self.emulator = local.emulator
        self.tenant = local.emulator.graph.tenant
        self.job = self.tenant.jobs(SCIM_PRINCIPAL_ID)[SCIM_JOB_ID]["document"]

    def put(self, user: dict[str, Any], **changes: Any) -> dict[str, Any]:
        """Store a user, with changes; None takes a value away."""
        kept = {**self.tenant.users.get(user["id"], user), **changes}
        found = {name: value for name, value in kept.items() if value is not None}
        put_source(self.tenant, "user", found)
        return user

    def put_group(self, id: str, name: str, *members: str) -> str:
        put_source(self.tenant, "group", {"id": id, "displayName": name, "members": [*members]})
        return id

    def delete(self, user: dict[str, Any]) -> None:
        now = self.emulator.graph.state.clock.now()
        recycle(self.tenant, "user", self.tenant.users[user["id"]], now)

    def purge(self, user: dict[str, Any]) -> None:
        purge(self.tenant, "user", user["id"])

    def assigned_only(self, *principals: str) -> None:
        table = self.tenant.table("secret")
        pairs = [one for one in table[SCIM_PRINCIPAL_ID]["value"] if one.get("key") != "SyncAll"]
        table[SCIM_PRINCIPAL_ID] = {"value": pairs}
        for principal in principals:
            self.assign(principal)

    def assign(self, principal: str, role: str = ZEROS) -> None:
        kind = "Group" if principal in self.tenant.groups else "User"
        id = self.emulator.graph.engine.new_id()
        self.tenant.table("assignment", SCIM_PRINCIPAL_ID)[id] = {
            "id": id,
            "appRoleId": role,
            "principalId": principal,
            "principalType": kind,
            "resourceId": SCIM_PRINCIPAL_ID,
            "resourceDisplayName": "Contoso Directory",
        }

    def schema(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Change the mapping of users, as a write of the schema does."""
        principal = self.tenant.principals[SCIM_PRINCIPAL_ID]
        schema = copy.deepcopy(job_schema(self.tenant, principal, SCIM_JOB_ID, "scim"))
        change(schema["synchronizationRules"][0]["objectMappings"][0])
        self.local.put_schema(SCIM_PRINCIPAL_ID, SCIM_JOB_ID, schema)

    def map(self, target: str, expression: str, **more: Any) -> None:
        """Map an attribute by an expression, in place of what is there."""

        def change(mapping: dict[str, Any]) -> None:
            kept = mapping["attributeMappings"]
            before = next((one for one in kept if one["targetAttributeName"] == target), {})
            source = {"type": "Function", "name": "", "expression": expression}
            mapping["attributeMappings"] = [
                *(one for one in kept if one is not before),
                {
                    "targetAttributeName": target,
                    "matchingPriority": 0,
                    "flowType": "Always",
                    **before,
                    "source": source,
                    **more,
                },
            ]

        self.schema(change)

    def scope(self, *groups: list[tuple[str, str, str]], inputs: bool = False) -> None:
        """Set the scoping filter: groups of clauses, each with attribute, operator, value."""
        found = [
            {
                "name": f"Group {number}",
                "clauses": [
                    {
                        "sourceOperandName": name,
                        "operatorName": operator,
                        "targetOperand": {"values": [value] if value else []},
                    }
                    for name, operator, value in group
                ],
            }
            for number, group in enumerate(groups, start=1)
        ]
        where = "inputFilterGroups" if inputs else "groups"
        self.schema(lambda mapping: mapping.update(scope={where: found}))

    def cycle(self) -> None:
        self.emulator.advance(minutes=45)

    def account(self, user: dict[str, Any]) -> dict[str, Any] | None:
        """Return the attributes of the account that is linked to a user."""
        link = self.tenant.table("link", SCIM_JOB_ID).get(user["id"])
        accounts = self.tenant.table("account", SCIM_PRINCIPAL_ID)
        found = None if link is None else accounts.get(link["target"])
        return None if found is None else found["attributes"]

    def last_code(self, user: dict[str, Any]) -> str:
        """Return the code of the log's latest record of a user."""
        found = [
            one
            for one in self.tenant.table("log").values()
            if one["source"][0] == user["id"] and one["job"] == SCIM_JOB_ID
        ]
        return str(found[-1]["code"]) if found else ""
