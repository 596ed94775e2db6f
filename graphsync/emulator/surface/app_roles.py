"""The roles that an application declares, as a request gives them."""

from uuid import UUID

from graphsync.emulator.document import Document, is_array, is_object
from graphsync.emulator.protocol.errors import bad_request


def declared(given: object) -> dict[str, Document]:
    """Return roles by id; a 400 names the one that cannot be a role."""
    if not is_array(given):
        raise bad_request("'appRoles' must be an array of roles.")
    found: dict[str, Document] = {}
    for number, role in enumerate(given):
        place = f"appRoles[{number}]"
        if not is_object(role):
            raise bad_request(f"{place} must be an object.")
        role_id = _id(role.get("id"), place)
        if role_id in found:
            raise bad_request(f"{place}: another role has the id '{role_id}' already.")
        name: object = role.get("displayName")
        if not isinstance(name, str) or not name.strip():
            raise bad_request(f"{place} needs a 'displayName'.")
        if not isinstance(role.get("value"), str | None):
            raise bad_request(f"{place}: the 'value' of a role is a text.")
        found[role_id] = {**role, "id": role_id}
    return found


def _id(given: object, place: str) -> str:
    try:
        return str(UUID(str(given)))
    except ValueError:
        raise bad_request(
            f"{place}: the 'id' of a role is a GUID, not '{str(given)[:100]}'."
        ) from None
