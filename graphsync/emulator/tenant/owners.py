"""Who owns a service principal or an application: the applications and the people."""

import uuid
from dataclasses import dataclass

from graphsync.emulator.document import Document, strings
from graphsync.emulator.tenant.tenant import Tenant


@dataclass(frozen=True, slots=True)
class Owners:
    """The owners of one object: client ids of applications, object ids of users."""

    app_ids: tuple[str, ...] = ()
    user_ids: tuple[str, ...] = ()

    def ids(self, tenant: Tenant) -> list[str]:
        """Return the object ids of all owners."""
        return [*(app_owner_id(tenant, app_id) for app_id in self.app_ids), *self.user_ids]


def owners(tenant: Tenant, object_id: str) -> Owners:
    """Return the owners of a service principal or an application."""
    kept: Document = tenant.table("principalOwners").get(object_id, {})
    return Owners(tuple(strings(kept.get("appIds"))), tuple(strings(kept.get("userIds"))))


def put_owners(
    tenant: Tenant,
    object_id: str,
    app_ids: list[str] | tuple[str, ...],
    user_ids: list[str] | tuple[str, ...] = (),
) -> None:
    """Set the owners of an object; one that never had any is open to each application."""
    tenant.table("principalOwners")[object_id] = {
        "appIds": list(app_ids),
        "userIds": list(user_ids),
    }


def app_owner_id(tenant: Tenant, app_id: str) -> str:
    """Return the object id of an application's service principal, one outside the tenant too."""
    found = tenant.principal_of_app(app_id)
    return str(found["id"]) if found else service_principal_id(tenant.id, app_id)


def service_principal_id(tenant_id: str, app_id: str) -> str:
    """Return the object id under which an application that has none in the tenant signs in."""
    return str(uuid.uuid5(uuid.UUID(tenant_id), app_id))
