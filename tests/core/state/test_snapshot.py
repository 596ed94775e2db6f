"""One answer, and what was edited since."""

from __future__ import annotations

import pytest

from graphsync._core.state.snapshot import Snapshot
from graphsync.errors import NotLoaded
from graphsync_client.models import SynchronizationTemplate

DATA = {"id": "t", "description": "a", "schema": {"id": "s", "version": "1"}}


def snapshot(select=None, expand=None):
    return Snapshot.of(SynchronizationTemplate.from_dict(DATA), select, expand)


def test_what_a_select_left_out_is_not_loaded():
    some = snapshot(select=["id", "factoryTag"])
    assert some.read("id", "Template", "get()") == "t"
    assert some.read("factory_tag", "Template", "get()") is None
    assert some.read("description", "Template", "get()") == "a"  # it came all the same
    with pytest.raises(
        NotLoaded, match=r"Template\.metadata was left out by the \$select; get\(\) loads it"
    ):
        some.read("metadata", "Template", "get()")
    assert not some.is_whole
    assert snapshot().is_whole


def test_edits_are_named_by_what_goes_on_the_wire():
    one = snapshot()
    assert one.edits(one.data.to_dict()) == []
    one.data.description = "b"
    one.data.factory_tag = "new"
    assert sorted(one.edits(one.data.to_dict())) == ["description", "factoryTag"]
    one.data.description = "a"
    assert one.edits(one.data.to_dict(), elsewhere=["factoryTag"]) == []


def test_a_part_is_as_if_it_had_come_alone():
    part = snapshot().nested("schema")
    assert (part.data.id, part.is_whole, part.edits(part.data.to_dict())) == ("s", True, [])
    nested = snapshot(expand=["schema($select=id)"])
    assert not nested.is_whole
    assert nested.nested("schema").selected == {"id"}
    assert (
        Snapshot.of(SynchronizationTemplate.from_dict({"id": "t"}), None, None).nested("schema")
        is None
    )
