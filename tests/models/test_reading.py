"""A member converts when it is read, whatever came in its place, and depth costs no stack."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, RLock
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync_client import _record
from graphsync_client.models import (
    AttributeMapping,
    AttributeMappingSource,
    AttributeMappingSourceType,
    SynchronizationJob,
    SynchronizationQuarantine,
)
from graphsync_client.types import (
    BOOLEAN,
    INTEGER,
    TEXT,
    TIMESTAMP,
    DecodeError,
    EnumOf,
    ListOf,
    Model,
    ModelOf,
    member,
)

from .conftest import JSON

SOURCE = ModelOf("AttributeMappingSource")


class Sample(Model):
    text: str | None = member("text", TEXT)
    number: int | None = member("number", INTEGER)
    flag: bool | None = member("flag", BOOLEAN)
    moment: Any = member("moment", TIMESTAMP)
    kind: Any = member("kind", EnumOf("AttributeMappingSourceType"))
    source: Any = member("source", SOURCE)
    texts: Any = member("texts", ListOf(TEXT))
    sources: Any = member("sources", ListOf(SOURCE))


def read(made: Any, name: str) -> Any:  # a value, or the words of an error
    try:
        value = getattr(made, name)
    except DecodeError as error:
        return str(error)
    return type(value), value


@given(
    document=st.dictionaries(
        st.sampled_from([*Sample.MEMBERS]), JSON | st.sampled_from(["Constant", {"name": "x"}])
    )
)
def test_the_second_reading_gives_what_the_first_gave(document):
    made = Sample.from_dict(document)
    first = [read(made, name) for name in Sample.MEMBERS]
    assert [read(made, name) for name in Sample.MEMBERS] == first
    assert made.to_dict() == document
    assert made.changes() == {}


@pytest.mark.parametrize(
    ("name", "raw"),
    [("source", {}), ("texts", ["a"]), ("sources", [{}]), ("moment", "2026-03-01T08:12:44Z")],
)
def test_a_member_converts_once(name, raw):
    made = Sample.from_dict({name: raw})
    assert getattr(made, name) is getattr(made, name)


def test_what_is_read_can_be_edited():
    made = Sample.from_dict({"texts": [], "sources": [{"name": "x"}]})
    made.texts.append("a")
    made.sources[0].name = "y"
    assert made.to_dict() == made.changes() == {"texts": ["a"], "sources": [{"name": "y"}]}


def test_values_of_enumerations_are_their_members():
    mapping = AttributeMapping.from_dict({"source": {"type": "Constant"}})
    assert mapping.source is not None
    assert mapping.source.type is AttributeMappingSourceType.CONSTANT


@pytest.mark.parametrize("wrong", [[], "text", 1, True])
def test_what_is_not_an_object_is_an_error_in_every_place(wrong):
    with pytest.raises(DecodeError, match=r"Sample: expected a JSON object \(Sample\)"):
        Sample.from_dict(wrong)
    with pytest.raises(
        DecodeError, match=r"Sample\.sources: expected a JSON object \(AttributeMappingSource\)"
    ):
        _ = Sample.from_dict({"sources": [{}, wrong]}).sources


def test_other_mappings_are_objects_too():
    made = Sample.from_dict(OrderedDict(text="a", source=OrderedDict(name="x")))
    assert (made.text, made.source.name) == ("a", "x")


def nested(depth: int) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for _ in range(depth):
        document = {"parameters": [{"value": document}]}
    return document


def test_depth_costs_no_stack():
    source: Any = AttributeMappingSource.from_dict(nested(20_000))
    for _ in range(20_000):
        source = source.parameters[0].value
    assert source.to_dict() == {}


def test_a_member_that_does_not_convert_is_not_there_for_hasattr():
    job = SynchronizationJob.from_dict({"id": 5, "templateId": "scim"})
    assert not hasattr(job, "id")
    assert hasattr(job, "template_id")
    assert hasattr(job, "schedule")
    assert not hasattr(job, "stauts")
    with pytest.raises(
        ValueError, match=r"SynchronizationJob\.id: expected text, received 5"
    ) as caught:
        _ = job.id
    assert isinstance(caught.value, DecodeError)
    assert caught.value.obj is None


def test_an_object_that_was_never_filled_can_be_shown():
    made = object.__new__(SynchronizationQuarantine)
    assert repr(made) == "SynchronizationQuarantine()"
    assert made.current_began is None
    assert made.to_dict() == {}


class _Met:
    """A lock at which two threads wait for each other."""

    def __init__(self) -> None:
        self._barrier = Barrier(2)
        self._lock = RLock()

    def __enter__(self) -> None:
        self._barrier.wait(10)
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_two_threads_get_the_same_undeclared_object(monkeypatch):
    made = Sample.from_dict({"custom": {"tags": []}})
    monkeypatch.setattr(_record, "_lock", _Met())
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: made["custom"], range(2))
    assert one is other
    one["tags"].append(1)
    assert made.changes() == {"custom": {"tags": [1]}}


@pytest.mark.usefixtures("eager_switching")
def test_every_thread_gets_the_same_list():
    start = Barrier(8)
    items = [Sample.from_dict({"sources": [{}]}) for _ in range(3000)]

    def looks(_: int) -> list[int]:
        start.wait()
        return [id(item.sources) for item in items]

    with ThreadPoolExecutor(8) as pool:
        assert len({tuple(ids) for ids in pool.map(looks, range(8))}) == 1
