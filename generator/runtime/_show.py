"""The short form of a model for people: no secret, no page of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from ._errors import DecodeError
from ._record import Codec, Record, mentions, undeclared_names
from ._typed import ListOf

_DEPTH = 3
_ITEMS = 3
_KEYS = 10
_TEXT = 120


class Shown:
    """A value in the output of a pretty printer, which would look into the value itself."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def show(model: Record, depth: int = _DEPTH) -> str:
    """Write a model's members that are there; secrets as `***`, undeclared members by name only."""
    name = type(model).__name__
    if depth == 0:
        return f"{name}(...)"
    parts = [f"{member}={shown}" for member, shown in shown_members(model, depth)]
    undeclared = undeclared_names(model)
    if undeclared:
        parts.append(f"+ {', '.join(sorted(undeclared))}")
    return f"{name}({', '.join(parts)})"


def shown_members(model: Record, depth: int = _DEPTH) -> Iterator[tuple[str, Shown]]:
    """Yield the short form of each member that is there."""
    for name, entry in model.MEMBERS.items():
        if not mentions(model, name):
            continue
        try:
            value: object = getattr(model, name)
        except DecodeError:
            yield name, Shown(f"<not {entry.wire}'s type>")
            continue
        text = (
            "'***'"
            if entry.secret and value is not None
            else _show_value(value, entry.codec, depth)
        )
        yield name, Shown(text)


def _show_value(value: object, codec: Codec, depth: int) -> str:
    if isinstance(value, list):
        items = cast("list[object]", value)
        inner = codec.item if isinstance(codec, ListOf) else codec
        shown = [_show_value(item, inner, depth) for item in items[:_ITEMS]]
        if len(items) > _ITEMS:
            shown.append(f"… {len(items) - _ITEMS} more")
        return f"[{', '.join(shown)}]"
    if isinstance(value, Record):
        return show(value, depth - 1)
    if isinstance(value, dict):
        # Free-form JSON, such as the user of a bulk upload, may hold a password.
        keys = [*map(repr, cast("dict[str, object]", value))]
        more = ", …" if len(keys) > _KEYS else ""
        return "{" + ", ".join(f"{key}: …" for key in keys[:_KEYS]) + more + "}"
    if codec.mutable and value is not None:
        # In the place of an object may stand what the object would have kept secret.
        return f"<{type(value).__name__}>"
    text = repr(value)
    return text if len(text) <= _TEXT else f"{text[:_TEXT]}…"
