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
    """An error inside an answer that succeeded.

    Reference: https://learn.microsoft.com/graph/api/resources/publicerror
    """

    code: str | None = field(default=ABSENT, metadata=member("code", TEXT))
    """Name of the error."""

    details: list[PublicErrorDetail] | None = field(
        default=ABSENT, metadata=member("details", ListOf(ModelOf("public_error_detail", "PublicErrorDetail")))
    )
    """Further errors behind this one."""

    inner_error: PublicInnerError | None = field(
        default=ABSENT, metadata=member("innerError", ModelOf("public_inner_error", "PublicInnerError"))
    )
    """What the layer below reported."""

    message: str | None = field(default=ABSENT, metadata=member("message", TEXT))
    """What went wrong, for developers."""

    target: str | None = field(default=ABSENT, metadata=member("target", TEXT))
    """What the error is about, such as a parameter."""
