"""The keys of secrets, checked for slips of the keyboard."""

from __future__ import annotations

from typing import cast

from graphsync_client.models import SynchronizationSecret

_NEAR = 0.6
_LONGEST = 64  # looking for the nearest name takes longer the longer the text is


def secret_key(key: str, *, unknown: bool = False) -> SynchronizationSecret:
    """Return the key that is meant, in any case.

    Text that is not one of the known keys raises ValueError, with the nearest of them, unless it is
    said to be meant: by `unknown`, or as a `SynchronizationSecret`, which is taken as it is.
    """
    if isinstance(key, SynchronizationSecret):
        return key
    if not isinstance(cast("object", key), str):
        raise TypeError(
            f"a key is of type {type(key).__name__}; keys of secrets are text, such as"
            " 'SecretToken'"
        )
    found = SynchronizationSecret(key)
    if not found.is_known and not unknown:
        nearest = _nearest(key)
        near = "" if nearest is None else f" did you mean {nearest!r}?"
        raise ValueError(
            f"{key[:_LONGEST]!r} is not a known key of a secret;{near} Nothing was sent."
            " If the service does have this key, pass unknown=True"
        )
    return found


def _nearest(key: str) -> str | None:
    if len(key) > _LONGEST:
        return None
    from difflib import get_close_matches

    names = {str(member).casefold(): str(member) for member in SynchronizationSecret}
    close = get_close_matches(key.casefold(), names, n=1, cutoff=_NEAR)
    return names[close[0]] if close else None
