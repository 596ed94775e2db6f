"""Graph's `publicErrorDetail`."""

from __future__ import annotations

from ..types import TEXT, Model, member


class PublicErrorDetail(Model):
    """One of several errors behind an error.

    Reference: https://learn.microsoft.com/graph/api/resources/publicerrordetail
    """

    code: str | None = member("code", TEXT)
    """Name of the error."""

    message: str | None = member("message", TEXT)
    """What went wrong, for developers."""

    target: str | None = member("target", TEXT)
    """What the error is about, such as a parameter."""
