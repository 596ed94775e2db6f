"""Graph's `ODataErrors.ErrorDetails`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class ErrorDetails(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    code: str | None = field(default=ABSENT, metadata=member("code", TEXT))
    """As the Graph reference describes it."""

    message: str | None = field(default=ABSENT, metadata=member("message", TEXT))
    """As the Graph reference describes it."""

    target: str | None = field(default=ABSENT, metadata=member("target", TEXT))
    """As the Graph reference describes it."""
