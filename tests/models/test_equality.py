"""`==` compares what is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphsync_client.models import (
    AttributeDefinition,
    AttributeType,
    Entity,
    ObjectFlowTypes,
    ObjectMapping,
    SynchronizationJob,
    SynchronizationRule,
    SynchronizationSchedule,
    SynchronizationScheduleState,
    SynchronizationStatus,
)


def job(**document: object) -> SynchronizationJob:
    return SynchronizationJob.from_dict(document)


SAME = {
    "absent and null": (job(id="1"), job(id="1", templateId=None)),
    "absent and null, undeclared": (job(id="1"), job(id="1", custom=None)),
    "received and made by hand": (job(id="1", schedule={"state": "Active"}), SynchronizationJob(
        id="1", schedule=SynchronizationSchedule(state=SynchronizationScheduleState.ACTIVE))),
    "order of members": (job(id="1", templateId="a"), job(templateId="a", id="1")),
    "flags": (ObjectMapping.from_dict({"flowTypes": "Add,Update,Delete"}),
              ObjectMapping.from_dict({"flowTypes": "delete, ADD, Update"})),
    "flags by hand": (ObjectMapping.from_dict({"flowTypes": "Update,Add"}),
                      ObjectMapping(flow_types=ObjectFlowTypes.ADD | ObjectFlowTypes.UPDATE)),
    "case of a known value": (AttributeDefinition.from_dict({"type": "string"}), AttributeDefinition(type=AttributeType.STRING)),
    "spelling of a time": (SynchronizationStatus.from_dict({"steadyStateLastAchievedTime": "2026-03-01T08:00:00Z"}),
                           SynchronizationStatus.from_dict({"steadyStateLastAchievedTime": "2026-03-01T09:00:00.0000000+01:00"})),
    "spelling of a duration": (SynchronizationSchedule.from_dict({"interval": "PT40M"}),
                               SynchronizationSchedule.from_dict({"interval": "PT2400S"})),
    "sentinel and null": (SynchronizationStatus.from_dict({"steadyStateFirstAchievedTime": "0001-01-01T00:00:00Z"}),
                          SynchronizationStatus.from_dict({"steadyStateFirstAchievedTime": None})),
    "what does not convert": (job(id=[1, {"a": 2}]), job(id=[1, {"a": 2}])),
}  # fmt: skip
DIFFERENT = {
    "a value": (job(id="1"), job(id="2")),
    "an undeclared value": (job(custom=1), job(custom=2)),
    "an undeclared member": (job(), job(custom=1)),
    "inside an undeclared value": (job(custom={"a": [1, {"b": 2}]}), job(custom={"a": [1, {"b": 3}]})),
    "true and 1": (job(custom=[True]), job(custom=[1])),
    "a nested value": (job(schedule={"state": "Active"}), job(schedule={"state": "Paused"})),
    "a nested undeclared value": (job(schedule={"x": 1}), job(schedule={"x": 2})),
    "length of a list": (job(synchronizationJobSettings=[{}]), job(synchronizationJobSettings=[{}, {}])),
    "an empty list and none": (job(synchronizationJobSettings=[]), job()),
    "order of a list": (job(synchronizationJobSettings=[{"name": "a"}, {"name": "b"}]),
                        job(synchronizationJobSettings=[{"name": "b"}, {"name": "a"}])),
    "flags": (ObjectMapping.from_dict({"flowTypes": "Add"}), ObjectMapping.from_dict({"flowTypes": "Add,Delete"})),
    "an unknown flag": (ObjectMapping.from_dict({"flowTypes": "Add"}), ObjectMapping.from_dict({"flowTypes": "Add,Merge"})),
    "case of an unknown value": (AttributeDefinition.from_dict({"type": "Blob"}), AttributeDefinition.from_dict({"type": "blob"})),
    "class": (job(id="1"), Entity.from_dict({"id": "1"})),
    "what does not convert": (job(id=[1]), job(id=[2])),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_the_same_meaning_is_equal(one, other):
    assert one == other
    assert other == one
    assert (one != other) is False


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_another_meaning_is_not_equal(one, other):
    assert one != other
    assert other != one
    assert (one == other) is False


def test_comparing_with_something_else_is_false_and_no_error():
    assert job(id="1") != {"id": "1"}
    assert job() != None  # noqa: E711
    assert job(schedule={}) != job(schedule=None)


def test_editing_ends_equality():
    one, other = job(schedule={"state": "Active"}), job(schedule={"state": "Active"})
    assert one == other
    assert one.schedule is not None
    one.schedule.state = SynchronizationScheduleState.PAUSED
    assert one != other


def test_models_have_no_hash():
    with pytest.raises(TypeError, match="unhashable"):
        hash(job(id="1"))


@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_equality_is_reflexive_and_symmetric(data, documents):
    one = SynchronizationRule.from_dict(data.draw(documents.of("SynchronizationRule")))
    other = SynchronizationRule.from_dict(data.draw(documents.of("SynchronizationRule")))
    assert one == SynchronizationRule.from_dict(one.to_dict())
    assert (one == other) is (other == one)
