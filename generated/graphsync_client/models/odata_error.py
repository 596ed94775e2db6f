"""Graph's `ODataErrors.ODataError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .main_error import MainError


@model
class ODataError(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    error: MainError | None = field(default=ABSENT, metadata=member("error", ModelOf("main_error", "MainError")))
    """As the Graph reference describes it."""
