"""Graph's `ODataErrors.ODataError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .main_error import MainError


@model
class ODataError(Model):
    """The body of an answer that reports an error.

    Reference: https://learn.microsoft.com/graph/errors
    """

    error: MainError | None = field(default=ABSENT, metadata=member("error", ModelOf("main_error", "MainError")))
    """The error."""
