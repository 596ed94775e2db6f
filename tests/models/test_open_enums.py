"""Enumerations stay open: what the service adds tomorrow is a value, not an error."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync_client import models
from graphsync_client.models import AttributeFlowBehavior, AttributeType, SynchronizationSecret
from graphsync_client.types import OpenEnum

ENUMS = [name for name in dir(models) if issubclass(getattr(models, name), OpenEnum)]


@pytest.mark.parametrize("name", ENUMS)
def test_every_declared_value_is_found_in_any_case(name):
    cls = getattr(models, name)
    assert len(cls) > 1
    for member in cls:
        assert cls(member.value) is member
        assert cls(member.value.upper()) is member
        assert cls(member.value.lower()) is member
        assert member.is_known
        assert member == member.value
        assert hash(member) == hash(member.value)
        assert str(member) == f"{member}" == member.value
        assert repr(member) == f"{name}.{member.name}"
        assert json.dumps([member]) == json.dumps([member.value])


@pytest.mark.parametrize("text", ["BrandNew", "", " String", "5", "é"])
def test_an_unknown_value_is_a_value_of_the_class(text):
    unknown = AttributeType(text)
    assert isinstance(unknown, AttributeType)
    assert not unknown.is_known
    assert unknown == text
    assert unknown == AttributeType(text)
    assert unknown != AttributeType.STRING
    assert unknown.value == unknown.name == text
    assert hash(unknown) == hash(text)
    assert repr(unknown) == f"AttributeType({text!r})"
    assert json.dumps({"a": unknown}) == json.dumps({"a": text})
    assert {unknown: 1}[text] == 1  # type: ignore[index]
    assert unknown not in list(AttributeType)


def test_a_member_name_that_is_no_value_is_unknown():
    # The value is FlowAlways; its Python name came from somewhere else.
    unknown = AttributeFlowBehavior("FLOW_ALWAYS")
    assert not unknown.is_known
    assert unknown != AttributeFlowBehavior.FLOW_ALWAYS


@given(st.text())
def test_any_text_is_a_value_and_survives_copying(text):
    value = SynchronizationSecret(text)
    copies = [copy.copy(value), copy.deepcopy(value)]
    copies += [
        pickle.loads(pickle.dumps(value, protocol))
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    ]
    for copied in copies:
        assert type(copied) is SynchronizationSecret
        assert copied == value
        assert copied.is_known is value.is_known
        assert (copied is value) or not value.is_known


def test_unknown_values_are_not_kept():
    before = len(AttributeType._value2member_map_), len(AttributeType.__members__)
    for number in range(1_000):
        AttributeType(f"New{number}")
    assert (len(AttributeType._value2member_map_), len(AttributeType.__members__)) == before


@pytest.mark.parametrize("wrong", [None, 1, ["String"], b"String"])
def test_only_text_is_a_value(wrong):
    with pytest.raises(ValueError, match="is not a valid AttributeType"):
        AttributeType(wrong)


def chosen(value: AttributeType) -> str:
    match value:
        case AttributeType.STRING:
            return "text"
        case AttributeType.INTEGER | AttributeType.BOOLEAN:
            return "scalar"
        case "Blob":
            return "blob"
        case _:
            return f"other {value}"


def test_match_statements_and_dict_keys():
    assert chosen(AttributeType("string")) == "text"
    assert chosen(AttributeType("BOOLEAN")) == "scalar"
    assert chosen(AttributeType("Blob")) == "blob"
    assert chosen(AttributeType("Other")) == "other Other"
    table = {AttributeType.STRING: 1, AttributeType("Blob"): 2}
    assert table[AttributeType("string")] == 1
    assert table[AttributeType("Blob")] == 2
    assert table.get(AttributeType("blob")) is None
