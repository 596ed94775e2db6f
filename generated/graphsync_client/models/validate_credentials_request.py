"""Graph's `validateCredentialsRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import BOOLEAN, TEXT, ListOf, Model, ModelOf, member

if TYPE_CHECKING:
    from .synchronization_secret_key_string_value_pair import SynchronizationSecretKeyStringValuePair


class ValidateCredentialsRequest(Model):
    """Credentials to test, for a job or before one exists.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-validatecredentials
    """

    application_identifier: str | None = member("applicationIdentifier", TEXT)
    """Which application is meant; rarely needed."""

    credentials: list[SynchronizationSecretKeyStringValuePair] | None = member(
        "credentials", ListOf(ModelOf("SynchronizationSecretKeyStringValuePair"))
    )
    """The pairs to test; they are not stored."""

    template_id: str | None = member("templateId", TEXT)
    """Template whose connector makes the test; needed where no job says so."""

    use_saved_credentials: bool | None = member("useSavedCredentials", BOOLEAN)
    """True tests what is stored and ignores `credentials`; false if left out."""
