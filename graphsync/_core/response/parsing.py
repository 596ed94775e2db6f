"""JSON as Python values."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import cast

from graphsync_client.types import Json

_Loads = Callable[[bytes], Json]
_standard = cast("_Loads", json.loads)


def parse_json(content: bytes) -> Json:
    """Parse JSON; raises ValueError, or RecursionError where it is nested too deeply.

    msgspec takes half as long, and keeps integers beyond 64 bits, of which orjson makes floats. What it refuses and the
    standard library understands (NaN, a lone surrogate, a byte order mark) is parsed all the same, and errors are those
    of the standard library.
    """
    try:
        return _loads(content)
    except (ValueError, RecursionError):  # msgspec's own errors are ValueErrors from 0.21 on
        return _standard(content)


def _first(content: bytes) -> Json:
    # Importing msgspec takes longer than it saves in a program that asks once.
    global _loads
    _loads = _second
    return _standard(content)


def _second(content: bytes) -> Json:
    global _loads
    try:
        from msgspec.json import decode
    except ImportError:  # there is none for PyPy
        _loads = _standard
    else:
        _loads = cast("_Loads", decode)
    return _loads(content)


_loads: _Loads = _first
