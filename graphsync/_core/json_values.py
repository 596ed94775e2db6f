"""JSON of unknown shape, looked at without trust."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, cast

from graphsync_client.types import Json


def as_object(value: Json) -> dict[str, Any] | None:
    """Return a JSON object as such; None where it is something else."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def as_list(value: Json) -> list[Any]:
    """Return a JSON array as such; empty where it is something else."""
    return list(cast("Iterable[Any]", value)) if isinstance(value, list) else []


def text_at(parent: dict[str, Any] | None, *names: str) -> str | None:
    """Return the first of these members that is text and not empty."""
    for name in names:
        value = None if parent is None else parent.get(name)
        if isinstance(value, str) and value:
            return value
    return None


def json_or_none(text: str) -> Json:
    """Parse JSON; None where the text is none."""
    try:
        return json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None


def snake(name: str) -> str:
    """Write a class name as a variable would be called: `service_principal` for
    `ServicePrincipal`.
    """
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip(
        "_"
    )
