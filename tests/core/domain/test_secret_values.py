"""Stored secrets, as they can be read."""

from __future__ import annotations

import pytest

from graphsync._core.domain.secret_values import (
    AppKey,
    SecretValues,
    SyncDomain,
    read_object,
    write_value,
)
from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.models import SynchronizationSecretKeyStringValuePair as Pair


def values(**found):
    return SecretValues([Pair(key=key, value=value) for key, value in found.items()])


def test_keys_are_found_by_text_in_any_case():
    found = values(SyncAll="true", SecretToken="*")
    assert found["syncall"] == "true"
    assert "SYNCALL" in found
    assert 5 not in found
    assert [str(key) for key in found.masked] == ["SecretToken"]
    assert len(found) == 2


def test_a_repr_shows_no_value():
    text = repr(values(SyncAll="S3cret", SecretToken="*"))
    assert "S3cret" not in text
    assert "SecretToken: masked" in text


def test_json_in_a_value_is_there_as_an_object():
    found = values(
        SyncNotificationSettings='{"Enabled": true, "DeleteThresholdValue": 5}',
        Domain='{"domain": "contoso.com"}',
    )
    assert (
        found.notification_settings.enabled,
        found.notification_settings.delete_threshold_value,
    ) == (True, 5)
    assert found.domain.domain == "contoso.com"
    assert found.app_key is None


@pytest.mark.parametrize("text", [None, "", "contoso.com", "[]", "{"])
def test_what_is_not_an_object_is_none(text):
    assert read_object(SyncDomain, text) is None


def test_objects_are_written_as_json_once_and_text_as_it_is():
    assert (
        write_value("AppKey", Hidden(AppKey(app_key_scenario="ä"))).reveal()
        == '{"appKeyScenario": "ä"}'
    )
    assert write_value("SyncAll", Hidden('{"a": 1}')).reveal() == '{"a": 1}'
