"""Looking up a principal by a name or an application id."""

from __future__ import annotations

import pytest

from graphsync._core.domain.lookup import identified, lookup_filter, only_match
from graphsync.errors import NoMatch, SeveralMatches
from graphsync_client.models import ServicePrincipal, ServicePrincipalCollectionResponse


def test_exactly_one_of_the_two_is_asked_for():
    assert lookup_filter("O'Neil", None) == "displayName eq 'O''Neil'"
    assert lookup_filter(None, "x") == "appId eq 'x'"
    for both in ((None, None), ("a", "b")):
        with pytest.raises(TypeError, match="either"):
            lookup_filter(*both)
    with pytest.raises(ValueError, match="displayName is empty"):
        lookup_filter(" ", None)


def test_items_without_an_id_do_not_count():
    answer = ServicePrincipalCollectionResponse.from_dict(
        {"value": [None, {"displayName": "x"}, {"id": "a"}]}
    )
    assert list(identified(answer)) == ["a"]


def test_one_match_is_the_answer_and_others_are_errors():
    ada = ServicePrincipal.from_dict({"id": "a", "displayName": "Ada"})
    assert only_match({"a": ada}, "applications", "Ada", is_all=True) == (ada, "a")
    with pytest.raises(NoMatch, match="no applications match 'Ada'"):
        only_match({}, "applications", "Ada", is_all=True)
    with pytest.raises(
        SeveralMatches, match=r"2 or more applications match 'Ada': .* and more"
    ) as several:
        only_match({"a": ada, "b": ada}, "applications", "Ada", is_all=False)
    assert several.value.ids == ("a", "b")
