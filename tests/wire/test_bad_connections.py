"""Answers that are cut, slow, broken or missing end in a named error, in time."""

from __future__ import annotations

import asyncio
import socket
import time

import pytest

from graphsync import AsyncGraphClient, GraphClient, RetryPolicy, Timeouts
from graphsync.errors import (
    ConnectionFailed,
    GraphError,
    TimedOut,
    UnreadableAnswer,
    UntrustedCertificate,
)

ONCE = RetryPolicy(attempts=1)


@pytest.fixture(params=["sync", "async"])
def get(request):
    def sync_get(url, **options):
        with GraphClient("token", endpoint=url, **{"retry": ONCE, **options}) as graph:
            return graph.request("GET", "/x")

    def async_get(url, **options):
        async def main():
            async with AsyncGraphClient(
                "token", endpoint=url, **{"retry": ONCE, **options}
            ) as graph:
                return await graph.request("GET", "/x")

        return asyncio.run(main())

    return sync_get if request.param == "sync" else async_get


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def test_nobody_listens(get):
    with pytest.raises(ConnectionFailed) as failure:
        get(f"http://127.0.0.1:{free_port()}/v1.0")
    assert not failure.value.sent
    assert "GET" in str(failure.value)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{",
        b"",
        b"SSH-2.0-x\r\n\r\n",
        b"HTTP/1.1 2",
        b"HTTP/1.1 200 OK\r\nbad header\r\n\r\n",
    ],
)
def test_an_answer_that_is_cut_or_no_http(raw, get, answer):
    def hang_up(_request, connection):
        connection.sendall(answer)
        connection.shutdown(socket.SHUT_RDWR)

    with pytest.raises(ConnectionFailed) as failure:
        get(raw(hang_up).url)
    assert failure.value.sent


def test_a_compression_that_is_broken(raw, get, make_reply):
    with pytest.raises(UnreadableAnswer, match="compression"):
        get(raw(make_reply(b"not gzip", "200 OK", "content-encoding: gzip")).url)


def test_a_body_in_thousands_of_crumbs_arrives_whole(raw, get):
    text = '"' + "".join(f"{number:05}" for number in range(1_234)) + '"'
    crumbs = [text[at : at + 2].encode() for at in range(0, len(text), 2)]
    body = b"".join(b"%x\r\n%s\r\n" % (len(crumb), crumb) for crumb in [*crumbs, b""])
    head = (
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    )
    assert f'"{get(raw(head + body).url)}"' == text


def test_an_answer_that_drips_is_cut_off_by_the_budget(raw, get, make_drip):
    with pytest.raises(TimedOut):
        get(raw(make_drip(0.05)).url, timeout=Timeouts(read=5, total=0.3))


def test_an_answer_that_never_comes(raw, get):
    server = raw(lambda _request, _connection: time.sleep(1.5))
    with pytest.raises(TimedOut, match=r"read|within"):
        get(server.url, timeout=0.2)
    assert len(server.requests) == 1


def test_repeating_ends_with_the_budget(raw, get, make_reply):
    server = raw(make_reply(b"", "503 Busy"))
    with pytest.raises(GraphError):
        get(
            server.url,
            retry=RetryPolicy(attempts=10_000, wait_initial=0.01, wait_max=0.01),
            timeout=0.5,
        )
    assert len(server.requests) > 2


def test_a_kept_connection_that_went_away_is_replaced(raw, make_reply):
    def answer_and_close(_request, connection):
        connection.sendall(make_reply())
        connection.shutdown(socket.SHUT_RDWR)

    server = raw(answer_and_close)
    with GraphClient("token", endpoint=server.url) as graph:
        for _ in range(3):
            assert graph.request("GET", "/x") == {}
    assert len(server.requests) == 3


def test_certificates_that_are_not_trusted_are_refused(local_graph, get):
    # A pause would be longer than the test may take.
    with pytest.raises(UntrustedCertificate, match=r"(?i)certificate.*verify=") as untrusted:
        get(
            local_graph.authority + "/v1.0",
            retry=RetryPolicy(wait_initial=3600, wait_max=3600, jitter=0),
            timeout=None,
        )
    assert not untrusted.value.sent
    with pytest.raises(GraphError) as failure:
        get(local_graph.authority + "/v1.0", verify=local_graph.ca_file)
    assert not isinstance(failure.value, ConnectionFailed)


def test_an_answer_without_end_is_cut_off(raw, get, make_reply, monkeypatch):
    for twin in ("_async", "_sync"):
        monkeypatch.setattr(f"graphsync.{twin}.transport.connection._MOST", 2 * 1024 * 1024)
    with pytest.raises(UnreadableAnswer, match="more than 2 MB"):
        get(raw(make_reply(b'"' + b"x" * 3 * 1024 * 1024 + b'"')).url)


@pytest.mark.parametrize("names", [("HTTPS_PROXY", "https_proxy"), ("ALL_PROXY", "all_proxy")])
def test_a_proxy_of_the_environment_sees_no_token(raw, get, make_reply, monkeypatch, names):
    proxy = raw(make_reply(b"", "502 No"))
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name in names:
        monkeypatch.setenv(name, f"127.0.0.1:{proxy.port}")
    with pytest.raises(ConnectionFailed):
        get("https://graph.contoso.com/v1.0")
    assert proxy.requests[0].startswith(b"CONNECT graph.contoso.com:443 HTTP/1.1")
    assert b"token" not in proxy.requests[0]


def test_a_proxy_given_is_used(raw, get, make_reply):
    proxy = raw(make_reply(b"", "502 No"))
    with pytest.raises(ConnectionFailed):
        get("https://graph.contoso.com/v1.0", proxy=f"http://127.0.0.1:{proxy.port}")
    assert proxy.requests[0].startswith(b"CONNECT graph.contoso.com:443 HTTP/1.1")
    assert b"authorization" not in proxy.requests[0].lower()


def test_a_credential_that_takes_all_the_time_ends_the_call_before_it_is_sent(raw):
    server = raw()
    with (
        GraphClient(lambda: time.sleep(0.3) or "token", endpoint=server.url, timeout=0.1) as graph,
        pytest.raises(TimedOut) as failure,
    ):
        graph.request("GET", "/x")
    assert not failure.value.sent
    assert server.requests == []
