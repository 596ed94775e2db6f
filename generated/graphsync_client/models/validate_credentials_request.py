"""Graph's `validateCredentialsRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .synchronization_secret_key_string_value_pair import SynchronizationSecretKeyStringValuePair


@model
class ValidateCredentialsRequest(Model):
    """As the Graph reference describes it.

    Reference: https://learn.microsoft.com/graph
    """

    application_identifier: str | None = field(default=ABSENT, metadata=member("applicationIdentifier", TEXT))
    """As the Graph reference describes it."""

    template_id: str | None = field(default=ABSENT, metadata=member("templateId", TEXT))
    """As the Graph reference describes it."""

    use_saved_credentials: bool | None = field(default=ABSENT, metadata=member("useSavedCredentials", BOOLEAN))
    """As the Graph reference describes it."""

    credentials: list[SynchronizationSecretKeyStringValuePair] | None = field(
        default=ABSENT,
        metadata=member(
            "credentials",
            ListOf(ModelOf("synchronization_secret_key_string_value_pair", "SynchronizationSecretKeyStringValuePair")),
        ),
    )
    """As the Graph reference describes it."""
