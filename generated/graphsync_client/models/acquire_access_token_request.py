"""Graph's `acquireAccessTokenRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .synchronization_secret_key_string_value_pair import SynchronizationSecretKeyStringValuePair


@model
class AcquireAccessTokenRequest(Model):
    """Credentials with which the service fetches itself an OAuth token of the target.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronization-acquireaccesstoken
    """

    credentials: list[SynchronizationSecretKeyStringValuePair] | None = field(
        default=ABSENT,
        metadata=member(
            "credentials",
            ListOf(ModelOf("synchronization_secret_key_string_value_pair", "SynchronizationSecretKeyStringValuePair")),
        ),
    )
    """The pairs that the connector needs, most likely the `Oauth2...` keys."""
