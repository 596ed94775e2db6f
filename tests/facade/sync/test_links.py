# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_links.py
"""Next links as services write them, listings that never end, and addresses that are too long."""

from __future__ import annotations

import itertools

import httpx
import pytest

from graphsync import GraphClient, RetryPolicy, Timeouts
from graphsync.errors import PagingLoop, Refused, Throttled, TooManyPages

pytestmark = pytest.mark.anyio


def test_a_link_that_begins_with_a_slash_is_relative_to_the_server(sync, service):
    service.page({"id": "1"}, next_link=f"/v1.0{service.sync}/jobs?$skiptoken=a").page({"id": "2"})
    assert [job.id for job in sync.jobs.list()] == ["1", "2"]
    assert str(service.requests[1].url) == f"{service.root}{service.sync}/jobs?$skiptoken=a"


def test_a_link_with_a_blank_is_followed(sync, service):
    service.page(next_link=f"{service.root}{service.sync}/jobs?$filter=id eq '1'").page({"id": "1"})
    assert len(sync.jobs.list()) == 1
    assert service.requests[1].url.raw_path.endswith(b"?$filter=id%20eq%20'1'")


@pytest.mark.parametrize(
    "link",
    [
        "/v1.0{}/jobs?$skiptoken=a",
        "{}/jobs?$skiptoken=a",
        "https://graph.microsoft.com/v1.0{}/jobs?$skiptoken=a",
    ],
)
def test_a_listing_resumes_from_any_spelling(sync, service, link):
    service.page({"id": "1"})
    sync.jobs.resume(link.format(service.sync)).list()
    assert str(service.requests[0].url) == f"{service.root}{service.sync}/jobs?$skiptoken=a"


def test_links_to_another_server_stay_refused(sync, service):
    service.page(next_link="//evil.contoso.com/v1.0/x")
    with pytest.raises(Refused):
        sync.jobs.list()
    assert len(service.requests) == 1


def endless(items):
    numbers = itertools.count()

    def answer(_request):
        link = f"https://graph.microsoft.com/v1.0/x?$skiptoken={next(numbers)}"
        return httpx.Response(200, json={"value": items, "@odata.nextLink": link})

    return GraphClient("t", transport=httpx.MockTransport(answer))


def test_an_endless_listing_ends():
    jobs = endless([{"id": "j"}]).service_principals["p"].synchronization.jobs
    with pytest.raises(TooManyPages, match="more than 25 pages") as failure:
        jobs.list(max_pages=25)
    assert failure.value.next_link == "https://graph.microsoft.com/v1.0/x?$skiptoken=24"


def test_a_listing_of_exactly_the_limit_is_whole(sync, service):
    service.page({"id": "1"}, next_link=f"{service.root}/x?$skiptoken=a").page({"id": "2"})
    assert len(sync.jobs.list(max_pages=2)) == 2


@pytest.mark.parametrize("verb", ["list", "first"])
def test_empty_pages_without_end_end(verb):
    jobs = endless([]).service_principals["p"].synchronization.jobs
    with pytest.raises(PagingLoop, match="1,000 pages in a row without an item"):
        getattr(jobs, verb)()


def test_a_link_that_is_too_long_is_an_error_of_ours(sync, service):
    service.page(next_link=f"{service.root}/x?$skiptoken={'a' * 70_000}")
    with pytest.raises(Refused, match=r"70,\d{3} characters long"):
        sync.jobs.list()


def test_a_filter_that_is_too_long_is_not_sent(sync, service):
    with pytest.raises(Refused, match="fewer conditions"):
        sync.jobs.filter("id eq 'a' or " * 10_000 + "true").list()
    assert service.requests == []


def test_a_pause_of_years_is_not_begun(service):
    service.answer(status=429, headers={"retry-after": "1" + "0" * 300})
    graph = GraphClient("t", transport=httpx.MockTransport(service), timeout=None)
    with pytest.raises(Throttled) as failure:
        graph.request("GET", "/x")
    assert failure.value.retry_after == float("1e300")
    assert RetryPolicy().pause(failure.value, attempt=1, repeatable=True) is None


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300, 0, -1])
def test_a_timeout_that_no_clock_knows(value):
    with pytest.raises(ValueError, match="timeout is"):
        Timeouts.of(value)


def test_what_is_asked_for_is_what_is_read(graph, sync, service):
    service.answer(content=b"3", headers={"content-type": "text/plain"}).answer(
        content=b"{}"
    ).page().answer(status=204)
    sync.jobs.count()
    graph.request("GET", "/x")
    sync.jobs.list()
    sync.jobs["j"].start()
    accepted = [request.headers["accept"] for request in service.requests]
    assert accepted == ["text/plain", *["application/json"] * 3]


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:9", "ftp://127.0.0.1:9", "http://user:pa55word@"]
)
def test_a_proxy_of_the_environment_that_cannot_be_used(monkeypatch, proxy):
    monkeypatch.setattr("graphsync._sync.transport.connector.find_spec", lambda _: None)
    monkeypatch.setattr("graphsync._sync.transport.connector.getproxies", lambda: {"all": proxy})
    monkeypatch.setattr("graphsync._sync.transport.connector.proxy_bypass", lambda _: False)
    graph = GraphClient("t", endpoint="https://graph.contoso.com/v1.0")
    with pytest.raises(Refused, match="environment") as failure:
        graph.request("GET", "/x")
    graph.close()
    assert "pa55word" not in str(failure.value)
