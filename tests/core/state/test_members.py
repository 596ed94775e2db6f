"""Members of bound objects, and names that are nearly theirs."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from graphsync._core.state.members import (
    Editable,
    Loaded,
    nearest_name,
    read_member,
    unknown_member,
)
from graphsync.errors import UnreadableMember
from graphsync_client.models import SynchronizationJob


class Holder:
    id = Loaded[str]("The id.")
    name = Editable[str]("The name.")

    def __init__(self):
        self.data = {"id": "a", "name": "b"}
        self._state = SimpleNamespace(whole=None)

    def _read(self, name):
        return self.data[name]

    def _write(self, name, value):
        self.data[name] = value

    @property
    def broken(self):
        return [].missing


def test_members_read_and_write_the_data():
    holder = Holder()
    holder.name = "c"
    assert (holder.id, holder.name) == ("a", "c")
    with pytest.raises(AttributeError, match=r"Holder\.id is set by the service"):
        holder.id = "z"
    assert Holder.id.__doc__ == "The id."


def test_where_all_of_the_data_is_there_it_is_read_at_once():
    holder = Holder()
    holder._state.whole = SynchronizationJob.from_dict({"id": "whole"})
    assert holder.id == "whole"
    holder._state.whole = SynchronizationJob.from_dict({"id": {"secret": "hush"}})
    with pytest.raises(UnreadableMember) as caught:
        _ = holder.id
    assert "hush" not in str(caught.value)
    assert caught.value.__context__ is None


def test_the_nearest_public_name_is_proposed():
    assert (
        str(unknown_member(Holder(), "nmae")) == "Holder has no member 'nmae'; did you mean 'name'?"
    )
    assert str(unknown_member(Holder(), "_wrte")) == "Holder has no member '_wrte'"
    assert str(unknown_member(Holder(), "zzzz")) == "Holder has no member 'zzzz'"
    assert nearest_name("stauts", ["_stauts", "status"]) == "status"


def test_an_error_inside_a_member_is_raised_as_it_is():
    with pytest.raises(AttributeError, match="'list' object has no attribute 'missing'"):
        unknown_member(Holder(), "broken")


def test_what_does_not_convert_is_an_error_of_the_member():
    with pytest.raises(UnreadableMember, match="id"):
        read_member(SynchronizationJob.from_dict({"id": 7}), "id")
