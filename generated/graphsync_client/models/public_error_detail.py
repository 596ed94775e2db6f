"""Graph's `publicErrorDetail`."""

from __future__ import annotations

from attrs import field

from ..types import ABSENT, TEXT, Model, member, model


@model
class PublicErrorDetail(Model):
    """One of several errors behind an error.

    Reference: https://learn.microsoft.com/graph/api/resources/publicerrordetail
    """

    code: str | None = field(default=ABSENT, metadata=member("code", TEXT))
    """Name of the error."""

    message: str | None = field(default=ABSENT, metadata=member("message", TEXT))
    """What went wrong, for developers."""

    target: str | None = field(default=ABSENT, metadata=member("target", TEXT))
    """What the error is about, such as a parameter."""
