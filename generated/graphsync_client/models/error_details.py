"""Graph's `ODataErrors.ErrorDetails`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class ErrorDetails(Model):
    """One of several errors behind an error answer.

    Reference: https://learn.microsoft.com/graph/errors
    """

    code: str | None = field(default=ABSENT, metadata=member("code", TEXT))
    """Name of the error."""

    message: str | None = field(default=ABSENT, metadata=member("message", TEXT))
    """What went wrong, for developers."""

    target: str | None = field(default=ABSENT, metadata=member("target", TEXT))
    """What the error is about; rarely given."""
