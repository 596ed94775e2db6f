"""Items of a list, by name."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from graphsync._core.state.named_items import NamedItem, NamedItems
from graphsync.errors import NoMatch, SeveralMatches


def thing(name, id=None):
    return SimpleNamespace(name=name, id=id)


def items(*things):
    holder = SimpleNamespace(things=list(things) or None)
    named = NamedItems(
        lambda: holder, "things", "thing", lambda item: (item.name, item.id), NamedItem
    )
    return holder, named


def test_an_exact_name_wins_over_another_case_and_a_name_over_an_id():
    _, named = items(thing("User", "1"), thing("user", "2"), thing("1", "3"))
    assert named["user"].data.id == "2"
    assert named["1"].data.id == "3"
    assert named["2"].data.name == "user"
    assert "USER" in named
    assert "x" not in named
    assert 5 not in named
    with pytest.raises(SeveralMatches, match="2 items have"):
        _ = named["USER"]


def test_what_is_not_there_is_an_error_that_lists_what_is():
    _, named = items(thing("a"))
    with pytest.raises(NoMatch, match="no thing 'x'; there are 'a'"):
        _ = named["x"]
    with pytest.raises(TypeError, match="chosen by its name, not by 0"):
        _ = named[0]


def test_adding_and_removing_change_the_data_itself():
    holder, named = items()
    named.add(thing("a"))
    named.add(thing("b"))
    assert [item.name for item in holder.things] == named.names() == ["a", "b"]
    with pytest.raises(ValueError, match="a thing 'a' already"):
        named.add(thing("a"))
    with pytest.raises(ValueError, match="has no name"):
        named.add(thing(None))
    named.remove("a")
    assert [item.name for item in holder.things] == ["b"]


def test_an_item_is_found_again_by_its_name_after_a_refresh():
    holder, named = items(thing("a", "old"))
    item = named["a"]
    holder.things = [thing("a", "new")]
    assert item.data.id == "new"
    holder.things = []
    with pytest.raises(NoMatch, match="no longer exists"):
        _ = item.data
