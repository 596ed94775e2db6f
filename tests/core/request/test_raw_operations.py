"""Requests that no operation describes."""

from __future__ import annotations

import pytest

from graphsync._core.request.raw_operations import anything, send_batch, with_params
from graphsync._core.secrecy.hidden import Hidden


@pytest.mark.parametrize(
    ("path", "params", "whole"),
    [
        ("/x", {}, "/x"),
        ("/x", {"$filter": "a eq 'b c'"}, "/x?$filter=a%20eq%20'b%20c'"),
        ("/x?a=1", {"b": "2"}, "/x?a=1&b=2"),
    ],
)
def test_parameters_are_added(path, params, whole):
    assert with_params(path, params).replace("%27", "'") == whole


def test_only_get_may_be_sent_twice():
    for method, repeatable in (("get", True), ("POST", False), ("DELETE", False)):
        operation = anything(method, "/x", None, Hidden(({"a": 1}, {"A": "b"})))
        assert (operation.method, operation.repeatable) == (method.upper(), repeatable)
        assert (operation.body, dict(operation.headers)) == ({"a": 1}, {"A": "b"})
        assert operation.read(None) is None
        assert operation.read([1]) == [1]


def test_a_batch_may_be_sent_twice_where_its_calls_may():
    operation = send_batch([{"id": "1"}], repeatable=True)
    assert (operation.url, operation.body, operation.repeatable) == (
        "/$batch",
        {"requests": [{"id": "1"}]},
        True,
    )
