"""Functions on several values, on references, on app roles, and on the tenant."""

import base64
import json
import re
import struct
import uuid

from graphsync.expressions.error import ExpressionError
from graphsync.expressions.functions.signature import Body, argument
from graphsync.expressions.json_shapes import is_object
from graphsync.expressions.value import Surroundings, Value, integer, text, texts

_UNESCAPED_COMMA = re.compile(r"(?<!\\),")


def _count(_: Surroundings, values: list[Value]) -> Value:
    return str(len(texts(values[0])))


def _item(_: Surroundings, values: list[Value]) -> Value:
    items, index = texts(values[0]), integer(argument(values, 1), "Item")
    if not items:
        return None
    if not 1 <= index <= len(items):
        raise ExpressionError(
            f"Item: there is no item {index}; the first is 1, the last {len(items)}"
        )
    return items[index - 1]


def _distinct(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else tuple(dict.fromkeys(texts(values[0])))


def _to_text(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else text(values[0])


def _role(item: str) -> tuple[str, str]:
    """Return value and display name of a role, from its JSON or from its bare value."""
    try:
        found: object = json.loads(item)
    except ValueError:
        return item, item
    if not is_object(found):
        return item, item
    name = str(found.get("displayName") or found.get("value") or found.get("id") or "")
    return str(found.get("value") or name), name


def _roles(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else tuple(_role(item)[0] for item in texts(values[0]))


def _single_role(_: Surroundings, values: list[Value]) -> Value:
    # Of several the page says that there is no guarantee which; here it is the first.
    return next((_role(item)[0] for item in texts(values[0])), None)


def _complex_roles(_: Surroundings, values: list[Value]) -> Value:
    return _described_roles(values[0], "displayName")


def _assertive_roles(_: Surroundings, values: list[Value]) -> Value:
    return _described_roles(values[0], "display")


def _described_roles(value: Value, name_member: str) -> Value:
    roles = (_role(item) for item in texts(value))
    kind = "WindowsAzureActiveDirectoryRole"
    return tuple(
        json.dumps({"primary": False, "type": kind, name_member: name, "value": role})
        for role, name in roles
    )


def _contains(_: Surroundings, values: list[Value]) -> Value:
    wanted = text(argument(values, 1))
    found = (place for place, item in enumerate(texts(values[0]), 1) if wanted in item)
    return str(next(found, 0))


def _reference(_: Surroundings, values: list[Value]) -> Value:
    return values[0]


def _dn_component(_: Surroundings, values: list[Value]) -> Value:
    if values[0] is None:
        return None
    number = integer(argument(values, 1), "DNComponent")
    components = [part.replace("\\", "") for part in _UNESCAPED_COMMA.split(text(values[0]))]
    if not 1 <= number <= len(components):
        return None
    return components[number - 1].partition("=")[2].strip()


def _sid(_: Surroundings, values: list[Value]) -> Value:
    if values[0] is None:
        return None
    try:
        raw = base64.b64decode(text(values[0]), validate=True)
        revision, number = raw[0], raw[1]
        parts = struct.unpack_from(f"<{number}I", raw, 8)
        if len(raw) != 8 + 4 * number:
            raise ValueError(raw)
    except (ValueError, IndexError, struct.error):
        raise ExpressionError(
            f"StringFromSid needs a security identifier in base64, not '{text(values[0])[:100]}'"
        ) from None
    authority = int.from_bytes(raw[2:8], "big")
    return "-".join(["S", str(revision), str(authority), *map(str, parts)])


def _default_domain(around: Surroundings, _values: list[Value]) -> Value:
    return around.default_domain


def _guid(around: Surroundings, _values: list[Value]) -> Value:
    return str(uuid.UUID(int=around.random.getrandbits(128), version=4))


BODIES: dict[str, Body] = {
    "Count": _count,
    "Item": _item,
    "RemoveDuplicates": _distinct,
    "CStr": _to_text,
    "AppRoleAssignments": _roles,
    "SingleAppRoleAssignment": _single_role,
    "AppRoleAssignmentsComplex": _complex_roles,
    "AssertiveAppRoleAssignmentsComplex": _assertive_roles,
    "Contains": _contains,
    "CRef": _reference,
    "DNComponent": _dn_component,
    "StringFromSid": _sid,
    "DefaultDomain": _default_domain,
    "Guid": _guid,
}
