"""What attrs, typing, inspect, `help()` and derived classes make of a model."""

from __future__ import annotations

import copy
import inspect
import pickle
import pydoc
from datetime import datetime, timedelta
from typing import Any, get_type_hints

import attrs
import pytest

from graphsync_client import api, models
from graphsync_client.models import (
    SynchronizationJob,
    SynchronizationSchedule,
    SynchronizationScheduleState,
    SynchronizationStatus,
)
from graphsync_client.types import Model

MODELS = [name for name in dir(models) if issubclass(getattr(models, name), Model)]


@pytest.mark.parametrize("name", MODELS)
def test_attrs_shows_the_members_and_nothing_else(name):
    cls = getattr(models, name)
    assert [field.name for field in attrs.fields(cls)] == list(cls.MEMBERS)
    assert attrs.asdict(cls.from_dict({"other": 1})) == dict.fromkeys(cls.MEMBERS)
    assert attrs.astuple(cls()) == (None,) * len(cls.MEMBERS)


def test_attrs_shows_nested_members():
    job = SynchronizationJob(
        id="1", schedule=SynchronizationSchedule(interval=timedelta(minutes=40))
    )
    found = attrs.asdict(job)
    assert found["id"] == "1"
    assert found["schedule"] == {
        "expiration": None,
        "interval": timedelta(minutes=40),
        "state": None,
    }


@pytest.mark.parametrize("name", MODELS)
def test_annotations_are_found(name):
    cls = getattr(models, name)
    hints = get_type_hints(cls)
    assert set(cls.MEMBERS) <= set(hints)
    assert attrs.resolve_types(cls) is cls
    assert {field.name: field.type for field in attrs.fields(cls)} == {
        member: hints[member] for member in cls.MEMBERS
    }
    assert not [
        name for name, field in attrs.fields_dict(cls).items() if isinstance(field.type, str)
    ]


def test_annotations_are_the_types_that_they_name():
    hints = get_type_hints(SynchronizationSchedule)
    assert hints["state"] == SynchronizationScheduleState | None
    assert hints["expiration"] == datetime | None
    assert get_type_hints(SynchronizationJob)["status"] == SynchronizationStatus | None


@pytest.mark.parametrize("name", dir(api))
def test_annotations_of_operations_are_found(name):
    assert "return" in get_type_hints(getattr(api, name))


@pytest.mark.parametrize("name", [name for name in dir(Model) if not name.startswith("_")])
def test_annotations_of_what_every_model_has_are_found(name):
    found = inspect.getattr_static(Model, name)
    found = found.fget if isinstance(found, property) else getattr(Model, name)
    if callable(found):
        assert "return" in get_type_hints(found)


@pytest.mark.parametrize("name", MODELS)
def test_help_shows_each_member_with_its_words(name):
    cls = getattr(models, name)
    text = pydoc.plain(pydoc.render_doc(cls))
    for member, found in cls.MEMBERS.items():
        assert found.__doc__
        assert f"\n |  {member} = <member '{found.wire}' of " in text
        assert f"\n |      {found.__doc__.splitlines()[0]}" in text


def test_the_words_of_a_member_are_those_below_it():
    assert (
        SynchronizationJob.MEMBERS["template_id"].__doc__
        == "Template that the job was made from, such as `scim`."
    )


class Noted(SynchronizationJob):
    note: str = "none"

    def shout(self) -> str:
        return self.note.upper()


class Slotted(SynchronizationJob):
    __slots__ = ("note",)
    note: Any


@attrs.define
class Defined(SynchronizationJob):
    note: str = "none"


COPIERS: dict[str, Any] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda made: pickle.loads(pickle.dumps(made)),
    "evolve": lambda made: made.evolve(template_id="scim"),
}


@pytest.mark.parametrize("copier", COPIERS.values(), ids=COPIERS)
@pytest.mark.parametrize("cls", [Noted, Slotted, Defined])
def test_a_derived_class_keeps_its_own_attributes(cls, copier):
    made = cls.from_dict({"id": "1", "new": [1]})
    made.note = ["mine"]
    copied = copier(made)
    assert type(copied) is cls
    assert copied.note == ["mine"]
    assert copied.id == "1"
    assert copied["new"] == [1]
    assert "note" not in copied.to_dict()
    assert attrs.asdict(copied)["id"] == "1"


def test_a_derived_class_is_constructed_like_its_base():
    assert Noted(template_id="scim").shout() == "NONE"
    assert Noted(template_id="scim").to_dict() == {"templateId": "scim"}
    assert Defined(template_id="scim", note="x").to_dict() == {"templateId": "scim"}
    noted = Noted()
    noted.remark = "x"  # type: ignore[attr-defined]
    assert copy.copy(noted).remark == "x"
    assert type(Noted.from_dict({})) is Noted


def test_misspelt_members_are_named_with_the_nearest():
    job = SynchronizationJob(id="1")
    words = "SynchronizationJob has no member 'stauts'; did you mean 'status'?"
    with pytest.raises(AttributeError) as caught:
        _ = job.stauts  # type: ignore[attr-defined]
    assert str(caught.value) == words
    with pytest.raises(AttributeError) as caught:
        job.stauts = 1  # type: ignore[attr-defined]
    assert str(caught.value) == words
    with pytest.raises(AttributeError) as caught:
        del job.stauts  # type: ignore[attr-defined]
    assert str(caught.value) == words
    with pytest.raises(TypeError) as failed:
        SynchronizationJob(stauts=1)  # type: ignore[call-arg]
    assert str(failed.value) == words
    with pytest.raises(TypeError) as failed:
        job.evolve(stauts=1)
    assert str(failed.value) == words
    with pytest.raises(
        AttributeError, match=r"has no member 'x'; it has id, .*bulk_upload, schedule"
    ):
        _ = job.x  # type: ignore[attr-defined]
