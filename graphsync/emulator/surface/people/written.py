"""What requests write to users and groups."""

from collections.abc import Iterable

from graphsync.emulator.document import Document
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.entity_type import EntityType
from graphsync.emulator.surface.people.found import invalid
from graphsync.emulator.tenant.graph_names import is_internal

_FIXED = frozenset({"createdDateTime", "deletedDateTime", "id"})
_BOUND = frozenset({"members@odata.bind", "owners@odata.bind"})


def changes(call: Call, entity: EntityType, before: Document) -> Document:
    """Return the properties that a body sets.

    Raise the service's 400 for a property that the type does not have, or that only the service
    sets.
    """
    known = {name.partition("/")[0] for name in entity.filterable | entity.others}
    body = {name: value for name, value in call.json().items() if name in _BOUND or "@" not in name}
    for name, value in body.items():
        if name in _BOUND or name.startswith("extension_"):
            continue
        if name not in known or is_internal(name):
            short = entity.name.rpartition(".")[2]
            raise invalid(
                f"Invalid property '{name[:100]}' of resource '{short[:1].upper()}{short[1:]}'."
            )
        if name in _FIXED and value != before.get(name):
            raise invalid(f"Property '{name}' is read-only and cannot be set.")
    return body


def required(body: Document, names: Iterable[str], kind: str) -> None:
    """Raise the service's 400 for the first property that a new object lacks."""
    for name in names:
        value: object = body.get(name)
        if value is None or value == "":
            raise invalid(f"A value is required for property '{name}' of resource '{kind}'.")
