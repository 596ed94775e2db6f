"""Graph's `ODataErrors.InnerError`."""

from __future__ import annotations

from datetime import datetime

from attrs import field

from ..types import ABSENT, TEXT, TIMESTAMP, Model, member, model


@model
class InnerError(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    request_id: str | None = field(default=ABSENT, metadata=member("request-id", TEXT))
    """As the Graph reference describes it."""

    client_request_id: str | None = field(default=ABSENT, metadata=member("client-request-id", TEXT))
    """As the Graph reference describes it."""

    date: datetime | None = field(default=ABSENT, metadata=member("date", TIMESTAMP))
    """As the Graph reference describes it."""
