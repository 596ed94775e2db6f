"""Objects of which many are made are what the first ones are."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from attrs import field
from hypothesis import given
from hypothesis import strategies as st

from graphsync_client.models import AttributeMappingSource, StringKeyAttributeMappingSourceValuePair
from graphsync_client.types import (
    ABSENT,
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
    model,
)

from .conftest import JSON

MANY = 300
SOURCE = ModelOf("attribute_mapping_source", "AttributeMappingSource")
KIND = EnumOf("attribute_mapping_source_type", "AttributeMappingSourceType")
NAMES = ("text", "number", "flag", "moment", "kind", "source", "texts", "sources")


def declare() -> Any:  # a class that nobody has made objects of
    @model
    class Sample(Model):
        text: Any = field(default=ABSENT, metadata=member("text", TEXT))
        number: Any = field(default=ABSENT, metadata=member("number", INTEGER))
        flag: Any = field(default=ABSENT, metadata=member("flag", BOOLEAN))
        moment: Any = field(default=ABSENT, metadata=member("moment", TIMESTAMP))
        kind: Any = field(default=ABSENT, metadata=member("kind", KIND))
        source: Any = field(default=ABSENT, metadata=member("source", SOURCE))
        texts: Any = field(default=ABSENT, metadata=member("texts", ListOf(TEXT)))
        sources: Any = field(default=ABSENT, metadata=member("sources", ListOf(SOURCE)))

    return Sample


def used(cls: Any, document: dict[str, Any] | None = None) -> Any:
    """Make so many objects, and read so much of one, that the next ones come with everything filled in."""
    document = document or {}
    for name in cls.MEMBERS:
        getattr(cls.from_dict(document), name)
    for _ in range(MANY):
        cls.from_dict(document)
    return cls


USED = used(declare())


def read(made: Any, name: str) -> Any:  # a value, or the words of an error
    try:
        value = getattr(made, name)
    except DecodeError as error:
        return str(error)
    return value.to_dict() if isinstance(value, Model) else value


def test_objects_come_with_what_was_read_before():
    made = USED.from_dict({"text": "a", "kind": "Constant", "source": {"name": "x"}, "texts": [], "sources": [{}]})
    assert {*made._held()} == {*NAMES} - {"moment", "sources"}
    assert (made.text, made.number, str(made.kind), made.source.name, made.texts) == ("a", None, "Constant", "x", [])


@given(document=st.dictionaries(st.sampled_from(NAMES), JSON | st.sampled_from(["Constant", {"name": "x"}, [], [{}]])))
def test_members_read_alike_whatever_came(document):
    early, late = USED.from_dict(document), declare().from_dict(document)
    assert [read(early, name) for name in NAMES] == [read(late, name) for name in NAMES]
    assert early.to_dict() == late.to_dict() == document
    assert early.changes() == {}


def test_members_that_the_first_objects_had_may_be_absent():
    whole = dict.fromkeys(NAMES) | {"text": "a", "number": 1}
    cls = used(declare(), whole)
    assert cls.from_dict(whole).to_dict() == whole
    for name in NAMES:
        part = {other: whole[other] for other in NAMES if other != name}
        made = cls.from_dict(part)
        assert getattr(made, name) is None
        assert not made.mentions(name)
        assert made.to_dict() == part
    assert (cls.from_dict({}).text, cls.from_dict(whole).text) == (None, "a")


def test_lists_that_are_filled_in_can_be_edited():
    made = USED.from_dict({"texts": [], "sources": [{"name": "x"}]})
    made.texts.append("a")
    made.sources[0].name = "y"
    assert made.to_dict() == {"texts": ["a"], "sources": [{"name": "y"}]}
    assert USED.from_dict({"texts": []}).texts == []


@pytest.mark.parametrize("wrong", [[], "text", 1, True])
def test_what_is_no_object_stays_an_error(wrong):
    with pytest.raises(DecodeError, match=r"Sample: expected a JSON object \(Sample\)"):
        USED.from_dict(wrong)
    with pytest.raises(DecodeError, match=r"Sample\.sources: expected a JSON object \(AttributeMappingSource\)"):
        _ = USED.from_dict({"sources": [{}, wrong]}).sources


def test_other_mappings_are_objects_too():
    assert USED.from_dict(OrderedDict(text="a")).text == "a"


def test_what_is_derived_makes_its_own_kind():
    class Derived(USED):
        pass

    assert type(used(Derived).from_dict({})) is Derived
    assert type(USED.from_dict({})) is USED


def test_a_member_that_is_read_late_is_filled_in_later():
    cls = declare()
    cls.from_dict({"text": "a"}).text  # noqa: B018  # reading is what teaches
    for _ in range(MANY):
        cls.from_dict({})
    assert {*cls.from_dict({"text": "a", "number": 1})._held()} == {"text"}
    assert cls.from_dict({"number": 1}).number == 1
    for _ in range(MANY):
        cls.from_dict({})
    assert {*cls.from_dict({"text": "a", "number": 1})._held()} == {"text", "number"}


class _Itself(ModelOf):
    """Be the codec of a class that is declared in a test."""

    def __init__(self, cls: list[Any]) -> None:
        super().__init__("", "")
        self._cls = cls

    def _find(self) -> Any:  # as its base
        return self._cls[0]


def nested(name: str, depth: int) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for _ in range(depth):
        document = {name: document}
    return document


def test_depth_costs_no_stack_where_a_class_leads_to_itself():
    known: list[Any] = []

    @model
    class Self(Model):
        inner: Any = field(default=ABSENT, metadata=member("inner", _Itself(known)))

    known.append(Self)
    made = used(Self, {"inner": {}}).from_dict(nested("inner", 50_000))
    assert made.inner.inner.inner.mentions("inner")


def test_depth_costs_no_stack_where_two_classes_lead_to_each_other():
    ones: list[Any] = []
    others: list[Any] = []

    @model
    class One(Model):
        inner: Any = field(default=ABSENT, metadata=member("inner", _Itself(others)))

    @model
    class Other(Model):
        inner: Any = field(default=ABSENT, metadata=member("inner", _Itself(ones)))

    ones.append(One)
    others.append(Other)
    document = {"inner": {"inner": {}}}
    used(One, document)
    used(Other, document)
    assert One.from_dict(nested("inner", 50_000)).inner.inner.inner.mentions("inner")


def test_expressions_of_any_depth_are_read():
    used(AttributeMappingSource, {"parameters": [{"value": {}}]})
    used(StringKeyAttributeMappingSourceValuePair, {"value": {}})
    document: dict[str, Any] = {"name": "innermost"}
    for _ in range(20_000):
        document = {"parameters": [{"value": document}]}
    source: Any = AttributeMappingSource.from_dict(document)
    depth = 0
    while not source.name:
        source = source.parameters[0].value
        depth += 1
    assert depth == 20_000


@pytest.fixture
def eager_switching() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("eager_switching")
@pytest.mark.parametrize("look", [lambda made: made.sources, lambda made: made["custom"]], ids=["list", "undeclared"])
def test_every_thread_gets_the_same_object(look: Callable[[Any], object]):
    start = Barrier(8)
    items = [USED.from_dict({"custom": {"tags": []}, "sources": [{}]}) for _ in range(3000)]

    def looks(_: int) -> list[int]:
        start.wait()
        return [id(look(item)) for item in items]

    with ThreadPoolExecutor(8) as pool:
        assert len({tuple(ids) for ids in pool.map(looks, range(8))}) == 1
