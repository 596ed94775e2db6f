"""Advanced queries on directory objects: what needs `ConsistencyLevel: eventual`."""

import re

from graphsync.emulator.document import Document
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import select_items
from graphsync.emulator.protocol.entity_type import EntityType
from graphsync.emulator.protocol.errors import bad_request, unsupported_query
from graphsync.emulator.protocol.filter import read
from graphsync.emulator.protocol.reply import Reply, text

_QUOTED = re.compile(r"'(?:[^']|'')*'")
_ADVANCED = re.compile(r"\b(ne|not|endswith)\b", re.IGNORECASE)
_SEARCH = re.compile(r'"(?P<name>\w+):(?P<value>[^"]*)"')


def advanced(call: Call, items: list[Document]) -> list[Document]:
    """Return the objects that `$search` leaves of a list.

    Raise the service's 400 where the query needs the header and does not have it.
    """
    eventual = call.headers.get("consistencylevel", "").strip().lower() == "eventual"
    counted = call.query.get("$count", "").lower() == "true"
    found = _ADVANCED.search(_QUOTED.sub("''", call.query.get("$filter", "")[:10_001]))
    if "$search" in call.query and not eventual:
        raise unsupported_query("$search needs the header 'ConsistencyLevel: eventual'.")
    if counted and not eventual:
        raise unsupported_query("$count needs the header 'ConsistencyLevel: eventual'.")
    if found and not (eventual and counted):
        raise unsupported_query(
            f"Operator '{found[1]}' needs the header 'ConsistencyLevel: eventual' and $count=true."
        )
    return _searched(call, items)


def count(call: Call, items: list[Document], entity: EntityType) -> Reply:
    """Answer the number of objects, which needs the header as well."""
    call.query.setdefault("$count", "true")
    found = advanced(call, items)
    return text(len(select_items(call.query, found, ignore_case=True, entity=entity)))


def _searched(call: Call, items: list[Document]) -> list[Document]:
    asked = call.query.get("$search")
    if asked is None:
        return items
    match = _SEARCH.fullmatch(asked.strip())
    if match is None:
        raise bad_request(
            f"Invalid $search '{asked[:100]}': write it as \"displayName:value\", quotes included."
        )
    wanted = match["value"].casefold()
    return [item for item in items if wanted in str(read(item, match["name"]) or "").casefold()]
