"""Graph's `bulkUpload`."""

from __future__ import annotations

from ..types import model
from .entity import Entity


@model
class BulkUpload(Entity):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """
