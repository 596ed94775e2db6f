"""Graph's `ODataErrors.ErrorDetails`."""

from __future__ import annotations

from ..types import TEXT, Model, member


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
