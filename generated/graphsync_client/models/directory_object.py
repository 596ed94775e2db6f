"""Graph's `directoryObject`."""

from __future__ import annotations

from datetime import datetime

from attrs import field

from ..types import ABSENT, TIMESTAMP, member, model
from .entity import Entity


@model
class DirectoryObject(Entity):
    """Anything in the directory that can be deleted and restored.

    Reference: https://learn.microsoft.com/graph/api/resources/directoryobject
    """

    deleted_date_time: datetime | None = field(default=ABSENT, metadata=member("deletedDateTime", TIMESTAMP))
    """When it was deleted, UTC; None while it is not."""
