"""The repr is for people: short, and without a secret."""

from __future__ import annotations

from datetime import timedelta

import pytest
from rich.pretty import pretty_repr

from graphsync_client.models import (
    AcquireAccessTokenRequest,
    BulkRequestOperation,
    ObjectFlowTypes,
    ObjectMapping,
    ReplaceSecretsRequest,
    Synchronization,
    SynchronizationJob,
    SynchronizationSchedule,
    SynchronizationScheduleState,
    SynchronizationSecret,
    SynchronizationSecretKeyStringValuePair,
    ValidateCredentialsRequest,
)

SECRET = "hunter2"
PAIR = {"key": "Password", "value": SECRET}


def test_it_shows_the_members_that_are_there_as_python_values():
    job = SynchronizationJob.from_dict(
        {
            "id": "job-id",
            "schedule": {"interval": "PT40M", "state": "active"},
            "templateId": None,
            "custom": [SECRET],
        }
    )
    assert repr(job) == (
        "SynchronizationJob(id='job-id', schedule=SynchronizationSchedule(interval=datetime.timedelta(seconds=2400), "
        "state=SynchronizationScheduleState.ACTIVE), template_id=None, + custom)"
    )
    assert str(job) == f"{job}" == repr(job)
    assert repr(SynchronizationJob()) == "SynchronizationJob()"


def test_it_shows_what_was_made_by_hand():
    schedule = SynchronizationSchedule(
        interval=timedelta(minutes=1), state=SynchronizationScheduleState("Resting")
    )
    assert repr(schedule) == (
        "SynchronizationSchedule(interval=datetime.timedelta(seconds=60), state=SynchronizationScheduleState('Resting'))"
    )
    assert (
        repr(ObjectMapping(flow_types=ObjectFlowTypes.ADD))
        == "ObjectMapping(flow_types=ObjectFlowTypes('Add'))"
    )


@pytest.mark.parametrize(
    "model",
    [
        SynchronizationSecretKeyStringValuePair.from_dict(PAIR),
        SynchronizationSecretKeyStringValuePair(key=SynchronizationSecret.PASSWORD, value=SECRET),
        ReplaceSecretsRequest.from_dict({"value": [PAIR]}),
        ReplaceSecretsRequest(value=[SynchronizationSecretKeyStringValuePair(value=SECRET)]),
        ReplaceSecretsRequest(value=[PAIR]),  # type: ignore[list-item]
        ReplaceSecretsRequest(value=SECRET),  # type: ignore[arg-type]
        AcquireAccessTokenRequest.from_dict({"credentials": [PAIR]}),
        ValidateCredentialsRequest.from_dict({"credentials": [PAIR], "templateId": "scim"}),
        Synchronization.from_dict({"secrets": [PAIR]}),
        Synchronization.from_dict({"secrets": [{"key": "Password", "value": [SECRET]}]}),
        BulkRequestOperation(data={"password": SECRET, "emails": [{"value": SECRET}]}),
        BulkRequestOperation(data=[{"password": SECRET}]),
    ],
)
def test_it_never_shows_the_value_of_a_secret(model):
    for text in (
        repr(model),
        str(model),
        f"{model}",
        f"{[model]}",
        pretty_repr(model),
        pretty_repr([{"a": model}]),
    ):
        assert SECRET not in text
    assert SECRET in str(model.to_dict())


def test_it_masks_a_secret_and_says_whether_there_is_one():
    assert "value='***'" in repr(SynchronizationSecretKeyStringValuePair(value=""))
    assert "value=None" in repr(SynchronizationSecretKeyStringValuePair(value=None))
    assert "value" not in repr(
        SynchronizationSecretKeyStringValuePair(key=SynchronizationSecret.PASSWORD)
    )


def test_long_texts_and_lists_are_cut():
    settings = [{"name": f"setting{number}", "value": "x" * 10_000} for number in range(500)]
    job = SynchronizationJob.from_dict(
        {"id": "y" * 100_000, "synchronizationJobSettings": settings}
    )
    text = repr(job)
    assert "setting2" in text
    assert "setting3" not in text
    assert "… 497 more" in text
    assert len(text) < 1_000


def test_free_form_json_shows_its_keys_only():
    assert repr(BulkRequestOperation(data={"userName": "a@contoso.com", "active": True})) == (
        "BulkRequestOperation(data={'userName': …, 'active': …})"
    )
    assert (
        len(repr(BulkRequestOperation(data={f"attribute{number}": 1 for number in range(1_000)})))
        < 300
    )


def test_pretty_printers_show_the_same():
    job = SynchronizationJob.from_dict({"id": "1", "schedule": {"state": "Active"}})
    assert pretty_repr(job, max_width=500) == repr(job)
