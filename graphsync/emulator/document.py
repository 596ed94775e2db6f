"""The one place that says what a JSON document is to the emulator."""

import copy
import json
from collections.abc import Iterable
from typing import Any, TypeAlias, TypeGuard

# Any: callers may send whatever JSON they like, and what they send has to survive unchanged.
Document: TypeAlias = dict[str, Any]
_DEEPEST = 100


def duplicate(document: Document) -> Document:
    """Copy a document in depth."""
    return copy.deepcopy(document)


def encode(value: object) -> bytes:
    """Write compact UTF-8 JSON, members in the order they were put in."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can hold and UTF-8 cannot
        return json.dumps(value, separators=(",", ":")).encode()


def decode(body: bytes) -> object:
    """Read JSON that a caller sent; raise ValueError for what is none, `NaN` and absurd nesting included."""
    try:
        value: object = json.loads(body, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None
    level: list[object] = [value]
    for _ in range(_DEEPEST):
        level = [inner for item in level for inner in _inside(item)]
        if not level:
            return value
    raise ValueError("the JSON is nested too deeply")


def _inside(value: object) -> Iterable[object]:
    return value.values() if is_object(value) else value if is_array(value) else ()


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is not JSON")


def is_object(value: object) -> TypeGuard[Document]:
    """Tell whether a JSON value is an object."""
    return isinstance(value, dict)


# Any: the items of an array that a caller sent.
def is_array(value: object) -> TypeGuard[list[Any]]:
    """Tell whether a JSON value is an array."""
    return isinstance(value, list)


def member(document: Document, name: str) -> Document:
    """Return the object that is a member of another, an empty one when there is none."""
    value: object = document.get(name)
    return value if is_object(value) else {}


def strings(value: object) -> list[str]:
    """Return the items of a JSON array as strings, and none for anything that is no array."""
    return [str(item) for item in value] if is_array(value) else []


def whole(value: object, default: int) -> int:
    """Return a whole number that a caller sent, the default for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def objects(value: object) -> list[Document]:
    """Return the objects among the items of a JSON array, and none for anything that is no array."""
    return [item for item in value if is_object(item)] if is_array(value) else []
