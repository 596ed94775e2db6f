"""Graph's `publicInnerError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .public_error_detail import PublicErrorDetail


class PublicInnerError(Model):
    """What a lower layer reported; may carry members that the metadata does not declare.

    Reference: https://learn.microsoft.com/graph/api/resources/publicinnererror
    """

    code: str | None = member("code", TEXT)
    """Name of the error, more specific than the outer one."""

    details: list[PublicErrorDetail] | None = member(
        "details", ListOf(ModelOf("public_error_detail", "PublicErrorDetail"))
    )
    """Further errors behind this one."""

    message: str | None = member("message", TEXT)
    """What went wrong, for developers."""

    target: str | None = member("target", TEXT)
    """What the error is about, such as a parameter."""
