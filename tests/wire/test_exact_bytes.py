"""What stands in an operation's address is what goes on the wire, byte for byte."""

from __future__ import annotations

import asyncio
import json

import pytest

from graphsync import AsyncGraphClient, GraphClient
from graphsync_client.types import Operation, query

IDS = [
    "a/b",
    "a%2Fb",
    "..%2F..",
    "a b",
    "a?b#c",
    "ü€𝄞",
    "a+b&c=d",
    "'quote'",
    "a;b,c",
    "~-._",
    "%",
    "\x7f",
    "a\\b",
    "[x]",
    "...",
]


@pytest.fixture(params=["sync", "async"])
def send(request):
    def sync_send(url, operation):
        with GraphClient("token", endpoint=url) as graph:
            return graph.send(operation)

    def async_send(url, operation):
        async def main():
            async with AsyncGraphClient("token", endpoint=url) as graph:
                return await graph.send(operation)

        return asyncio.run(main())

    return sync_send if request.param == "sync" else async_send


@pytest.mark.parametrize("id", IDS)
def test_ids_arrive_encoded_once(raw, id):
    from urllib.parse import unquote

    server = raw()
    with GraphClient("token", endpoint=server.url) as graph:
        job = graph.service_principals["p"].synchronization.jobs[id]
        job.get()
    (target,) = server.targets
    assert target == f"/v1.0{job.resource_path}"
    assert unquote(target.rsplit("/", 1)[1]) == id


@pytest.mark.parametrize("id", IDS)
def test_query_values_arrive_whole(raw, send, id):
    from urllib.parse import parse_qs, urlsplit

    server = raw()
    operation = Operation(
        name="x",
        method="GET",
        path="/x",
        query=query(("$filter", f"name eq {id!r}{id}"), ("$top", 5)),
    )
    send(server.url, operation)
    assert server.targets == [f"/v1.0{operation.url}"]
    assert parse_qs(urlsplit(server.targets[0]).query)["$filter"] == [f"name eq {id!r}{id}"]


@pytest.mark.parametrize(
    "link", ["/v1.0/x?$skiptoken=%2f%41+%20'!()*", "/beta/(y)?a=%c3%bc&b", "/v1.0/x%2e%2e%2fy"]
)
def test_next_links_are_followed_as_they_are(raw, make_reply, link):
    pages = []
    server = raw(lambda _request, _connection: pages.pop(0))
    base = server.url.removesuffix("/v1.0")
    pages += [
        make_reply(json.dumps({"value": [], "@odata.nextLink": base + link}).encode()),
        make_reply(b'{"value":[{"id":"1"}]}'),
    ]
    with GraphClient("token", endpoint=server.url) as graph:
        assert len(graph.service_principals["p"].synchronization.jobs.list()) == 1
    assert server.targets[1] == link


def test_a_request_has_what_graph_wants_and_no_more(raw):
    server = raw()
    with GraphClient("token", endpoint=server.url) as graph:
        graph.request("POST", "/x", json={"a": 1})
        graph.request("POST", "/x")
    first, second = (request.decode().lower() for request in server.requests)
    for line in (
        "authorization: bearer token",
        "content-type: application/json",
        "accept: application/json",
        "user-agent: graphsync/",
    ):
        assert line in first
    assert first.endswith('\r\n\r\n{"a":1}')
    assert "content-length: 0" in second
    assert "content-type" not in second
    assert "cookie" not in first


def test_cookies_are_not_kept(raw, make_reply):
    server = raw(make_reply(b"{}", "200 OK", "set-cookie: a=b"))
    with GraphClient("token", endpoint=server.url) as graph:
        graph.request("GET", "/x")
        graph.request("GET", "/x")
    assert b"cookie: a=b" not in server.requests[1].lower()


def test_redirects_leave_the_token_where_it_is(raw, make_reply):
    other = raw()
    server = raw(make_reply(b"", "302 Found", f"location: {other.url}/x"))
    with GraphClient("token", endpoint=server.url) as graph, pytest.raises(Exception, match="302"):
        graph.request("GET", "/x")
    assert other.connections == 0


def test_proxies_of_the_environment_do_not_see_what_goes_to_loopback(raw, monkeypatch):
    proxy, server = raw(), raw()
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    with GraphClient("token", endpoint=server.url) as graph:
        graph.request("GET", "/x")
    assert len(server.requests) == 1
    assert proxy.connections == 0
