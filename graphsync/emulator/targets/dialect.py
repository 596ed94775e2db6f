"""What the service writes to a SCIM endpoint: the bodies of POST and of both dialects of PATCH."""

from dataclasses import dataclass
from typing import Literal

from graphsync.emulator.document import Document, is_array, objects
from graphsync.emulator.gallery.mappings import CORE_GROUP
from graphsync.emulator.targets.paths import is_filtered, whole_list
from graphsync.emulator.targets.resource import nest, role
from graphsync.mapping.flowing import Attributes

CORE_USER = "urn:ietf:params:scim:schemas:core:2.0:User"
PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
_GROUP_MARK = "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"

Name = Literal["default", "flag"]


def new_resource(object_name: str, attributes: Attributes) -> Document:
    """Return the body that makes an account; references are left to a PATCH of their own."""
    kept = {
        name: value
        for name, value in attributes.items()
        if value is not None and not is_reference(name)
    }
    resource = nest("", object_name, kept)
    del resource["id"]
    group = is_group(object_name)
    own = resource.pop("schemas")
    schemas = (
        [CORE_GROUP, _GROUP_MARK]
        if group
        else [CORE_USER, *(item for item in own if item != CORE_USER)]
    )
    for item in objects(resource.get("emails")):
        if str(item.get("type")).casefold() == "work":
            item["primary"] = True
    return {"schemas": schemas, **resource, "meta": {"resourceType": "Group" if group else "User"}}


def is_group(object_name: str) -> bool:
    """Return whether a target object is a group."""
    return object_name.casefold().rpartition(":")[2] == "group"


def is_reference(attribute: str) -> bool:
    """Return whether an attribute holds ids of other accounts."""
    return attribute == "members" or is_manager(attribute)


def is_manager(attribute: str) -> bool:
    """Return whether an attribute is a person's manager."""
    return attribute.casefold().rpartition(":")[2] == "manager"


@dataclass(frozen=True, slots=True)
class Dialect:
    """One of the two ways in which the service writes PATCH.

    `flag` is what `aadOptscim062020` in the base address asks for.
    """

    name: Name = "default"

    def patch(self, before: Attributes, changes: Attributes) -> Document:
        """Return the body that turns what an account holds into what it is to hold."""
        found: list[Document] = []
        together: dict[str, Document] = {}
        for path, value in changes.items():
            if path == "members":
                found += self._members(_texts(before.get(path)), _texts(value))
                continue
            if value is None or value == "":
                found.append({"op": self._op("remove"), "path": path})
                continue
            op = self._op("replace" if before.get(path) not in (None, "", []) else "add")
            if self.name == "flag" and not is_filtered(path) and not is_reference(path):
                together.setdefault(op, {})[path] = self._value(path, value)
                continue
            place, sent = path, self._value(path, value)
            if is_array(sent) and is_filtered(path):
                place, sent = (path, sent[0]) if len(sent) == 1 else whole_list(path, sent)
            found.append({"op": op, "path": place, "value": sent})
        found[:0] = [{"op": op, "value": values} for op, values in together.items()]
        return {"schemas": [PATCH_OP], "Operations": found}

    def _members(self, before: list[str], after: list[str]) -> list[Document]:
        gone = [item for item in before if item not in after]
        came = [item for item in after if item not in before]
        added = [
            {"value": item} if self.name == "flag" else {"$ref": None, "value": item}
            for item in came
        ]
        found: list[Document] = []
        if self.name == "flag":
            found += [{"op": "remove", "path": f'members[value eq "{item}"]'} for item in gone]
        elif gone:
            removed = [{"$ref": None, "value": item} for item in gone]
            found.append({"op": "Remove", "path": "members", "value": removed})
        if added:
            found.append({"op": self._op("add"), "path": "members", "value": added})
        return found

    def _op(self, word: str) -> str:
        return word if self.name == "flag" else word.capitalize()

    def _value(self, path: str, value: object) -> object:
        if path == "active" and self.name == "flag":
            return value == "True"
        if is_manager(path) and self.name == "flag":
            return {"value": value}
        if path == "roles" and is_array(value):
            return [role(str(item)) for item in value]
        return value


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if is_array(value) else [str(value)] if value else []
