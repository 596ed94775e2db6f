"""The body of an answer, out of its compression, with a bound on what that may become."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

ACCEPTED = "gzip, deflate"
_PIECE = 256 * 1024
_GZIP = zlib.MAX_WBITS | 16
_RAW = -zlib.MAX_WBITS
_FORMATS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": zlib.MAX_WBITS}


class BrokenEncoding(ValueError):
    """A body that cannot be decoded; the text says why."""


class Identity:
    """A body that is sent as it is."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what a part of the body decodes to."""
        yield data

    def finish(self) -> None:
        """Check that the body is complete."""


class Inflation(Identity):
    """A body in one of zlib's formats, decoded in pieces of 256 kB, whatever a part of it grows
    to.
    """

    def __init__(self, format: int) -> None:
        self._format = format
        self._inflater = zlib.decompressobj(format)
        self._is_empty = True

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what a part of the body decodes to; raises `BrokenEncoding`."""
        while data:
            if self._inflater.eof:  # gzip allows several members, one after the other
                if self._format != _GZIP:
                    raise BrokenEncoding(
                        "its compression is broken: there is more data after its end"
                    )
                self._inflater = zlib.decompressobj(self._format)
            try:
                piece = self._inflater.decompress(data, _PIECE)
            except zlib.error:
                if not self._is_empty or self._format != zlib.MAX_WBITS:
                    raise BrokenEncoding("its compression is broken") from None
                # Some servers send deflate without the header of zlib.
                self._format, self._inflater = _RAW, zlib.decompressobj(_RAW)
                continue
            self._is_empty = False
            data = self._inflater.unconsumed_tail or self._inflater.unused_data
            if piece:
                yield piece

    def finish(self) -> None:
        """Check that the body is complete; raises `BrokenEncoding`."""
        if not (self._is_empty or self._inflater.eof):
            raise BrokenEncoding("its compression is broken: the end is missing")


def decoding(coding: str) -> Identity:
    """Return what decodes a `Content-Encoding`.

    Raises `BrokenEncoding` for one that was not asked for.
    """
    name = coding.strip().lower()
    if name in {"", "identity"}:
        return Identity()
    if name not in _FORMATS:
        raise BrokenEncoding(
            f"its Content-Encoding is {coding.strip()[:100]!r}, and the request accepts one of"
            f" {ACCEPTED}"
        )
    return Inflation(_FORMATS[name])
