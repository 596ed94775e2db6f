"""Graph's `validateCredentialsRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from ..types import ABSENT, BOOLEAN, TEXT, ListOf, Model, ModelOf, member, model

if TYPE_CHECKING:
    from .synchronization_secret_key_string_value_pair import SynchronizationSecretKeyStringValuePair


@model
class ValidateCredentialsRequest(Model):
    """Credentials to test, for a job or before one exists.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-validatecredentials
    """

    application_identifier: str | None = field(default=ABSENT, metadata=member("applicationIdentifier", TEXT))
    """Which application is meant; rarely needed."""

    credentials: list[SynchronizationSecretKeyStringValuePair] | None = field(
        default=ABSENT,
        metadata=member(
            "credentials",
            ListOf(ModelOf("synchronization_secret_key_string_value_pair", "SynchronizationSecretKeyStringValuePair")),
        ),
    )
    """The pairs to test; they are not stored."""

    template_id: str | None = field(default=ABSENT, metadata=member("templateId", TEXT))
    """Template whose connector makes the test; needed where no job says so."""

    use_saved_credentials: bool | None = field(default=ABSENT, metadata=member("useSavedCredentials", BOOLEAN))
    """True tests what is stored and ignores `credentials`; false if left out."""
