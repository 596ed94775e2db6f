"""Bodies out of their compression, in pieces of bounded size."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync._core.response.decoding import ACCEPTED, BrokenEncoding, Identity, decoding


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


CODINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    " GZip ": gzip.compress,
    "": bytes,
    "identity": bytes,
}


def decoded(coding: str, parts: list[bytes]) -> bytes:
    decoder = decoding(coding)
    found = b"".join(piece for part in parts for piece in decoder.feed(part))
    decoder.finish()
    return found


@given(st.sampled_from([*CODINGS]), st.binary(max_size=2000), st.integers(1, 100))
def test_what_was_encoded_comes_back_however_it_is_cut(coding, data, size):
    sent = CODINGS[coding](data)
    assert decoded(coding, [sent[at : at + size] for at in range(0, len(sent), size)]) == data


@given(st.binary(min_size=1, max_size=500))
def test_deflate_without_its_header_is_read_as_well(data):
    assert decoded("deflate", [raw_deflate(data)]) == data


def test_several_members_of_gzip_follow_one_another():
    assert decoded("gzip", [gzip.compress(b"one") + gzip.compress(b"two")]) == b"onetwo"


def test_no_piece_is_larger_than_256_kb():
    bomb = gzip.compress(bytes(20 << 20))
    assert len(bomb) < 30_000
    pieces = [len(piece) for piece in decoding("gzip").feed(bomb)]
    assert sum(pieces) == 20 << 20
    assert max(pieces) <= 256 * 1024


@pytest.mark.parametrize(
    "coding", ["br", "zstd", "gzip, gzip", "gzip, deflate", "compress", "x" * 1000]
)
def test_a_coding_that_was_not_asked_for_is_refused_by_its_name(coding):
    with pytest.raises(BrokenEncoding, match=f"accepts one of {ACCEPTED}") as failure:
        decoding(coding)
    assert repr(coding[:100]) in str(failure.value)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_body_that_ends_early_is_broken(coding):
    sent = CODINGS[coding](b"some text" * 100)
    with pytest.raises(BrokenEncoding, match="the end is missing"):
        decoded(coding, [sent[:-4]])
    assert decoded(coding, []) == b""


def test_other_bytes_are_broken():
    with pytest.raises(BrokenEncoding, match="compression is broken"):
        decoded("gzip", [b"this is text, whatever the header says"])
    with pytest.raises(BrokenEncoding, match="there is more data after its end"):
        decoded("deflate", [zlib.compress(b"x") + b"more"])


def test_an_uncompressed_body_is_passed_on():
    assert list(Identity().feed(b"x")) == [b"x"]
