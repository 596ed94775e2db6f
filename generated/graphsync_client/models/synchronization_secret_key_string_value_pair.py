"""Graph's `synchronizationSecretKeyStringValuePair`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, TEXT, EnumOf, Model, member, model

if TYPE_CHECKING:
    from .synchronization_secret import SynchronizationSecret


@model
class SynchronizationSecretKeyStringValuePair(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    key: SynchronizationSecret | None = field(
        default=ABSENT, metadata=member("key", EnumOf("synchronization_secret", "SynchronizationSecret"))
    )
    """As the Graph reference describes it."""

    value: str | None = field(default=ABSENT, metadata=member("value", TEXT, secret=True))
    """As the Graph reference describes it."""
