"""Graph's `synchronizationSecretKeyStringValuePair`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import TEXT, EnumOf, Model, member

if TYPE_CHECKING:
    from .synchronization_secret import SynchronizationSecret


class SynchronizationSecretKeyStringValuePair(Model):
    """A credential or setting of the target: a key and its value as text.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationsecretkeystringvaluepair
    """

    key: SynchronizationSecret | None = member("key", EnumOf("SynchronizationSecret"))
    """Which credential or setting."""

    value: str | None = member("value", TEXT, secret=True)
    """Text, JSON for some keys; `*` hides a sensitive value and must never be written back."""
