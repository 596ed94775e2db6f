"""The attributes of a source object as mappings and filters see them."""

from collections.abc import Iterable

from graphsync.expressions.json_shapes import Document

_GUEST = "#EXT#"
_NONE = "None"


def attributes(source: Document, object_id: str, roles: Iterable[str] = ()) -> Document:
    """Return a source object's attributes with those that the service adds.

    Args:
        source: the object as the directory, or the staged uploads, hold it.
        object_id: its id; for uploads the `externalId`.
        roles: its app roles, each as JSON text.

    """
    found = {**source, "objectId": object_id, **_state(gone=bool(source.get("isSoftDeleted")))}
    given = list(roles)
    if given:
        found["appRoleAssignments"] = given
    name = source.get("userPrincipalName")
    if isinstance(name, str):
        found.setdefault("originalUserPrincipalName", name)
        found["userPrincipalName"] = without_guest_mark(name)
        # Neither is a member of Graph's users. The filter that cross-tenant synchronization begins
        # with asks for both, and takes users of the tenant itself.
        guest = source.get("userType") == "Guest" or _GUEST in name
        found.setdefault("alternativeSecurityIds", "External" if guest else _NONE)
        found.setdefault("userState", source.get("externalUserState") or _NONE)
    return found


def leaving(found: Document) -> Document:
    """Return attributes as they are for an object that leaves scope: as if it were soft-deleted."""
    return {**found, **_state(gone=True), "active": "False"}


def without_guest_mark(name: str) -> str:
    """Return a guest's own address: `bob_fabrikam.com#EXT#@contoso.com` is `bob@fabrikam.com`."""
    address, mark, _ = name.partition(_GUEST)
    alias, underscore, domain = address.rpartition("_")
    return f"{alias}@{domain}" if mark and underscore else name


def _state(*, gone: bool) -> Document:
    word = "True" if gone else "False"
    return {"IsSoftDeleted": word, "isSoftDeleted": word}
