"""Graph's `acquireAccessTokenRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .synchronization_secret_key_string_value_pair import SynchronizationSecretKeyStringValuePair


class AcquireAccessTokenRequest(Model):
    """Credentials with which the service fetches itself an OAuth token of the target.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronization-acquireaccesstoken
    """

    credentials: list[SynchronizationSecretKeyStringValuePair] | None = member(
        "credentials", ListOf(ModelOf("SynchronizationSecretKeyStringValuePair"))
    )
    """The pairs that the connector needs, most likely the `Oauth2...` keys."""
