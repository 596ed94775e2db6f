"""Graph's `ODataErrors.ODataError`, and what it alone is made of."""

from __future__ import annotations

from datetime import datetime

from ..types import TEXT, TIMESTAMP, ListOf, Model, ModelOf, member


class ODataError(Model):
    """The body of an answer that reports an error.

    Reference: https://learn.microsoft.com/graph/errors
    """

    error: MainError | None = member("error", ModelOf("MainError"))
    """The error."""


class MainError(Model):
    """An error that Graph answered with.

    The code `UnknownError` often hides a second error: `message` is then empty, or JSON text with a
    `Message` or an `error` of its own.

    Reference: https://learn.microsoft.com/graph/errors
    """

    code: str | None = member("code", TEXT)
    """Name of the error, such as `Authorization_RequestDenied`; `UnknownError` says nothing."""

    details: list[ErrorDetails] | None = member("details", ListOf(ModelOf("ErrorDetails")))
    """Further errors behind this one; rarely given."""

    inner_error: InnerError | None = member("innerError", ModelOf("InnerError"))
    """Ids and time to quote to support."""

    message: str | None = member("message", TEXT)
    """What went wrong, for developers; may be empty or hold JSON text."""

    target: str | None = member("target", TEXT)
    """What the error is about; rarely given."""


class ErrorDetails(Model):
    """One of several errors behind an error answer.

    Reference: https://learn.microsoft.com/graph/errors
    """

    code: str | None = member("code", TEXT)
    """Name of the error."""

    message: str | None = member("message", TEXT)
    """What went wrong, for developers."""

    target: str | None = member("target", TEXT)
    """What the error is about; rarely given."""


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
