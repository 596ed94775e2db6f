"""What a short form cannot say: values at places of a schema, by JSON Pointer."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from graphsync._core.config.canonical import canonical_text, parts_of, pointer
from graphsync._core.config.place import TOP, Place, invalid
from graphsync._core.json_values import as_list, as_object
from graphsync.expressions.json_shapes import is_array, is_object
from graphsync_client.types import Json

_NAMES = ("name", "targetAttributeName", "key")


def differences(before: Json, after: Json, *path: str | int) -> Iterator[dict[str, Json]]:
    """Yield what to set or remove, in this order, to make one value another.

    Items of a list are distinguished by name where all have one; other lists of different
    lengths are replaced as a whole, and so is the source of a mapping, whose tree and text must
    agree.
    """
    if canonical_text(before) == canonical_text(after):
        return
    old, new = as_object(before), as_object(after)
    if old is not None and new is not None and not _is_source(old) and not _is_source(new):
        for name in [*old, *(name for name in new if name not in old)]:
            if name not in new:
                yield {"at": pointer(*path, name), "remove": True}
            elif name not in old:
                yield {"at": pointer(*path, name), "value": new[name]}
            else:
                yield from differences(old[name], new[name], *path, name)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _list_differences(
            as_list(cast("Json", before)), as_list(cast("Json", after)), *path
        )
    else:
        yield {"at": pointer(*path), "value": after}


def _list_differences(
    olds: list[Json], news: list[Json], *path: str | int
) -> Iterator[dict[str, Json]]:
    old_names, new_names = _names(olds), _names(news)
    if old_names is not None and new_names is not None:
        gone = [at for at, name in enumerate(old_names) if name not in new_names]
        kept = [item for at, item in enumerate(olds) if at not in gone]
        if [name for name in old_names if name in new_names] == new_names[: len(kept)]:
            for at in reversed(gone):
                yield {"at": pointer(*path, at), "remove": True}
            for at, item in enumerate(kept):
                yield from differences(item, news[at], *path, at)
            for item in news[len(kept) :]:
                yield {"at": pointer(*path, "-"), "value": item}
            return
    if len(olds) != len(news):
        yield {"at": pointer(*path), "value": news}
        return
    for at, (item, other) in enumerate(zip(olds, news, strict=True)):
        yield from differences(item, other, *path, at)


def _names(items: list[Json]) -> list[str] | None:
    """Return what items are called; None where one has no name, or two have the same."""
    names: list[str] = []
    for item in map(as_object, items):
        name = (
            next((item[key] for key in _NAMES if isinstance(item.get(key), str)), None)
            if item
            else None
        )
        if name is None or name in names:
            return None
        names.append(name)
    return names


def apply(document: Mapping[str, Json], changes: Iterable[Mapping[str, Json]]) -> dict[str, Json]:
    """Return a copy of a document with changes made.

    Raises `ConfigurationInvalid` for a place that is not there.
    """
    result: dict[str, Json] = copy.deepcopy(dict(document))
    for number, change in enumerate(changes):
        place = TOP / "raw" / number
        at = change.get("at")
        if not isinstance(at, str) or not at.startswith("/"):
            raise invalid(
                "at must be a JSON Pointer, such as /synchronizationRules/0/priority", place
            )
        _change(result, at, change, place)
    return result


# Any: containers of JSON, of which the caller knows no more than that.
def _change(document: Any, at: str, change: Mapping[str, Json], place: Place) -> None:
    *way, last = parts_of(at)
    found = document
    for part in way:
        found = _step(found, part, at, place)
    if is_array(found):
        items = found
        if last == "-" and not change.get("remove"):
            items.append(copy.deepcopy(change.get("value")))
            return
        index = _index(last, len(items), at, place)
        if change.get("remove"):
            del items[index]
        else:
            items[index] = copy.deepcopy(change.get("value"))
    elif is_object(found):
        members = found
        if not change.get("remove"):
            members[last] = copy.deepcopy(change.get("value"))
        elif last in members:
            del members[last]
        else:
            raise invalid(f"{at} does not exist, so it cannot be removed", place)
    else:
        raise invalid(f"{at} leads into a value that has no members", place)


def _step(found: Json, part: str, at: str, place: Place) -> Json:
    if is_array(found):
        items = found
        return items[_index(part, len(items), at, place)]
    members = as_object(found)
    if members is None or part not in members:
        raise invalid(f"{at}: the schema has no {part!r} there", place)
    return members[part]


def _index(part: str, length: int, at: str, place: Place) -> int:
    if not (part.isascii() and part.isdigit() and int(part) < length):
        raise invalid(f"{at}: {part!r} is not a position in a list of {length}", place)
    return int(part)


def _is_source(document: Mapping[str, Json]) -> bool:
    return {"expression", "type"} <= document.keys()
