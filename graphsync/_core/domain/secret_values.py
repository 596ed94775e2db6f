"""The stored settings and credentials of a target, as they can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphsync._core.domain.secret_objects import AppKey, SyncDomain, SyncNotificationSettings, read_object
from graphsync_client.models import SynchronizationSecret, SynchronizationSecretKeyStringValuePair

MASK = "*"


class SecretValues(Mapping[SynchronizationSecret, str]):
    """Map keys to values; sensitive values come from the service as `*`, and none is ever shown in a repr.

    Keys are members of `SynchronizationSecret` or their text. The three that hold JSON are also there as objects.
    """

    def __init__(self, pairs: list[SynchronizationSecretKeyStringValuePair]) -> None:
        self._values = {pair.key: pair.value or "" for pair in filter(None, pairs) if pair.key is not None}

    def __getitem__(self, key: SynchronizationSecret | str) -> str:
        return self._values[SynchronizationSecret(key)]

    def __iter__(self) -> Iterator[SynchronizationSecret]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and SynchronizationSecret(key) in self._values

    @property
    def masked(self) -> tuple[SynchronizationSecret, ...]:
        """Return the keys whose values the service does not tell."""
        return tuple(key for key, value in self._values.items() if value == MASK)

    @property
    def notification_settings(self) -> SyncNotificationSettings | None:
        """Return `SyncNotificationSettings`: who is told about quarantine, and the threshold for deletions."""
        return read_object(SyncNotificationSettings, self.get(SynchronizationSecret.SYNC_NOTIFICATION_SETTINGS))

    @property
    def domain(self) -> SyncDomain | None:
        """Return `Domain` where it holds JSON."""
        return read_object(SyncDomain, self.get(SynchronizationSecret.DOMAIN))

    @property
    def app_key(self) -> AppKey | None:
        """Return `AppKey` where it holds JSON."""
        return read_object(AppKey, self.get(SynchronizationSecret.APP_KEY))

    def __repr__(self) -> str:
        shown = (f"{key}: {'masked' if value == MASK else '***'}" for key, value in self._values.items())
        return f"<SecretValues {', '.join(shown)}>"
