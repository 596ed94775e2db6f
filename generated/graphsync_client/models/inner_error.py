"""Graph's `ODataErrors.InnerError`."""

from __future__ import annotations

from datetime import datetime

from ..types import TEXT, TIMESTAMP, Model, member


class InnerError(Model):
    """Ids and time of a failed request, to quote to support.

    Reference: https://learn.microsoft.com/graph/errors
    """

    client_request_id: str | None = member("client-request-id", TEXT)
    """Id that the caller sent, else the same as the request id."""

    date_: datetime | None = member("date", TIMESTAMP)
    """When it happened, UTC although written without an offset."""

    request_id: str | None = member("request-id", TEXT)
    """Id that the service gave the request."""
