"""A small answer that grows without bound ends in `UnreadableAnswer`, in little memory."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
import zlib

import httpx
import pytest

from graphsync import AsyncGraphClient, GraphClient, RetryPolicy
from graphsync.errors import UnreadableAnswer

MB = 1024 * 1024


@pytest.fixture(params=["sync", "async"])
def get(request):
    def sync_get(url, **options):
        with GraphClient("token", endpoint=url, retry=RetryPolicy(attempts=1), **options) as graph:
            return graph.request("GET", "/x")

    def async_get(url, **options):
        async def main():
            async with AsyncGraphClient(
                "token", endpoint=url, retry=RetryPolicy(attempts=1), **options
            ) as graph:
                return await graph.request("GET", "/x")

        return asyncio.run(main())

    return sync_get if request.param == "sync" else async_get


@pytest.fixture
def peak():
    """Return the peak of memory since the test began, in bytes; zlib's buffers are counted."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()


def zeros(size: int, *, layers: int = 1) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    packed = b"".join(packer.compress(bytes(MB)) for _ in range(size // MB)) + packer.flush()
    for _ in range(layers - 1):
        packed = gzip.compress(packed)
    return packed


@pytest.mark.parametrize(
    "coding",
    ["gzip, gzip", "gzip,gzip", "gzip, deflate", "br", "zstd", "identity, gzip", "compress"],
)
def test_a_coding_that_was_not_asked_for_is_not_decoded(raw, get, make_reply, peak, coding):
    bomb = zeros(200 * MB, layers=2)
    with pytest.raises(UnreadableAnswer, match="Content-Encoding") as failure:
        get(raw(make_reply(bomb, "200 OK", f"content-encoding: {coding}")).url)
    assert failure.value.status == 200
    assert peak() < 20 * MB


def test_two_headers_are_two_codings(raw, get, make_reply, peak):
    bomb = zeros(200 * MB, layers=2)
    answer = make_reply(bomb, "200 OK", "content-encoding: gzip", "content-encoding: gzip")
    with pytest.raises(UnreadableAnswer, match="Content-Encoding"):
        get(raw(answer).url)
    assert peak() < 20 * MB


def test_zstandard_is_not_decoded_where_its_library_is_installed(raw, get, make_reply, peak):
    zstandard = pytest.importorskip("zstandard")
    packer = zstandard.ZstdCompressor().compressobj()
    bomb = b"".join(packer.compress(bytes(MB)) for _ in range(200)) + packer.flush()
    with pytest.raises(UnreadableAnswer, match="Content-Encoding"):
        get(raw(make_reply(bomb, "200 OK", "content-encoding: zstd")).url)
    assert peak() < 20 * MB


@pytest.mark.parametrize("status", ["200 OK", "400 Bad Request"])
def test_one_coding_is_decoded_up_to_the_limit(raw, get, make_reply, peak, monkeypatch, status):
    for twin in ("_async", "_sync"):
        monkeypatch.setattr(f"graphsync.{twin}.transport.connection._MOST", 4 * MB)
    with pytest.raises(UnreadableAnswer, match="more than 4 MB"):
        get(raw(make_reply(zeros(200 * MB), status, "content-encoding: gzip")).url)
    assert peak() < 20 * MB


def test_one_large_part_of_an_own_transport_is_decoded_up_to_the_limit(get, peak, monkeypatch):
    for twin in ("_async", "_sync"):
        monkeypatch.setattr(f"graphsync.{twin}.transport.connection._MOST", 4 * MB)
    bomb = zeros(200 * MB)

    class Stream(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self):
            yield bomb

        async def __aiter__(self):
            yield bomb

    transport = httpx.MockTransport(
        lambda _: httpx.Response(200, headers={"content-encoding": "gzip"}, stream=Stream())
    )
    with pytest.raises(UnreadableAnswer, match="more than 4 MB"):
        get("https://graph.contoso.com/v1.0", transport=transport)
    assert peak() < 20 * MB


def test_what_inflates_to_nothing_is_bounded_too(raw, get, make_reply, monkeypatch):
    for twin in ("_async", "_sync"):
        monkeypatch.setattr(f"graphsync.{twin}.transport.connection._MOST", MB)
    nothing = b"\x00\x00\x00\xff\xff" * (MB // 2)  # stored blocks of length zero
    with pytest.raises(UnreadableAnswer, match="more than 1 MB"):
        get(raw(make_reply(nothing, "200 OK", "content-encoding: deflate")).url)


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("GZIP", gzip.compress),
        ("x-gzip", gzip.compress),
        ("gzip", lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:])),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
        ("identity", bytes),
        ("", bytes),
    ],
)
def test_what_was_asked_for_is_read(raw, get, make_reply, coding, pack):
    body = b'{"value": "' + b"abcdefghij" * 100_000 + b'"}'
    answer = make_reply(pack(body), "200 OK", f"content-encoding: {coding}")
    assert len(get(raw(answer).url)["value"]) == 1_000_000


@pytest.mark.parametrize(
    "spoil", [lambda packed: packed[:-12], lambda packed: packed + b"more", lambda _: b"plain"]
)
def test_a_body_that_is_not_what_its_coding_says(raw, get, make_reply, spoil):
    answer = make_reply(spoil(gzip.compress(b'{"a": 1}')), "200 OK", "content-encoding: gzip")
    with pytest.raises(UnreadableAnswer, match="compression"):
        get(raw(answer).url)


def test_a_hook_that_reads_the_body_leaves_it_to_the_client(raw, make_reply):
    server = raw(make_reply(gzip.compress(b'{"a": 1}'), "200 OK", "content-encoding: gzip"))
    seen = []

    def hook(response):
        seen.append(response.read())

    with GraphClient("token", endpoint=server.url, event_hooks={"response": [hook]}) as graph:
        assert graph.request("GET", "/x") == {"a": 1}
    assert seen == [b'{"a": 1}']
