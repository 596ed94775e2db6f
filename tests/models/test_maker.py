"""Objects of which many are made are what the first ones are."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync_client._maker import Maker
from graphsync_client.types import (
    DecodeError,
    Model,
)
from tests.models.making import MANY, NAMES, declare, used

from .conftest import JSON

USED = used(declare())


def read(made: Any, name: str) -> Any:  # a value, or the words of an error
    try:
        value = getattr(made, name)
    except DecodeError as error:
        return str(error)
    return type(value), value.to_dict() if isinstance(value, Model) else value


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
    assert made.to_dict() == made.changes() == {"texts": ["a"], "sources": [{"name": "y"}]}
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
    class Silent:
        def __init_subclass__(cls) -> None:
            pass

    class Derived(Silent, USED):
        pass

    assert type(used(Derived).from_dict({})) is Derived
    assert type(USED.from_dict({})) is USED


def test_a_look_at_one_object_makes_no_other_dearer():
    cls = declare()
    repr(cls.from_dict({}))
    assert cls.from_dict({"text": "a"}) == cls.from_dict({"text": "a"})
    for _ in range(MANY):
        cls.from_dict({})
    assert not cls.from_dict({"text": "a", "source": {}})._held()


def test_an_object_that_lacks_much_costs_one_compilation(monkeypatch):
    cls = used(declare(), dict.fromkeys(NAMES))
    compiled = []
    straight = Maker._straight
    monkeypatch.setattr(Maker, "_straight", lambda maker: compiled.append(maker) or straight(maker))
    for _ in range(3):
        assert cls.from_dict({}).to_dict() == {}
    assert compiled == [cls.own_maker()]


def test_a_member_that_is_read_late_is_filled_in_later():
    cls = declare()
    for _ in range(MANY):
        assert cls.from_dict({"text": "a"}).text == "a"
    assert {*cls.from_dict({"text": "a", "number": 1})._held()} == {"text"}
    for _ in range(MANY):
        assert cls.from_dict({"number": 1}).number == 1
    for _ in range(MANY):
        cls.from_dict({})
    assert {*cls.from_dict({"text": "a", "number": 1})._held()} == {"text", "number"}
