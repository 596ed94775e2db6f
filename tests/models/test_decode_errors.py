"""A value that a member cannot express is a DecodeError at that member, and harms nothing else."""

from __future__ import annotations

import json
import pickle
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphsync_client import models
from graphsync_client.types import DecodeError, Model
from tests.budget import examples

MODELS = [name for name in dir(models) if issubclass(getattr(models, name), Model)]

WRONG = [
    ("SynchronizationJob", "id", 5, "SynchronizationJob.id: expected text, received 5"),
    ("SynchronizationJob", "templateId", ["a"], "SynchronizationJob.template_id: expected text, received a JSON array"),
    ("SynchronizationJob", "schedule", [], "SynchronizationJob.schedule: expected a JSON object (SynchronizationSchedule), received a JSON array"),
    ("SynchronizationJob", "synchronizationJobSettings", {}, "expected a JSON array, received a JSON object"),
    ("SynchronizationJob", "synchronizationJobSettings", [1], "expected a JSON object (KeyValuePair), received a number"),
    ("SynchronizationSchedule", "interval", "P1Y", "SynchronizationSchedule.interval: expected an ISO 8601 duration of weeks or less, received 'P1Y'"),
    ("SynchronizationSchedule", "expiration", "yesterday", "SynchronizationSchedule.expiration: expected a date and time, received 'yesterday'"),
    ("SynchronizationSchedule", "expiration", "2026-03-01", "expected a date and time, received '2026-03-01'"),
    ("SynchronizationSchedule", "state", 1, "expected text (SynchronizationScheduleState), received 1"),
    ("SynchronizationStatus", "escrowsPruned", "maybe", "expected true or false, received 'maybe'"),
    ("SynchronizationStatus", "countSuccessiveCompleteFailures", 1.5, "expected a whole number, received 1.5"),
    ("SynchronizationStatus", "countSuccessiveCompleteFailures", True, "expected a whole number, received True"),
    ("ObjectMapping", "flowTypes", ["Add"], "expected flag names joined by commas (ObjectFlowTypes), received a JSON array"),
    ("ObjectMapping", "name", 10**400, "received a number of 1329 bits"),
    ("SynchronizationSchedule", "interval", "x" * 500, "x..."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "wire", "value", "message"), WRONG)
def test_the_error_names_the_member_what_came_and_what_was_expected(name, wire, value, message):
    cls = getattr(models, name)
    document = {wire: value, "other": [1]}
    model = cls.from_dict(document)
    member = cls.WIRES[wire]
    for _ in range(2):  # a second reading is no different
        with pytest.raises(DecodeError) as caught:
            getattr(model, member)
        assert message in str(caught.value)
        assert f"{name}.{member}: " in str(caught.value)
        assert "to_dict()" in str(caught.value)
        assert len(str(caught.value)) < 300
    assert model.to_dict() == document
    assert model.changes() == {}
    assert model == cls.from_dict(document)
    assert pickle.loads(pickle.dumps(model)).to_dict() == document
    assert f"{member}=<not {wire}'s type>" in repr(model)
    setattr(model, member, None)
    assert model.to_dict() == {wire: None, "other": [1]}


def test_the_other_members_stay_usable():
    job = models.SynchronizationJob.from_dict(
        {"id": 5, "templateId": "scim", "schedule": {"interval": 1, "state": "Active"}}
    )
    assert job.template_id == "scim"
    assert job.schedule is not None
    assert job.schedule.state == "Active"


@pytest.mark.parametrize("wrong", [["hunter2"], {"hunter2": 1}, 4711, True])
def test_the_value_of_a_secret_is_never_shown(wrong):
    pair = models.SynchronizationSecretKeyStringValuePair.from_dict(
        {"key": "Password", "value": wrong}
    )
    with pytest.raises(DecodeError, match=r"Pair\.value: expected text, received ") as caught:
        _ = pair.value
    for text in (str(caught.value), repr(caught.value), repr(pair)):
        assert "hunter2" not in text
        assert "4711" not in text


@pytest.mark.parametrize(
    "wrong", ["hunter2", ["hunter2"], [{"value": "ok"}, "hunter2"], {"value": "hunter2"}]
)
def test_what_stands_in_the_place_of_secrets_is_not_shown_either(wrong):
    body = models.ReplaceSecretsRequest.from_dict({"value": wrong})
    with pytest.raises(DecodeError) as caught:
        _ = body.value
    assert "hunter2" not in str(caught.value)
    assert "hunter2" not in repr(body)


@pytest.mark.parametrize("wrong", [None, [], "text", 1, True])
def test_a_document_that_is_no_object(wrong):
    with pytest.raises(
        DecodeError,
        match=r"SynchronizationJob: expected a JSON object \(SynchronizationJob\), received",
    ):
        models.SynchronizationJob.from_dict(wrong)


@pytest.mark.parametrize("name", MODELS)
@given(data=st.data())
@settings(
    max_examples=examples(20, 0.05), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
def test_any_json_in_place_of_any_member_is_a_value_or_a_decode_error(
    name, data, any_json, text_of
):
    cls = getattr(models, name)
    document = {wire: data.draw(any_json, wire) for wire in cls.WIRES}
    before = text_of(document)
    model = cls.from_dict(document)
    for member in cls.MEMBERS:
        with suppress(DecodeError):
            getattr(model, member)
    repr(model)
    assert text_of(model.to_dict()) == before
    assert model == cls.from_dict(document)


def nested(levels: int, make: Any) -> Any:
    value: Any = {}
    for _ in range(levels):
        value = make(value)
    return value


@pytest.mark.parametrize(
    "make", [lambda inner: [inner], lambda inner: {"a": inner}], ids=["arrays", "objects"]
)
def test_deep_json_in_any_place_is_read_copied_compared_and_written(make):
    deep = nested(20_000, make)
    for cls in (getattr(models, name) for name in MODELS):
        document = {**dict.fromkeys(cls.WIRES, deep), "undeclared": deep}
        model = cls.from_dict(document)
        for member in cls.MEMBERS:
            with suppress(DecodeError):
                getattr(model, member)
    operation = models.BulkRequestOperation.from_dict({"data": deep, "undeclared": deep})
    written = operation.to_dict()
    depth, inner = 0, written["undeclared"]
    while inner:
        depth, inner = depth + 1, inner[0] if isinstance(inner, list) else inner["a"]
    assert depth == 20_000
    assert operation.evolve() == operation
    assert operation.changes() == {}


def test_deep_models_are_read_copied_compared_and_written():
    text = '{"type": "Function", "parameters": [{"key": "p", "value": ' * 150 + "{}" + "}]}" * 150
    source = models.AttributeMappingSource.from_dict(json.loads(text))
    for _ in range(20):
        inner = source
        while inner is not None and inner.parameters:
            inner = inner.parameters[0].value
    deeper = source
    for _ in range(5_000):
        pair = models.StringKeyAttributeMappingSourceValuePair(key="p", value=deeper)
        deeper = models.AttributeMappingSource(parameters=[pair])
    copied = deeper.evolve()
    assert copied == deeper
    written = copied.to_dict()
    for _ in range(5_000):
        written = written["parameters"][0]["value"]
    assert written == json.loads(text)
    assert len(repr(deeper)) < 300
