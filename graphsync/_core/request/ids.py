"""Ids that are visibly of the wrong kind, refused before they cost a puzzling 401."""

from __future__ import annotations

import re
from typing import cast

from graphsync_client.types import segment

# `<template>.<tenant without hyphens>.<guid>`; some have no third part.
JOB_ID = re.compile(r"(?<![^.\s])[^.\s]++\.[0-9a-f]{32}(?:\.[0-9a-f-]{36})?", re.IGNORECASE)

_GUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


def is_guid(text: str) -> bool:
    """Return whether a text is a GUID."""
    return _GUID.fullmatch(text) is not None


def check_key(kind: str, id: str, iterate: str) -> None:
    """Raise for what cannot choose an item of a collection: a position, nothing, or what would
    climb in the path.
    """
    if not isinstance(cast("object", id), str):
        raise TypeError(
            f"{kind}[...] takes an id as text, not {type(id).__name__}; iterate over them with"
            f" `{iterate}`, or take first()"
        )
    segment(id, f"the id in {kind}[...]")


def check_app_id(kind: str, app_id: str) -> None:
    """Raise for what is visibly no application (client) id."""
    if not isinstance(cast("object", app_id), str):
        raise TypeError(f"{kind}.by_app_id(...) takes an id as text, not {type(app_id).__name__}")
    if not app_id.strip():
        raise ValueError(f"the application id in {kind}.by_app_id(...) is empty")
    if JOB_ID.fullmatch(app_id):
        raise ValueError(
            f"{app_id!r} is the id of a job; {kind}.by_app_id(...) takes the application (client)"
            f" id. A job is {kind}.by_app_id(app_id).synchronization.jobs[job_id]"
        )


def check_id(kind: str, id: str) -> None:
    """Raise ValueError for a job's id, or a whole path, where an object id of a principal
    belongs.
    """
    if not isinstance(cast("object", id), str):
        raise TypeError(
            f"{kind}[...] takes an id as text, not {type(id).__name__}; find(display_name=...)"
            " looks one up"
        )
    if JOB_ID.fullmatch(id):
        raise ValueError(
            f"{id!r} is the id of a job; {kind}[...] takes the object id. A job is"
            f" {kind}[object_id].synchronization.jobs[job_id]"
        )
    if "/" in id or id.startswith("http"):
        raise ValueError(f"{id!r} is a path or an address; {kind}[...] takes the object id alone")
