"""Graph's `publicError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .public_error_detail import PublicErrorDetail
    from .public_inner_error import PublicInnerError


class PublicError(Model):
    """An error inside an answer that succeeded.

    Reference: https://learn.microsoft.com/graph/api/resources/publicerror
    """

    code: str | None = member("code", TEXT)
    """Name of the error."""

    details: list[PublicErrorDetail] | None = member(
        "details", ListOf(ModelOf("public_error_detail", "PublicErrorDetail"))
    )
    """Further errors behind this one."""

    inner_error: PublicInnerError | None = member("innerError", ModelOf("public_inner_error", "PublicInnerError"))
    """What the layer below reported."""

    message: str | None = member("message", TEXT)
    """What went wrong, for developers."""

    target: str | None = member("target", TEXT)
    """What the error is about, such as a parameter."""
