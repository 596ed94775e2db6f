"""Query options as they go on the wire."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from graphsync._core.request.query_options import QueryOptions, quoted


def test_options_grow_by_copies():
    first = QueryOptions().adding(filter="a eq 1", top=5)
    second = first.adding(filter="b eq 2", select=("id",), consistency_level="eventual")
    assert dict(second.query()) == {
        "$select": "id",
        "$filter": "(a eq 1) and (b eq 2)",
        "$top": "5",
    }
    assert dict(first.query()) == {"$filter": "a eq 1", "$top": "5"}
    assert second.headers() == {"ConsistencyLevel": "eventual"}
    assert first.headers() == {}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"filter": " "}, "the filter is empty"),
        ({"top": 0}, r"\$top is 0; it must be 1 or more"),
        ({"skip": -1}, r"\$skip is -1; it must be 0 or more"),
        ({"select": ()}, r"\$select is empty"),
    ],
)
def test_what_cannot_be_meant_is_refused(changes, problem):
    with pytest.raises(ValueError, match=problem):
        QueryOptions().adding(**changes)


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        (datetime(2026, 1, 2, 3, 4, 5), "2026-01-02T03:04:05Z"),
        (
            datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-2))),
            "2026-01-02T05:04:05Z",
        ),
        (date(2026, 1, 2), "2026-01-02T00:00:00Z"),
    ],
)
def test_a_moment_is_not_a_filter_and_the_error_writes_it_out(value, literal):
    with pytest.raises(TypeError, match=f"ge {literal}"):
        QueryOptions().adding(filter=value)


def test_a_search_is_quoted_once():
    assert QueryOptions().adding(search='a"b\\').search_term == '"a\\"b\\\\"'
    assert QueryOptions().adding(search='"a"').search_term == '"a"'
    assert quoted("O'Neil") == "'O''Neil'"
