"""The stored settings and credentials of a target, as they can be read and as they are written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

from graphsync._core.json_values import as_object, json_or_none
from graphsync._core.secrecy.hidden import Hidden
from graphsync._core.state.members import read_member
from graphsync_client.models import SynchronizationSecret, SynchronizationSecretKeyStringValuePair
from graphsync_client.types import BOOLEAN, INTEGER, TEXT, Model, member

M = TypeVar("M", bound=Model)
MASK = "*"


class SyncNotificationSettings(Model):
    """Who is notified of a quarantine, and how many deletions in a cycle are too many."""

    enabled: bool | None = member("Enabled", BOOLEAN)
    """Whether mail is sent."""
    recipients: str | None = member("Recipients", TEXT)
    """The mail address."""
    delete_threshold_enabled: bool | None = member("DeleteThresholdEnabled", BOOLEAN)
    """Whether deletions are held back once there are too many."""
    delete_threshold_value: int | None = member("DeleteThresholdValue", INTEGER)
    """How many are too many."""
    human_resources_lookahead_query_enabled: bool | None = member(
        "HumanResourcesLookaheadQueryEnabled", BOOLEAN
    )
    """Whether future hires are looked at."""


class SyncDomain(Model):
    """The domain of a cloud sync job."""

    domain: str | None = member("domain", TEXT)
    """The domain, such as `contoso.com`."""


class AppKey(Model):
    """Which of the cloud sync jobs the secrets are for."""

    app_key_scenario: str | None = member("appKeyScenario", TEXT)
    """The job's template, such as `AD2AADProvisioning`."""


class SecretValues(Mapping[SynchronizationSecret, str]):
    """Secrets by key; sensitive values come from the service as `*`, and a repr shows none.

    Keys are members of `SynchronizationSecret` or their text. The three that hold JSON are also
    there as objects.
    """

    def __init__(self, pairs: list[SynchronizationSecretKeyStringValuePair]) -> None:
        # In no variable, which a traceback that shows locals would print.
        self._values: dict[SynchronizationSecret, str] = {}
        for pair in filter(None, pairs):
            key = read_member(pair, "key")
            if key is not None:
                self._values[key] = read_member(pair, "value") or ""

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
        """The keys whose values the service does not show."""
        return tuple(key for key, value in self._values.items() if value == MASK)

    @property
    def notification_settings(self) -> SyncNotificationSettings | None:
        """`SyncNotificationSettings`: who is notified of a quarantine, and the limit for
        deletions.
        """
        return read_object(
            SyncNotificationSettings, self.get(SynchronizationSecret.SYNC_NOTIFICATION_SETTINGS)
        )

    @property
    def domain(self) -> SyncDomain | None:
        """`Domain` where it holds JSON, else None."""
        return read_object(SyncDomain, self.get(SynchronizationSecret.DOMAIN))

    @property
    def app_key(self) -> AppKey | None:
        """`AppKey` where it holds JSON, else None."""
        return read_object(AppKey, self.get(SynchronizationSecret.APP_KEY))

    def __repr__(self) -> str:
        shown = (
            f"{key}: {'masked' if value == MASK else '***'}" for key, value in self._values.items()
        )
        return f"<SecretValues {', '.join(shown)}>"


def read_object(kind: type[M], text: str | None) -> M | None:
    """Read a value that may hold JSON; None where there is none, or something else."""
    if not text:
        return None
    found = as_object(json_or_none(text))
    return None if found is None else kind.from_dict(found)


def write_value(key: str, value: Hidden[str | Model]) -> Hidden[str]:
    """Write a value as the service stores it: text, or JSON as text, encoded once."""
    if not isinstance(value.reveal(), Model):
        return cast("Hidden[str]", value)
    settings = cast("Hidden[Model]", value)
    try:
        return Hidden(json.dumps(settings.reveal().to_dict(), ensure_ascii=False))
    except (TypeError, ValueError, RecursionError) as error:
        problem = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
    # Raised out here, the error has no context, whose frames would hold the value.
    raise ValueError(f"the value of {key} cannot be written as JSON: {problem}")
