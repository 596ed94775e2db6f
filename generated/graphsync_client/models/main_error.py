"""Graph's `ODataErrors.MainError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .error_details import ErrorDetails
    from .inner_error import InnerError


class MainError(Model):
    """An error that Graph answered with.

    The code `UnknownError` often hides a second error: `message` is then empty, or JSON text with a
    `Message` or an `error` of its own.

    Reference: https://learn.microsoft.com/graph/errors
    """

    code: str | None = member("code", TEXT)
    """Name of the error, such as `Authorization_RequestDenied`; `UnknownError` says nothing."""

    details: list[ErrorDetails] | None = member("details", ListOf(ModelOf("error_details", "ErrorDetails")))
    """Further errors behind this one; rarely given."""

    inner_error: InnerError | None = member("innerError", ModelOf("inner_error", "InnerError"))
    """Ids and time to quote to support."""

    message: str | None = member("message", TEXT)
    """What went wrong, for developers; may be empty or hold JSON text."""

    target: str | None = member("target", TEXT)
    """What the error is about; rarely given."""
