"""The keys of secrets, checked for slips of the keyboard."""

from __future__ import annotations

from typing import cast

from graphsync_client.models import SynchronizationSecret

_NEAR = 0.8
_LONGEST = 64  # looking for the nearest name takes longer the longer the text is


def secret_key(key: str) -> SynchronizationSecret:
    """Return the key that is meant, in any case.

    A `SynchronizationSecret` is taken as it is. Text that is nearly one of the known keys raises
    ValueError with the nearest; other text is a key that the service may have added.
    """
    if isinstance(key, SynchronizationSecret):
        return key
    if not isinstance(cast("object", key), str):
        raise TypeError(
            f"a key is of type {type(key).__name__}; keys of secrets are text, such as"
            " 'SecretToken'"
        )
    found = SynchronizationSecret(key)
    if not found.is_known and (nearest := _nearest(key)) is not None:
        raise ValueError(
            f"{key!r} is not a known key of a secret; did you mean {nearest!r}? "
            f"If the service does have this key, pass SynchronizationSecret({key!r})"
        )
    return found


def _nearest(key: str) -> str | None:
    if len(key) > _LONGEST:
        return None
    from difflib import get_close_matches

    names = {str(member).casefold(): str(member) for member in SynchronizationSecret}
    close = get_close_matches(key.casefold(), names, n=1, cutoff=_NEAR)
    return names[close[0]] if close else None
