"""What an answer shows of a user or a group: `$select`, the properties shown by default,
`$expand`.
"""

import re
from collections.abc import Callable, Iterator

from graphsync.emulator.document import Document, is_array, is_object
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.collection import reduce
from graphsync.emulator.protocol.entity_type import EntityType
from graphsync.emulator.protocol.errors import bad_request
from graphsync.emulator.surface.people.types import DIRECTORY_OBJECT as _OTHER
from graphsync.emulator.surface.people.types import USER
from graphsync.emulator.tenant.graph_names import USER_DEFAULTS

_PART = re.compile(r"(?P<name>\w+)(?:\((?P<inner>.*)\))?")

Expand = Callable[[Document], object]


def shown(
    call: Call, entity: EntityType, expandable: dict[str, Expand]
) -> Callable[[Document], Document]:
    """Return what makes an answer of an object, after checking what the request selects and
    expands.

    Args:
        call: The request.
        entity: The type of the object.
        expandable: What `$expand` may name, each with what gives its value.

    """
    entity.check_names(call.query.get("$select", "").split(","))
    wanted = list(_expanded(call.query.get("$expand", ""), entity, expandable))

    def present(document: Document) -> Document:
        found = without_select(call, entity, document)
        for name, query in wanted:
            value = expandable[name](document)
            if is_array(value):
                value = [_chosen(item, query) for item in value]
            elif value is not None:
                value = _chosen(value, query)
            found = {**found, name: value}
        return found

    return present


def shown_object(call: Call) -> Callable[[Document], Document]:
    """Return what makes an answer of an object whose type is known only when it is there."""

    def present(document: Document) -> Document:
        return without_select(
            call, USER if document["@odata.type"] == "#microsoft.graph.user" else _OTHER, document
        )

    return present


def without_select(call: Call, entity: EntityType, document: Document) -> Document:
    """Return what `$select` leaves.

    Without one, v1.0 shows eleven properties of a user and beta all.
    """
    if call.query.get("$select", "").strip():
        return reduce(document, call.query)
    if call.is_beta or entity is not USER:
        return document
    return {
        name: value
        for name, value in document.items()
        if name in USER_DEFAULTS or name.startswith("@")
    }


def _chosen(document: object, query: dict[str, str]) -> object:
    return reduce(document, query) if is_object(document) else document


def _expanded(
    text: str, entity: EntityType, expandable: dict[str, Expand]
) -> Iterator[tuple[str, dict[str, str]]]:
    for part in _split(text):
        match = _PART.fullmatch(part.strip())
        if match is None:
            raise bad_request(f"Parsing OData Select and Expand failed: '{part[:100]}'.")
        if match["name"] not in expandable:
            raise bad_request(
                f"Parsing OData Select and Expand failed: '{match['name'][:100]}' of type"
                f" '{entity.name}' cannot be expanded here; {', '.join(expandable)} can."
            )
        options = (
            option.strip().partition("=")
            for option in (match["inner"] or "").split(";")
            if option.strip()
        )
        query = {name: value for name, _, value in options}
        others = sorted(query.keys() - {"$select"})
        if others:
            raise bad_request(f"Query option '{others[0][:50]}' is not supported within $expand.")
        yield match["name"], query


def _split(text: str) -> Iterator[str]:
    """Split at the commas that do not stand within parentheses."""
    depth, begin = 0, 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            yield text[begin:place]
            begin = place + 1
    if text[begin:].strip():
        yield text[begin:]
