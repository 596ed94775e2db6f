"""Graph's `replaceSecretsRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .synchronization_secret_key_string_value_pair import SynchronizationSecretKeyStringValuePair


class ReplaceSecretsRequest(Model):
    """All credentials and settings to store.

    Reference: https://learn.microsoft.com/graph/api/synchronization-serviceprincipal-put-synchronization
    """

    value: list[SynchronizationSecretKeyStringValuePair] | None = member(
        "value", ListOf(ModelOf("SynchronizationSecretKeyStringValuePair"))
    )
    """The pairs; the list must stand under this name, `credentials` in the reference is a slip."""
