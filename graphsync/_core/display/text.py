"""Loaded members as short text, whatever they are."""

from __future__ import annotations

from graphsync_client.types import DecodeError, Model

_LONGEST = 200


def member(data: Model | None, *names: str) -> object:
    """Return a member of a member, or None where one of them is missing.

    "unreadable" where one does not convert.
    """
    found: object = data
    for name in names:
        if not isinstance(found, Model):
            return None
        try:
            found = getattr(found, name)
        except DecodeError:
            return "unreadable"
    return found


def text(value: object) -> str:
    """Return a value in one line of at most 200 characters; nothing for None."""
    if value is None:
        return ""
    said = str(value)
    shown = said if said.isprintable() else repr(said)[1:-1]
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
