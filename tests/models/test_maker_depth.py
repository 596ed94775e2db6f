"""Depth costs no stack, whichever way classes lead to each other."""

from __future__ import annotations

from typing import Any

from attrs import field

from graphsync_client.models import AttributeMappingSource, StringKeyAttributeMappingSourceValuePair
from graphsync_client.types import (
    ABSENT,
    Model,
    member,
    model,
)
from tests.models.making import Itself, circle, declare, nested, used


def test_depth_costs_no_stack_where_a_class_leads_to_itself():
    known: list[Any] = []

    @model
    class Self(Model):
        inner: Any = field(default=ABSENT, metadata=member("inner", Itself(known)))

    known.append(Self)
    made = used(Self, {"inner": {}}).from_dict(nested("inner", 50_000))
    assert made.inner.inner.inner.mentions("inner")


def test_depth_costs_no_stack_where_two_classes_lead_to_each_other():
    one, other = circle()
    document = {"inner": {"inner": {}}}
    used(one, document)
    used(other, document)
    assert one.from_dict(nested("inner", 50_000)).inner.inner.inner.mentions("inner")


def test_classes_that_lead_to_others_in_many_ways_are_looked_at_once():
    last: Any = declare()
    for _ in range(60):
        known = [last]

        @model
        class Diamond(Model):
            left: Any = field(default=ABSENT, metadata=member("left", Itself(known)))
            right: Any = field(default=ABSENT, metadata=member("right", Itself(known)))

        last = used(Diamond)
    assert last.from_dict(nested("left", 60)).left.left.mentions("left")


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
