# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_secrets.py
from __future__ import annotations

import json
from traceback import TracebackException

import pytest

from graphsync import models
from graphsync.errors import MaskedSecrets, TimedOut, UnreadableMember

pytestmark = pytest.mark.anyio
Key = models.SynchronizationSecret


def pairs(**values: str) -> dict:
    return {"value": [{"key": key, "value": value} for key, value in values.items()]}


def test_values_are_a_read_only_mapping_that_shows_nothing(sync, service):
    settings = json.dumps(
        {"Enabled": True, "Recipients": "a@contoso.com", "DeleteThresholdValue": 500, "New": 1}
    )
    service.answer(
        pairs(
            BaseAddress="https://x",
            SecretToken="*",
            SyncNotificationSettings=settings,
            Domain='{"domain":"contoso.com"}',
            AppKey='{"appKeyScenario":"AD2AADProvisioning"}',
            Tomorrow="v",
        )
    )
    values = sync.secrets.list()
    assert service.sent == [f"GET {service.sync}/secrets"]
    assert values[Key.BASE_ADDRESS] == values["baseaddress"] == "https://x"
    assert values["Tomorrow"] == "v"
    assert values.masked == ("SecretToken",)
    assert len(values) == 6
    assert "SyncAll" not in values
    assert 7 not in values
    with pytest.raises(KeyError):
        values["SyncAll"]
    with pytest.raises(TypeError):
        values["SyncAll"] = "true"
    assert "https://x" not in repr(values)
    assert "SecretToken: masked" in repr(values)
    assert values.notification_settings.recipients == "a@contoso.com"
    assert values.notification_settings.delete_threshold_value == 500
    assert values.notification_settings["New"] == 1
    assert values.domain.domain == "contoso.com"
    assert values.app_key.app_key_scenario == "AD2AADProvisioning"


def test_json_valued_keys_that_hold_something_else(sync, service):
    service.answer(pairs(Domain="contoso.com", AppKey=""))
    values = sync.secrets.list()
    assert (values.domain, values.app_key, values.notification_settings) == (None, None, None)


@pytest.mark.parametrize(
    "pair", [{"key": 5, "value": "hunter2"}, {"key": "A", "value": 4711}, {"key": ["hunter2"]}]
)
def test_a_pair_of_another_type_is_one_of_the_errors_and_shows_nothing(sync, service, pair):
    service.answer({"value": [{"key": "BaseAddress", "value": "hunter2"}, pair]})
    with pytest.raises(UnreadableMember, match="StringValuePair") as caught:
        sync.secrets.list()
    stack = TracebackException.from_exception(caught.value, capture_locals=True).stack
    shown = f"{caught.value} {[frame.locals for frame in stack if 'tests' not in frame.filename]}"
    assert "<SecretValues BaseAddress: ***" in shown
    assert "hunter2" not in shown
    assert "4711" not in shown


def test_update_reads_merges_and_writes_all(sync, service):
    service.answer(pairs(BaseAddress="https://old", SyncAll="false")).answer(status=204)
    sync.secrets.update({"BaseAddress": "https://new", Key.SECRET_TOKEN: "t"})
    assert service.sent == [f"GET {service.sync}/secrets", f"PUT {service.sync}/secrets"]
    assert service.body == pairs(BaseAddress="https://new", SyncAll="false", SecretToken="t")


def test_update_refuses_where_it_would_need_a_masked_value(sync, service):
    service.answer(pairs(UserName="u", Password="*", SecretToken="*"))
    with pytest.raises(MaskedSecrets, match="SecretToken") as refused:
        sync.secrets.update({"Password": "p"})
    assert refused.value.keys == ("SecretToken",)
    assert len(service.requests) == 1


def test_masked_values_can_be_left_out_by_a_word(sync, service):
    service.answer(pairs(UserName="u", SecretToken="*")).answer(status=204)
    sync.secrets.update({"Password": "p"}, leave_out=("SecretToken",))
    assert service.body == pairs(UserName="u", Password="p")


@pytest.mark.parametrize("verb", ["update", "replace"])
def test_a_mask_is_never_written(sync, service, verb):
    with pytest.raises(MaskedSecrets, match="asterisk"):
        getattr(sync.secrets, verb)({"SecretToken": "*"})
    assert service.requests == []


def test_clear_writes_empty_values(sync, service):
    service.answer(
        pairs(SyncAll="true", UserName="u", SyncNotificationSettings='{"Enabled":true}')
    ).answer(status=204)
    sync.secrets.clear("syncall", "SyncNotificationSettings")
    assert service.body == pairs(SyncAll="", UserName="u", SyncNotificationSettings="{}")


def test_replace_writes_exactly_what_it_is_given(sync, service):
    service.answer(status=204)
    sync.secrets.replace({Key.DOMAIN: models.SyncDomain(domain="contoso.com"), "SyncAll": "true"})
    assert service.sent == [f"PUT {service.sync}/secrets"]
    assert service.body == pairs(Domain='{"domain": "contoso.com"}', SyncAll="true")


def test_settings_are_edited_as_objects(sync, service):
    service.answer(pairs(SyncNotificationSettings='{"Enabled":true,"New":[1]}'))
    settings = (sync.secrets.list()).notification_settings
    settings.delete_threshold_value = 9
    service.answer(pairs(SyncNotificationSettings='{"Enabled":true,"New":[1]}')).answer(status=204)
    sync.secrets.update({"SyncNotificationSettings": settings})
    written = json.loads(service.body["value"][0]["value"])
    assert written == {"Enabled": True, "New": [1], "DeleteThresholdValue": 9}


def test_wrong_values_are_refused_before_anything_is_sent(sync, service):
    with pytest.raises(TypeError, match="SyncAll is of type bool"):
        sync.secrets.update({"SyncAll": True})
    with pytest.raises(ValueError, match="nothing to change"):
        sync.secrets.update({})
    with pytest.raises(ValueError, match="nothing to change"):
        sync.secrets.clear()
    with pytest.raises(ValueError, match="given twice"):
        sync.secrets.replace({"SyncAll": "true", "syncall": "false"})
    assert service.requests == []


def test_waiting_until_what_was_written_is_visible(sync, service, monkeypatch):
    slept = []

    def sleep(seconds):
        slept.append(seconds)

    monkeypatch.setattr("graphsync._sync.synchronization.secrets.sleep", sleep)
    service.answer(status=204).answer(pairs()).answer(pairs(SyncAll="false")).answer(
        pairs(SyncAll="true", Password="*")
    )
    sync.secrets.replace({"SyncAll": "true", "Password": "p", "Domain": ""}, wait=30)
    assert [line.split(" ")[0] for line in service.sent] == ["PUT", "GET", "GET", "GET"]
    assert slept == [1.0, 1.0]


def test_a_rotated_secret_is_never_said_to_be_there(sync, service):
    """Old and new show as `*`, so nothing that is read can confirm the new one."""
    stored = pairs(SecretToken="*", Domain="d")
    service.answer(stored).answer(status=204).answer(stored)
    receipt = sync.secrets.update({"SecretToken": "new", "Domain": "d"}, wait=30)
    assert receipt == models.SecretsReceipt((Key.DOMAIN,), (Key.SECRET_TOKEN,))
    service.answer(status=204).answer(stored)
    receipt = sync.secrets.replace({"SecretToken": "new"}, wait=30)
    assert (receipt.confirmed, receipt.unconfirmed) == ((), (Key.SECRET_TOKEN,))


def test_a_secret_that_was_not_there_before_is_confirmed_once_it_shows(sync, service, monkeypatch):
    def sleep(_):
        return None

    monkeypatch.setattr("graphsync._sync.synchronization.secrets.sleep", sleep)
    service.answer(pairs(Domain="d")).answer(status=204).answer(pairs(Domain="d"))
    service.answer(pairs(Domain="d", SecretToken="*"))
    receipt = sync.secrets.update({"SecretToken": "new"}, wait=30)
    assert receipt == models.SecretsReceipt((Key.DOMAIN, Key.SECRET_TOKEN), ())
    service.answer(pairs(SecretToken="*", Domain="d")).answer(status=204).answer(pairs(Domain="d"))
    receipt = sync.secrets.clear("SecretToken", wait=30)
    assert receipt.unconfirmed == ()


def test_without_waiting_nothing_is_confirmed(graph, sync, service):
    service.answer(status=204)
    assert sync.secrets.replace({"Domain": "d"}) == models.SecretsReceipt((), (Key.DOMAIN,))
    batch = graph.batch()
    item = batch.add(sync.secrets.replace, {"Domain": "d"})
    service.envelope({"id": "1", "status": 204})
    batch.send()
    assert item.result == models.SecretsReceipt((), (Key.DOMAIN,))


def test_waiting_ends(sync, service):
    service.answer(status=204).answer(pairs(Domain="old"))
    with pytest.raises(TimedOut, match="does not show Domain as written; they may still appear"):
        sync.secrets.replace({"Domain": ""}, wait=0)


def test_secrets_do_not_show_in_errors_and_dry_runs(graph, sync, service):
    service.answer(
        {"error": {"code": "X", "message": "cannot store hunter2-hunter2"}},
        status=400,
        headers={"x-echo": "hunter2-hunter2"},
    )
    with pytest.raises(Exception, match="cannot store") as failure:
        sync.secrets.replace({"Password": "hunter2-hunter2"})
    shown = f"{failure.value}{failure.value!r}{failure.value.body}{failure.value.headers}"
    assert "hunter2" not in shown
    request = graph.dry_run(sync.secrets.replace, {"Password": "hunter2-hunter2"})
    assert "hunter2" not in repr(request)
    assert request.json["value"][0]["value"] == "hunter2-hunter2"


def test_counting(sync, service):
    service.answer(content=b"3")
    assert sync.secrets.count() == 3
    assert service.sent == [f"GET {service.sync}/secrets/$count"]


def test_a_nested_error_is_unpacked(sync, service):
    inner = {
        "error": {
            "code": "InvalidNotificationSettings",
            "message": None,
            "details": [],
            "innerError": None,
        }
    }
    service.answer(
        {
            "error": {
                "code": "UnknownError",
                "message": json.dumps(inner, indent=2).replace("\n", "\r\n"),
            }
        },
        status=400,
    )
    with pytest.raises(Exception, match="InvalidNotificationSettings") as failure:
        sync.secrets.replace({"SyncNotificationSettings": ""})
    assert failure.value.code == "InvalidNotificationSettings"
    assert "{}" in failure.value.hint


def test_a_misspelt_key_is_refused_with_the_nearest_one(sync, service):
    for write in (
        lambda: sync.secrets.replace({"SecretTokn": "t"}),
        lambda: sync.secrets.update({"secret_token": "t"}),
        lambda: sync.secrets.clear("secrettokens"),
        lambda: sync.acquire_access_token({"SecretToen": "t"}),
        lambda: sync.jobs.validate_credentials({"SecretTokn": "t"}),
    ):
        with pytest.raises(
            ValueError, match="is not a known key of a secret; did you mean 'SecretToken'"
        ):
            write()
    assert service.requests == []
    service.answer(pairs(SecretToken="*"))
    with pytest.raises(ValueError, match="did you mean 'SecretToken'"):
        sync.secrets.update({"Domain": "d"}, leave_out=("SecretTokn",))
    with pytest.raises(TypeError, match="a key is of type int"):
        sync.secrets.replace({7: "t"})


def test_a_key_that_the_service_added_can_be_written(sync, service):
    with pytest.raises(ValueError, match="pass unknown=True"):
        sync.secrets.replace({"Tomorrow": "a"})
    assert service.requests == []
    service.answer(status=204)
    sync.secrets.replace({"Tomorrow": "a", Key("SecretToken2"): "b"}, unknown=True)
    assert service.body == pairs(Tomorrow="a", SecretToken2="b")
    service.answer(pairs(Tomorrow="v", Later="*"), status=200)
    service.answer(status=204)
    sync.secrets.update({"Tomorrow": "b"}, leave_out=("Later",), unknown=True)
    assert service.body == pairs(Tomorrow="b")
    service.answer(pairs(Tomorrow="v"), status=200)
    service.answer(status=204)
    sync.secrets.clear("Tomorrow", unknown=True)
    assert service.body == pairs(Tomorrow="")
    service.answer(status=204)
    sync.acquire_access_token({"Tomorrow": "a"}, unknown=True)
    service.answer(status=204)
    sync.jobs.validate_credentials({"Tomorrow": "a"}, unknown=True)
    service.answer(status=204)
    sync.jobs["j"].validate_credentials({"Tomorrow": "a"}, unknown=True)
    assert service.body["credentials"] == pairs(Tomorrow="a")["value"]
