"""JSON as Python values."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import cast

from graphsync_client.types import Json

_Loads = Callable[[bytes], Json]
# Digits in a row of which not every number fits into 64 bits; the two calls that look for them take next to no time.
_LONG = b"0" * 19
_DIGITS = bytes(ord("0") if chr(byte).isdecimal() and byte < 128 else ord(" ") for byte in range(256))
_standard = cast("_Loads", json.loads)


def parse_json(content: bytes) -> Json:
    """Parse JSON; raises ValueError, or RecursionError where it is nested too deeply.

    orjson takes half as long. What it refuses and the standard library understands (NaN, a lone surrogate, a byte order
    mark) is parsed all the same, and errors are those of the standard library. So are integers that need more than 64
    bits, of which orjson makes floats that say something else.
    """
    if _LONG in content.translate(_DIGITS):
        return _standard(content)
    try:
        return _loads(content)
    except ValueError:
        return _standard(content)


def _first(content: bytes) -> Json:
    # Importing orjson takes longer than it saves in a program that asks once.
    global _loads
    _loads = _second
    return _standard(content)


def _second(content: bytes) -> Json:
    global _loads
    try:
        from orjson import loads
    except ImportError:  # there is none for PyPy
        _loads = _standard
    else:
        _loads = loads
    return _loads(content)


_loads: _Loads = _first
