"""Graph's `ODataErrors.InnerError`."""

from __future__ import annotations

from datetime import datetime

from attrs import field

from ..types import ABSENT, TEXT, TIMESTAMP, Model, member, model


@model
class InnerError(Model):
    """Ids and time of a failed request, to quote to support.

    Reference: https://learn.microsoft.com/graph/errors
    """

    client_request_id: str | None = field(default=ABSENT, metadata=member("client-request-id", TEXT))
    """Id that the caller sent, else the same as the request id."""

    date: datetime | None = field(default=ABSENT, metadata=member("date", TIMESTAMP))
    """When it happened, UTC although written without an offset."""

    request_id: str | None = field(default=ABSENT, metadata=member("request-id", TEXT))
    """Id that the service gave the request."""
