"""What is written when some secrets change: all of them, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from graphsync._core.domain.secret_keys import secret_key
from graphsync._core.domain.secret_values import MASK, SecretValues, write_value
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import MaskedSecrets
from graphsync_client.models import (
    SynchronizationSecret,
    SynchronizationSecretKeyStringValuePair,
    ValidateCredentialsRequest,
)
from graphsync_client.types import Model

# Seen to refuse "" with InvalidNotificationSettings, and to take "{}" as empty.
_EMPTY_OBJECT = frozenset({SynchronizationSecret.SYNC_NOTIFICATION_SETTINGS})

Changes = (
    Mapping[SynchronizationSecret, str | Model] | Mapping[str, str | Model] | Mapping[str, str]
)


SecretTexts = Mapping[SynchronizationSecret, Hidden[str]]


def wanted(
    changes: Hidden[Changes], *, unknown: bool = False
) -> dict[SynchronizationSecret, Hidden[str]]:
    """Read what a caller passes.

    Raises ValueError for a key that is not known, unless `unknown` says that it is meant, and
    `MaskedSecrets` for `*`, which is what the service shows instead of a value.
    """
    values: dict[SynchronizationSecret, Hidden[str]] = {}
    for key, value in hidden_items(changes):
        secret = secret_key(key, unknown=unknown)
        if not isinstance(cast("object", value.reveal()), (str, Model)):
            kind = type(value.reveal()).__name__
            raise TypeError(
                f"the value of {secret} is of type {kind}; secrets are text, such as 'true' or '60'"
            )
        if secret in values:
            raise ValueError(f"{secret} is given twice, in different spelling")
        values[secret] = write_value(secret, value)
    masked = [str(key) for key, value in values.items() if value.reveal() == MASK]
    if masked:
        raise MaskedSecrets(
            f"{', '.join(masked)}: '*' stands for a value that the service does not show, and would"
            " be stored as an asterisk; pass the value itself",
            masked,
        )
    return values


def hidden_items(changes: Hidden[Changes]) -> list[tuple[str, Hidden[str | Model]]]:
    """Return the pairs of a mapping, their values hidden."""
    return [(key, Hidden(value)) for key, value in changes.reveal().items()]


def hidden_changes(values: SecretTexts) -> Hidden[Changes]:
    """Return values as a caller passes them to a verb, hidden."""
    return Hidden({key: value.reveal() for key, value in values.items()})


def merged(
    stored: SecretValues, changes: SecretTexts, leave_out: Iterable[str]
) -> dict[SynchronizationSecret, Hidden[str]]:
    """Return all that is to be written.

    Raises `MaskedSecrets` where the merge would need a value that is masked.
    """
    # What is stored is a key, whatever this version knows.
    left_out = {secret_key(key, unknown=key in stored) for key in leave_out}
    missing = [str(key) for key in stored.masked if key not in changes and key not in left_out]
    if missing:
        raise MaskedSecrets(
            "writing some secrets means writing all, and the service does not show the values of"
            f" {', '.join(missing)}; pass them as well, or name them in leave_out, which may delete"
            " them. Nothing was written",
            missing,
        )
    kept = {
        key: Hidden(value) for key, value in stored.items() if key not in left_out and value != MASK
    }
    return {**kept, **changes}


def cleared(
    keys: Iterable[str], *, unknown: bool = False
) -> dict[SynchronizationSecret, Hidden[str]]:
    """Return the values that delete these keys."""
    secrets = [secret_key(key, unknown=unknown) for key in keys]
    return {secret: Hidden("{}" if secret in _EMPTY_OBJECT else "") for secret in secrets}


def pairs(values: SecretTexts) -> list[SynchronizationSecretKeyStringValuePair]:
    """Write values as the pairs of the wire."""
    return [
        SynchronizationSecretKeyStringValuePair(key=key, value=value.reveal())
        for key, value in values.items()
    ]


def validation(
    credentials: Hidden[Changes] | None,
    template_id: str | None = None,
    application_identifier: str | None = None,
    *,
    unknown: bool = False,
) -> ValidateCredentialsRequest:
    """Build the request to test these credentials, or the saved ones where none are given."""
    request = ValidateCredentialsRequest(use_saved_credentials=credentials is None)
    if credentials is not None:
        request.credentials = pairs(wanted(credentials, unknown=unknown))
    if template_id is not None:
        request.template_id = template_id
    if application_identifier is not None:
        request.application_identifier = application_identifier
    return request
