"""Functions on several values, on app roles, and on the tenant."""

import json
import uuid

from graphsync.expressions.error import ExpressionError
from graphsync.expressions.functions.signature import Body, argument
from graphsync.expressions.value import Surroundings, Value, integer, text, texts


def _count(_: Surroundings, values: list[Value]) -> Value:
    return str(len(texts(values[0])))


def _item(_: Surroundings, values: list[Value]) -> Value:
    items, index = texts(values[0]), integer(argument(values, 1), "Item")
    return items[index - 1] if 1 <= index <= len(items) else None


def _distinct(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else tuple(dict.fromkeys(texts(values[0])))


def _to_text(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else text(values[0])


def _roles(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else texts(values[0])


def _single_role(_: Surroundings, values: list[Value]) -> Value:
    roles = texts(values[0])
    if len(roles) > 1:
        raise ExpressionError(f"SingleAppRoleAssignment needs one assigned role, there are {len(roles)}")
    return roles[0] if roles else None


def _complex_roles(_: Surroundings, values: list[Value]) -> Value:
    return tuple(
        json.dumps({"primary": "false", "type": "WindowsAzureActiveDirectoryRole", "value": role, "display": role})
        for role in texts(values[0])
    )


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
    "DefaultDomain": _default_domain,
    "Guid": _guid,
}
