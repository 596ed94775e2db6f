"""Unpack gzip, xz and Zstandard, as far as a document can be large."""

import gzip
import io
import lzma
import zlib
from collections.abc import Iterator

import zstandard

from generator.errors import GeneratorError

MOST = 512 * 1024 * 1024
"""More bytes than this no document has."""

_CHUNK = 1 << 20
# One byte of Zstandard can stand for 32 KiB, and its reader gives out whatever a piece of input makes.
_ZSTD_CHUNK = 1 << 10


def unpack(data: bytes, place: str, most: int = MOST) -> bytes:
    """Give the document in the packing, or what was given if its first bytes are those of none.

    `GeneratorError` at `place` for a packing that is damaged or ends too early, and for more than `most` bytes.
    """
    if data.startswith(b"\x1f\x8b"):
        chunks = _gzip(data)
    elif data.startswith(b"\xfd7zXZ\0"):
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
                raise GeneratorError(place, found, "give a Graph OpenAPI document: those have up to 60 million")
            unpacked.write(chunk)
    except (OSError, EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError) as error:
        raise GeneratorError(place, f"damaged packing: {error}", "get the file again") from None
    return unpacked.getvalue()


def _gzip(data: bytes) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as reader:
        yield from iter(lambda: reader.read(_CHUNK), b"")


def _xz(data: bytes) -> Iterator[bytes]:
    with lzma.LZMAFile(io.BytesIO(data)) as reader:
        yield from iter(lambda: reader.read(_CHUNK), b"")


def _zstandard(data: bytes) -> Iterator[bytes]:
    rest = data
    while rest:
        frame = zstandard.ZstdDecompressor().decompressobj()
        for start in range(0, len(rest), _ZSTD_CHUNK):
            yield frame.decompress(rest[start : start + _ZSTD_CHUNK])
            if frame.eof:
                rest = frame.unused_data + rest[start + _ZSTD_CHUNK :]
                break
        else:
            raise EOFError("the packing ends too early")
