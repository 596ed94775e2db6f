"""Graph's `ODataErrors.ODataError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import Model, ModelOf, member

if TYPE_CHECKING:
    from .main_error import MainError


class ODataError(Model):
    """The body of an answer that reports an error.

    Reference: https://learn.microsoft.com/graph/errors
    """

    error: MainError | None = member("error", ModelOf("main_error", "MainError"))
    """The error."""
