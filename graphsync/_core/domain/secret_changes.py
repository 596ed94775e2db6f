"""What is written when some secrets change: all of them, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from graphsync._core.domain.secret_objects import write_value
from graphsync._core.domain.secret_values import MASK, SecretValues
from graphsync.errors import MaskedSecrets
from graphsync_client.models import SynchronizationSecret, SynchronizationSecretKeyStringValuePair
from graphsync_client.types import Model

# Seen to refuse "" with InvalidNotificationSettings, and to take "{}" as empty.
_EMPTY_OBJECT = frozenset({SynchronizationSecret.SYNC_NOTIFICATION_SETTINGS})

Changes = Mapping[SynchronizationSecret, str | Model] | Mapping[str, str | Model] | Mapping[str, str]


def wanted(changes: Changes) -> dict[SynchronizationSecret, str]:
    """Read what a caller passes; raises `MaskedSecrets` for `*`, which is what the service shows instead of a value."""
    values: dict[SynchronizationSecret, str] = {}
    for key, value in changes.items():
        if not isinstance(cast("object", value), (str, Model)):
            raise TypeError(f"the value of {key} is a {type(value).__name__}; secrets are text, such as 'true' or '60'")
        secret = SynchronizationSecret(key)
        if secret in values:
            raise ValueError(f"{secret} is given twice, in different spelling")
        values[secret] = write_value(value)
    masked = [str(key) for key, value in values.items() if value == MASK]
    if masked:
        raise MaskedSecrets(
            f"{', '.join(masked)}: '*' stands for a value that the service does not tell, and would be stored as an "
            "asterisk; pass the value itself",
            masked,
        )
    return values


def merged(
    stored: SecretValues, changes: Mapping[SynchronizationSecret, str], leave_out: Iterable[str]
) -> dict[SynchronizationSecret, str]:
    """Return all that is to be written; raises `MaskedSecrets` where the merge would need a value that is masked."""
    left_out = {SynchronizationSecret(key) for key in leave_out}
    missing = [str(key) for key in stored.masked if key not in changes and key not in left_out]
    if missing:
        raise MaskedSecrets(
            f"writing some secrets means writing all, and the service does not tell the values of {', '.join(missing)}; "
            f"pass them as well, or name them in leave_out, which may delete them. Nothing was written",
            missing,
        )
    kept = {key: value for key, value in stored.items() if key not in left_out and value != MASK}
    return {**kept, **changes}


def cleared(keys: Iterable[str]) -> dict[SynchronizationSecret, str]:
    """Return the values that delete these keys."""
    return {secret: "{}" if secret in _EMPTY_OBJECT else "" for secret in (SynchronizationSecret(key) for key in keys)}


def pairs(values: Mapping[SynchronizationSecret, str]) -> list[SynchronizationSecretKeyStringValuePair]:
    """Write values as the pairs of the wire."""
    return [SynchronizationSecretKeyStringValuePair(key=key, value=value) for key, value in values.items()]


def is_visible(stored: SecretValues, written: Mapping[SynchronizationSecret, str]) -> bool:
    """Tell whether what was written can be read: values that are told must match, masked ones must be there."""
    for key, value in written.items():
        seen = stored.get(key)
        if value in {"", "{}"}:
            if seen not in {None, "", value}:
                return False
        elif seen not in {MASK, value}:
            return False
    return True
