"""Graph's `ODataErrors.MainError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .error_details import ErrorDetails
    from .inner_error import InnerError


@model
class MainError(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    code: str | None = field(default=ABSENT, metadata=member("code", TEXT))
    """As the Graph reference describes it."""

    message: str | None = field(default=ABSENT, metadata=member("message", TEXT))
    """As the Graph reference describes it."""

    target: str | None = field(default=ABSENT, metadata=member("target", TEXT))
    """As the Graph reference describes it."""

    details: list[ErrorDetails] | None = field(
        default=ABSENT, metadata=member("details", ListOf(ModelOf("error_details", "ErrorDetails")))
    )
    """As the Graph reference describes it."""

    inner_error: InnerError | None = field(
        default=ABSENT, metadata=member("innerError", ModelOf("inner_error", "InnerError"))
    )
    """As the Graph reference describes it."""
