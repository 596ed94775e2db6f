"""Graph's `synchronizationError`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, Model, member, model


@model
class SynchronizationError(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    code: str | None = field(default=ABSENT, metadata=member("code", TEXT))
    """As the Graph reference describes it."""

    message: str | None = field(default=ABSENT, metadata=member("message", TEXT))
    """As the Graph reference describes it."""

    tenant_actionable: bool | None = field(default=ABSENT, metadata=member("tenantActionable", BOOLEAN))
    """As the Graph reference describes it."""
