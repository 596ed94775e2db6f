"""JSON documents as the emulator reads, copies and writes them."""

import copy
import json
from collections.abc import Iterable

from graphsync.expressions.json_shapes import (
    Document,
    is_array,
    is_object,
    member,
    objects,
    strings,
    whole,
)

__all__ = [
    "Document",
    "decode",
    "duplicate",
    "encode",
    "is_array",
    "is_object",
    "member",
    "objects",
    "strings",
    "whole",
]

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
    """Read JSON that a caller sent.

    Raise ValueError for what is none, `NaN` and absurd nesting included.
    """
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
