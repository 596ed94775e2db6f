"""Make sure that bytes are the text they seem to be."""

import codecs
import re

_ASCII = bytes(range(0x20, 0x7F)) + b"\n"
# Beyond ASCII, YAML takes U+0085, U+2028 and U+2029 for ends of lines, and refuses what is not a
# character.
_STRANGE = re.compile("[^\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_CHUNK = 1 << 16


class NotPlainError(Exception):
    """The document is written in a way that only a parser reads right.

    Nothing is said about whether it is right.
    """


def plain_text(data: bytes) -> bytes:
    """Return the document without byte order mark and with line feeds at the end of lines.

    `NotPlainError` unless it is UTF-8 without tabs, control characters and unusual line ends.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    odd = data.translate(None, _ASCII)
    if b"\r" in odd:
        data = data.replace(b"\r\n", b"\n")
        odd = data.translate(None, _ASCII)
    if odd and (odd.isascii() or not _is_text(data, odd)):
        raise NotPlainError
    return data


def _is_text(data: bytes, odd: bytes) -> bool:
    try:
        decoder = codecs.getincrementaldecoder("utf-8")()
        for start in range(0, len(data), _CHUNK):
            chunk = data[start : start + _CHUNK]
            # An undecoded rest of the chunk before makes even an ASCII chunk matter.
            if not chunk.isascii() or decoder.getstate()[0]:
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return not _STRANGE.search(odd.decode())
