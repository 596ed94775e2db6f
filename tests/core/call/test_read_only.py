"""Sessions that cannot write."""

from __future__ import annotations

import pytest

from graphsync._core.call.read_only import READING_ACTIONS, VALIDATING_ACTIONS, ReadOnly
from graphsync._core.request.prepared_request import PreparedRequest
from graphsync.errors import WriteRefused


def request(method: str, name: str = "x", json: object = None) -> PreparedRequest:
    url = "https://graph.microsoft.com/v1.0/things?$filter=s3cr3t"
    return PreparedRequest(name=name, method=method, url=url, headers={}, json=json)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_reads_are_let_through_and_reported(method):
    seen = []
    ReadOnly(on_request=lambda *what: seen.append(what)).check(request(method))
    assert seen == [(method, "/v1.0/things")]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "get", ""])
def test_anything_else_is_refused_and_not_reported(method):
    seen = []
    with pytest.raises(
        WriteRefused, match=r"/v1\.0/things was not sent: .*read_only\(\)"
    ) as refused:
        ReadOnly(on_request=lambda *what: seen.append(what)).check(request(method))
    assert seen == []
    assert "s3cr3t" not in str(refused.value)


@pytest.mark.parametrize("name", sorted(READING_ACTIONS | VALIDATING_ACTIONS))
def test_actions_that_change_nothing_are_let_through_where_they_are_named(name):
    ReadOnly(READING_ACTIONS | VALIDATING_ACTIONS).check(request("POST", name))
    with pytest.raises(WriteRefused):
        ReadOnly(frozenset()).check(request("POST", name))


def batch(*items: object) -> PreparedRequest:
    return request("POST", "send_batch", {"requests": [*items]})


def test_a_batch_of_reads_is_let_through():
    ReadOnly().check(batch({"method": "GET", "url": "/jobs"}, {"method": "HEAD", "url": "/jobs"}))


@pytest.mark.parametrize(
    "item",
    [
        {"method": "DELETE", "url": "/jobs/1?x"},
        {"url": "/jobs"},
        {"method": None},
        {"method": ["GET"]},
        None,
        5,
    ],
)
def test_one_write_in_a_batch_refuses_all_of_it(item):
    with pytest.raises(WriteRefused):
        ReadOnly().check(batch({"method": "GET", "url": "/jobs"}, item))
