"""Secrets whose values are JSON as text, as objects."""

from __future__ import annotations

import json
from typing import TypeVar, cast

from graphsync._core.json_values import as_object, json_or_none
from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.types import BOOLEAN, INTEGER, TEXT, Model, member

M = TypeVar("M", bound=Model)


class SyncNotificationSettings(Model):
    """Say who hears of a quarantine, and how many deletions in a cycle are too many."""

    enabled: bool | None = member("Enabled", BOOLEAN)
    """Whether mail is sent."""
    recipients: str | None = member("Recipients", TEXT)
    """The mail address."""
    delete_threshold_enabled: bool | None = member("DeleteThresholdEnabled", BOOLEAN)
    """Whether deletions are held back once there are too many."""
    delete_threshold_value: int | None = member("DeleteThresholdValue", INTEGER)
    """How many are too many."""
    human_resources_lookahead_query_enabled: bool | None = member("HumanResourcesLookaheadQueryEnabled", BOOLEAN)
    """Whether future hires are looked at."""


class SyncDomain(Model):
    """Name the domain of a cloud sync job."""

    domain: str | None = member("domain", TEXT)
    """The domain, such as `contoso.com`."""


class AppKey(Model):
    """Say which of the cloud sync jobs the secrets are for."""

    app_key_scenario: str | None = member("appKeyScenario", TEXT)
    """The job's template, such as `AD2AADProvisioning`."""


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
