"""A SCIM endpoint over HTTP, as the system that holds a job's accounts."""

import json
import uuid
from collections.abc import Mapping
from urllib.parse import quote

from graphsync.emulator.document import Document, is_array, objects, strings
from graphsync.emulator.gallery.mappings import CORE_GROUP, ENTERPRISE_USER
from graphsync.emulator.targets.connection import PREFIX, Connection
from graphsync.emulator.targets.dialect import (
    Dialect,
    is_group,
    is_manager,
    is_reference,
    new_resource,
)
from graphsync.emulator.targets.paths import read
from graphsync.emulator.targets.resource import role_text
from graphsync.emulator.targets.target import TargetClosed, TargetRefusal
from graphsync.emulator.tenant.table import Table
from graphsync.mapping.flowing import Attributes


class RemoteTarget:
    """A real SCIM endpoint.

    The service never reads the members of a group; it remembers which ones it wrote, and so does
    this: `remembered` keeps them by the group's id.

    Args:
        connection: the endpoint.
        attributes: the target attributes that mappings name, each with whether it has several
            values; what else an account has is not read.
        remembered: the members of each group.
        dialect: how PATCH is written.

    """

    def __init__(
        self,
        connection: Connection,
        attributes: Mapping[str, bool],
        remembered: Table,
        dialect: Dialect,
    ) -> None:
        self._connection = connection
        self._attributes = dict(attributes)
        self._remembered = remembered
        self._dialect = dialect
        self._read: dict[str, Attributes] = {}

    def find(self, object_name: str, attribute: str, value: str) -> list[str]:
        """Return the ids of the accounts that the endpoint names for a value."""
        query = {"filter": f"{attribute} eq {json.dumps(value, ensure_ascii=False)}"}
        if is_group(object_name):
            query = {"excludedAttributes": "members", **query}
        return [str(item["id"]) for item in self._query(object_name, query)]

    def get(self, object_name: str, account_id: str) -> Attributes | None:
        """Return an account's attributes by their mapping names.

        None where the endpoint has none.
        """
        query = {"excludedAttributes": "members"} if is_group(object_name) else None
        status, resource = self._connection.send("GET", _one(object_name, account_id), query)
        if status == 404:
            self._remembered.discard(account_id)
            return None
        found: Attributes = {}
        for name, several in self._attributes.items():
            value = _roles(resource) if name == "roles" else read(resource, name)
            if value is not None:
                found[name] = [value] if several and not is_array(value) else value
        if is_group(object_name):
            found["members"] = self._members(account_id)
        self._read[account_id] = found
        return found

    def create(self, object_name: str, attributes: Attributes) -> str:
        """Make an account and return its id; references follow in a PATCH."""
        path = _all(object_name)
        status, made = self._connection.send(
            "POST", path, body=new_resource(object_name, attributes)
        )
        account_id = made.get("id")
        if status not in {200, 201} or not isinstance(account_id, str) or not account_id:
            raise TargetRefusal(
                f"{PREFIX}ServiceIncompatible",
                f"POST {path} was answered with {status} and without an 'id'.",
            )
        references = {
            name: value for name, value in attributes.items() if is_reference(name) and value
        }
        if references:
            self.update(object_name, account_id, references)
        return account_id

    def update(self, object_name: str, account_id: str, changes: Attributes) -> None:
        """Change attributes; None clears one."""
        before = dict(self._read.get(account_id, {}))
        if is_group(object_name):
            before["members"] = self._members(account_id)
        wanted = {
            name: value
            for name, value in changes.items()
            if not self._holds(object_name, account_id, name, value)
        }
        body = self._dialect.patch(before, wanted)
        if body["Operations"]:
            status, _ = self._connection.send("PATCH", _one(object_name, account_id), body=body)
            if status == 404:
                raise TargetRefusal(
                    "InvalidAnchor", f"PATCH {_one(object_name, account_id)} was answered with 404."
                )
        self._read[account_id] = {**before, **changes}
        if "members" in changes:
            members = changes["members"]
            self._remembered[account_id] = {
                "members": [str(item) for item in members] if is_array(members) else []
            }

    def delete(self, object_name: str, account_id: str) -> None:
        """Delete an account; one that is gone already counts as deleted."""
        self._connection.send("DELETE", _one(object_name, account_id))
        self._remembered.discard(account_id)

    def test(self, *, groups: bool) -> TargetClosed | TargetRefusal | None:
        """Test the connection as the service does: ask for an account that does not exist, and for
        a group where groups are mapped; return what is wrong.
        """
        asked = [(ENTERPRISE_USER, "userName"), (CORE_GROUP, "displayName")]
        try:
            for object_name, attribute in asked[: 1 + groups]:
                self._query(object_name, {"filter": f'{attribute} eq "{uuid.uuid4()}"'})
        except (TargetClosed, TargetRefusal) as error:
            return error
        return None

    def schemas(self) -> list[Document]:
        """Return the schemas that the endpoint describes its resources by."""
        status, page = self._connection.send("GET", "/Schemas")
        found: object = page.get("Resources")
        if status != 200 or not is_array(found):
            raise TargetRefusal(
                f"{PREFIX}ServiceIncompatible",
                f"GET /Schemas was answered with {status} and not with a ListResponse.",
            )
        return objects(found)

    def _query(self, object_name: str, query: dict[str, str]) -> list[Document]:
        path = _all(object_name)
        status, page = self._connection.send("GET", path, query)
        found: object = page.get("Resources", [])
        if status != 200 or "totalResults" not in page or not is_array(found):
            raise TargetRefusal(
                f"{PREFIX}ServiceIncompatible",
                f"GET {path} with a filter was answered with {status} and not with a ListResponse.",
            )
        items = objects(found)
        if any(not isinstance(item.get("id"), str) for item in items):
            raise TargetRefusal("InvalidAnchor", f"GET {path} found an account without an 'id'.")
        return items

    def _holds(self, object_name: str, account_id: str, name: str, value: object) -> bool:
        """Ask whether a person's manager is the wanted one already."""
        if not is_manager(name) or not value:
            return False
        query = {
            "filter": f'id eq "{account_id}" and {name.rpartition(":")[2]} eq "{value}"',
            "attributes": "id",
        }
        return bool(self._query(object_name, query))

    def _members(self, account_id: str) -> list[str]:
        return strings(self._remembered.get(account_id, {}).get("members"))


def _roles(resource: Document) -> object:
    found: object = resource.get("roles")
    return [role_text(item) for item in found] if is_array(found) else found


def _all(object_name: str) -> str:
    return "/Groups" if is_group(object_name) else "/Users"


def _one(object_name: str, account_id: str) -> str:
    return f"{_all(object_name)}/{quote(account_id, safe='')}"
