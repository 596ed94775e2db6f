"""Graph's `publicError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .public_error_detail import PublicErrorDetail
    from .public_inner_error import PublicInnerError


@model
class PublicError(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    code: str | None = field(default=ABSENT, metadata=member("code", TEXT))
    """As the Graph reference describes it."""

    details: list[PublicErrorDetail] | None = field(
        default=ABSENT, metadata=member("details", ListOf(ModelOf("public_error_detail", "PublicErrorDetail")))
    )
    """As the Graph reference describes it."""

    inner_error: PublicInnerError | None = field(
        default=ABSENT, metadata=member("innerError", ModelOf("public_inner_error", "PublicInnerError"))
    )
    """As the Graph reference describes it."""

    message: str | None = field(default=ABSENT, metadata=member("message", TEXT))
    """As the Graph reference describes it."""

    target: str | None = field(default=ABSENT, metadata=member("target", TEXT))
    """As the Graph reference describes it."""
