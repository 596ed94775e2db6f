"""Which encoding a file has: for certain, or guessed by its letters."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from attrs import frozen

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Some have the letters of others by chance, and no spreadsheet writes them.
_WRITTEN = (
    "windows-125",
    "iso-8859-",
    "cp932",
    "shift_jis",
    "cp949",
    "euc",
    "gb",
    "big5",
    "koi8-r",
    "koi8-u",
    "mac",
)
_BLOCK = 1 << 16
# Lines that are not ASCII, by which an encoding is guessed.
_SAMPLE = 1 << 18
# Most spreadsheets of the west are in the first. The detector knows languages, and a handful of
# names is not one: with few letters it found `Núñez` to be Polish as likely as Spanish.
_USUAL = ("windows-1252", "macroman")
_CLOSE = 0.6
# Readings with more that cannot be in a name than the best one are out.
_AS_ODD = 0.02


@frozen
class _Reading:
    """What a sample would be in one encoding, which the detector finds so likely."""

    encoding: str
    confidence: float
    oddness: float


def encoding_of(path: Path) -> str:
    """Return the encoding of a file: its byte order mark, UTF-8 where all of it is, else what
    its letters are like.

    Raises ValueError where that cannot be found out.
    """
    with path.open("rb") as file:
        beginning = file.read(4)
        for mark, name in _MARKS:
            if beginning.startswith(mark):
                return name
        if beginning[1:2] == b"\0" or beginning[:1] == b"\0":
            return "utf-16-be" if beginning[:1] == b"\0" else "utf-16-le"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        sample = bytearray()
        is_utf8 = True
        while block := file.readline(_BLOCK):
            if is_utf8:
                try:
                    decoder.decode(block)
                except UnicodeDecodeError:
                    is_utf8 = False
            if len(sample) < _SAMPLE and not block.isascii():
                sample += block
            if not is_utf8 and len(sample) >= _SAMPLE:
                break
    return "utf-8" if is_utf8 else _guess(path, bytes(sample))


def _guess(path: Path, sample: bytes) -> str:
    try:
        from chardet import detect_all
    except ImportError:
        raise ValueError(
            f"{path.name} is not UTF-8; pass encoding=, such as cp1252, or install the extra"
            " graphsync-client[inbound], which detects it"
        ) from None
    # Likeliest first.
    readings = [
        _Reading(encoding, float(found["confidence"]), _oddness(sample, encoding))
        for found in detect_all(sample)
        if (encoding := str(found["encoding"])).lower().startswith(_WRITTEN)
    ]
    if not readings:
        raise ValueError(
            f"the encoding of {path.name} cannot be detected; pass encoding=, such as cp1252"
        )
    least = min(one.oddness for one in readings)
    plausible = [one for one in readings if one.oddness <= least + _AS_ODD]
    likeliest = plausible[0]
    for usual in _USUAL:
        for one in plausible:
            if one.encoding.lower() == usual and one.confidence >= _CLOSE * likeliest.confidence:
                return one.encoding
    return likeliest.encoding


def _oddness(sample: bytes, encoding: str) -> float:
    """Return which share of the characters beyond ASCII cannot be in a name.

    Those are symbols, and letters of another script beside a Latin one.
    """
    try:
        text = sample.decode(encoding, errors="replace")
    except LookupError:  # one that Python does not have
        return 1.0
    others = odd = 0
    for at, character in enumerate(text):
        if character.isascii():
            continue
        others += 1
        if not character.isalpha():
            odd += 1
        elif not unicodedata.name(character, "").startswith("LATIN"):
            beside = text[at - 1 : at] + text[at + 1 : at + 2]
            odd += any(one.isascii() and one.isalpha() for one in beside)
    return odd / others if others else 0.0
