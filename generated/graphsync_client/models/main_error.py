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
    """An error that Graph answered with.

    The code `UnknownError` often hides a second error: `message` is then empty, or JSON text with a
    `Message` or an `error` of its own.

    Reference: https://learn.microsoft.com/graph/errors
    """

    code: str | None = field(default=ABSENT, metadata=member("code", TEXT))
    """Name of the error, such as `Authorization_RequestDenied`; `UnknownError` says nothing."""

    details: list[ErrorDetails] | None = field(
        default=ABSENT, metadata=member("details", ListOf(ModelOf("error_details", "ErrorDetails")))
    )
    """Further errors behind this one; rarely given."""

    inner_error: InnerError | None = field(
        default=ABSENT, metadata=member("innerError", ModelOf("inner_error", "InnerError"))
    )
    """Ids and time to quote to support."""

    message: str | None = field(default=ABSENT, metadata=member("message", TEXT))
    """What went wrong, for developers; may be empty or hold JSON text."""

    target: str | None = field(default=ABSENT, metadata=member("target", TEXT))
    """What the error is about; rarely given."""
