"""Collections: `$filter`, `$orderby`, `$count`, `$select`, and pages with `@odata.nextLink`."""

import base64
from collections.abc import Callable, Collection, Sequence
from urllib.parse import quote

from graphsync.emulator.document import Document
from graphsync.emulator.protocol.call import Call
from graphsync.emulator.protocol.entity_type import EntityType
from graphsync.emulator.protocol.errors import bad_request
from graphsync.emulator.protocol.filter import compile_filter, read
from graphsync.emulator.protocol.reply import Reply

FILTER_AND_TOP = frozenset({"$filter", "$top"})
EVERYTHING = frozenset({"$filter", "$top", "$skip", "$count", "$orderby", "$select"})
_BIGGEST_PAGE = 999
_MOST_KEYS = 10


def collection(
    call: Call,
    context: str,
    items: Sequence[Document],
    *,
    options: Collection[str] = EVERYTHING,
    ignore_case: bool = True,
    entity: EntityType | None = None,
    present: Callable[[Document], Document] | None = None,
) -> Reply:
    """Answer with one page of a collection.

    Args:
        call: The request.
        context: The `@odata.context` of the answer.
        items: All items, in their usual order.
        options: The query options that count; others change nothing.
        ignore_case: Whether the case of values does not count in a filter.
        entity: The type of the items; a property that it does not have is a 400.
        present: Makes what is shown of an item on the page, `$select` included.

    """
    query = {
        name: value for name, value in call.query.items() if name in options or name == "$skiptoken"
    }
    chosen = select_items(query, items, ignore_case=ignore_case, entity=entity)
    size = _whole(query, "$top", call.state.switches.page_size, least=1)
    start = (
        _decode(query["$skiptoken"])
        if "$skiptoken" in query
        else _whole(query, "$skip", 0, least=0)
    )
    stop = start + min(size, _BIGGEST_PAGE)
    body: Document = {"@odata.context": context}
    if query.get("$count", "").lower() == "true" and "$skiptoken" not in query:
        body["@odata.count"] = len(chosen)
    if stop < len(chosen):
        body["@odata.nextLink"] = _next_link(call, stop)
    page = list(chosen[start:stop])
    if present:
        body["value"] = [present(item) for item in page]
    else:
        body["value"] = [reduce(item, query) for item in page] if "$select" in query else page
    return Reply(200, body)


def select_items(
    query: dict[str, str],
    items: Sequence[Document],
    *,
    ignore_case: bool,
    entity: EntityType | None = None,
) -> Sequence[Document]:
    """Filter and sort; with a type, a property that it does not have is a 400."""
    if entity:
        entity.check_names(query.get("$select", "").split(","))
    if query.get("$filter", "").strip():
        if entity:
            test = compile_filter(query["$filter"], ignore_case=ignore_case, resolve=entity.resolve)
        else:
            test = compile_filter(query["$filter"], ignore_case=ignore_case)
        items = [item for item in items if test(item)]
    if query.get("$orderby", "").strip():
        keys = query["$orderby"].split(",")
        if len(keys) > _MOST_KEYS:
            raise bad_request(f"Invalid $orderby clause: more than {_MOST_KEYS} properties.")
        for key in reversed(keys):
            words = key.split()
            if (
                not words
                or len(words) > 2
                or (len(words) == 2 and words[1].lower() not in {"asc", "desc"})
            ):
                raise bad_request(f"Invalid $orderby clause '{key.strip()}'.")
            if entity:
                entity.check_names(words[:1])
            path, descending = words[0], len(words) == 2 and words[1].lower() == "desc"
            items = sorted(items, key=lambda item: _sortable(read(item, path)), reverse=descending)
    return items


def reduce(document: Document, query: dict[str, str]) -> Document:
    """Keep what `$select` names; the id and the annotations stay, as they do in Graph."""
    names = {
        name.strip().casefold() for name in query.get("$select", "").split(",") if name.strip()
    }
    if not names or "*" in names:
        return document
    return {
        name: value
        for name, value in document.items()
        if name.casefold() in names or name == "id" or name.startswith("@")
    }


def _sortable(value: object) -> tuple[int, float, str]:
    if value is None:
        return (0, 0.0, "")
    return (1, float(value), "") if isinstance(value, int | float) else (2, 0.0, str(value))


def _whole(query: dict[str, str], name: str, default: int, *, least: int) -> int:
    text = query.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10) or int(text) < least:
        raise bad_request(
            f"Invalid value '{text[:50]}' for {name} query option found. It must be an integer of"
            f" {least} or more."
        )
    return int(text)


def _next_link(call: Call, start: int) -> str:
    token = base64.urlsafe_b64encode(f"at:{start}".encode()).decode()
    kept = {
        name: value for name, value in call.query.items() if name not in {"$skip", "$skiptoken"}
    }
    query = "&".join(
        f"{quote(name, safe='$')}={quote(value)}"
        for name, value in {**kept, "$skiptoken": token}.items()
    )
    return f"{call.base}{call.path}?{query}"


def _decode(token: str) -> int:
    try:
        text = base64.urlsafe_b64decode(token.encode("ascii", "strict")).decode("ascii")
        place = text.removeprefix("at:")
        if not text.startswith("at:") or not place.isdigit() or len(place) > 12:
            raise ValueError(token)
        return int(place)
    except ValueError:
        raise bad_request(f"Invalid $skiptoken '{token[:50]}'.") from None
