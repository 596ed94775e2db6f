"""Unpack gzip, xz and Zstandard, as far as a document can be large."""

import gzip
import io
import lzma
import zlib
from collections.abc import Iterator

import zstandard

from generator.errors import GeneratorError

MOST = 64 * 1024 * 1024
"""So many bytes a document may have, unpacked, unless more are allowed: Graph's own have up to
60 million.
"""

_CHUNK = 1 << 20
# What a packing may ask for to unpack it: the highest levels of both tools need less.
_MEMORY = 1 << 27
_XZ = b"\xfd7zXZ\0"
# One byte of Zstandard can stand for 32 KiB, and its reader gives out whatever a piece of input
# makes.
_ZSTD_CHUNK = 1 << 10


ALLOW = "ARGS='--max-size 200' allows 200 MB"


def unpack(data: bytes, place: str, most: int = MOST) -> bytes:
    """Return the document in the packing, or what was given if its first bytes are those of none.

    `GeneratorError` at `place` for a packing that is damaged or ends too early, and for more than
    `most` bytes.
    """
    if data.startswith(b"\x1f\x8b"):
        chunks = _gzip(data)
    elif data.startswith(_XZ):
        chunks = _xz(data)
    elif data.startswith(b"\x28\xb5\x2f\xfd"):
        chunks = _zstandard(data)
    else:
        chunks = iter((data,))
    unpacked = io.BytesIO()
    try:
        for chunk in chunks:
            if unpacked.tell() + len(chunk) > most:
                found = f"more than {most} bytes unpacked"
                raise GeneratorError(place, found, f"a Graph OpenAPI document; {ALLOW}")
            unpacked.write(chunk)
    except MemoryError:
        found = f"a packing that needs more than {_MEMORY} bytes of memory"
        raise GeneratorError(place, found, "compress it with a smaller window") from None
    except (OSError, EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError) as error:
        raise GeneratorError(place, f"damaged compression: {error}", "get the file again") from None
    return unpacked.getvalue()


def _gzip(data: bytes) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as reader:
        yield from iter(lambda: reader.read(_CHUNK), b"")


def _xz(data: bytes) -> Iterator[bytes]:
    rest = data
    while rest:
        stream = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MEMORY)
        given = rest
        while not stream.eof:
            made = stream.decompress(given, _CHUNK)
            given = b""
            if not made and stream.needs_input and not stream.eof:
                raise EOFError("the compressed data ends too early")
            yield made
        # Streams may follow one another, with zeros between them.
        rest = stream.unused_data.lstrip(b"\0")
        if rest and not rest.startswith(_XZ):
            raise lzma.LZMAError("more data follows the compressed data")


def _zstandard(data: bytes) -> Iterator[bytes]:
    rest = data
    while rest:
        frame = zstandard.ZstdDecompressor(max_window_size=_MEMORY).decompressobj()
        for start in range(0, len(rest), _ZSTD_CHUNK):
            yield frame.decompress(rest[start : start + _ZSTD_CHUNK])
            if frame.eof:
                rest = frame.unused_data + rest[start + _ZSTD_CHUNK :]
                break
        else:
            raise EOFError("the compressed data ends too early")
