"""What is written when some secrets change."""

from __future__ import annotations

import pytest

from graphsync._core.domain.secret_changes import cleared, merged, pairs, validation, wanted
from graphsync._core.domain.secret_values import SecretValues
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import MaskedSecrets
from graphsync_client.models import SynchronizationSecretKeyStringValuePair as Pair


def stored(**values):
    return SecretValues([Pair(key=key, value=value) for key, value in values.items()])


def shown(values):
    return {str(key): value.reveal() for key, value in values.items()}


def test_keys_are_read_in_any_case_and_once():
    assert shown(wanted(Hidden({"syncall": "true"}))) == {"SyncAll": "true"}
    with pytest.raises(ValueError, match="SyncAll is given twice"):
        wanted(Hidden({"SyncAll": "true", "syncall": "false"}))
    with pytest.raises(TypeError, match="secrets are text"):
        wanted(Hidden({"SyncAll": True}))
    with pytest.raises(MaskedSecrets, match=r"SecretToken: .* would be stored as an asterisk"):
        wanted(Hidden({"SecretToken": "*"}))


def test_a_merge_keeps_what_is_not_changed_and_refuses_what_is_masked():
    changes = wanted(Hidden({"SyncAll": "true"}))
    assert shown(merged(stored(BaseAddress="b", SyncAll="false"), changes, ())) == {
        "BaseAddress": "b",
        "SyncAll": "true",
    }
    with pytest.raises(MaskedSecrets, match="Nothing was written") as refused:
        merged(stored(SecretToken="*", BaseAddress="b"), changes, ())
    assert refused.value.keys == ("SecretToken",)
    left_out = merged(stored(SecretToken="*", BaseAddress="b"), changes, ["SecretToken"])
    assert shown(left_out) == {"BaseAddress": "b", "SyncAll": "true"}


def test_clearing_writes_what_the_service_takes_as_empty():
    values = cleared(["SyncAll", "SyncNotificationSettings"])
    assert shown(values) == {"SyncAll": "", "SyncNotificationSettings": "{}"}
    assert [(str(pair.key), pair.value) for pair in pairs(values)] == [
        ("SyncAll", ""),
        ("SyncNotificationSettings", "{}"),
    ]


def test_credentials_to_test_are_those_given_or_those_saved():
    assert validation(None).to_dict() == {"useSavedCredentials": True}
    given = validation(Hidden({"SecretToken": "x"}), "scim", "app").to_dict()
    assert given["useSavedCredentials"] is False
    assert given["credentials"] == [{"key": "SecretToken", "value": "x"}]
    assert (given["templateId"], given["applicationIdentifier"]) == ("scim", "app")
