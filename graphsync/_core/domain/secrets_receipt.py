"""What is known about secrets that were written."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from graphsync._core.domain.secret_values import MASK, SecretValues
from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.models import SynchronizationSecret


@frozen
class SecretsReceipt:
    """The keys that were written, and for which of them the service was seen to have the new value.

    Nothing is looked at without `wait`. With it, sensitive values still cannot be compared: the
    service shows the old one and the new one as `*`. Such a key is `unconfirmed`, unless it was not
    there before; `jobs[id].validate_credentials()` tests the stored values against the target.
    """

    confirmed: tuple[SynchronizationSecret, ...]
    unconfirmed: tuple[SynchronizationSecret, ...]


@frozen
class Look:
    """What one look at the stored secrets shows of those that were written.

    `pending` are not there yet.
    """

    pending: tuple[SynchronizationSecret, ...]
    receipt: SecretsReceipt

    @classmethod
    def at(
        cls,
        stored: SecretValues,
        written: Mapping[SynchronizationSecret, Hidden[str]],
        before: SecretValues | None,
    ) -> Look:
        """Compare what is stored with what was written.

        `before` is what was stored then, where that is known.
        """
        pending: list[SynchronizationSecret] = []
        confirmed: list[SynchronizationSecret] = []
        unconfirmed: list[SynchronizationSecret] = []
        for key, value in written.items():
            if stored.get(key) == MASK and value.reveal() not in _EMPTY:
                is_new = before is not None and before.get(key) != MASK
                (confirmed if is_new else unconfirmed).append(key)
            elif _is_shown(stored.get(key), value):
                confirmed.append(key)
            else:
                pending.append(key)
        return cls(tuple(pending), SecretsReceipt(tuple(confirmed), tuple(unconfirmed)))


_EMPTY = frozenset({"", "{}"})


def _is_shown(seen: str | None, value: Hidden[str]) -> bool:
    if value.reveal() in _EMPTY:
        return seen in {None, "", value.reveal()}
    return seen == value.reveal()
