"""JSON as Python values."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial

from graphsync._core.json_numbers import read_float, read_integer
from graphsync_client.types import Json

_ENOUGH = 3 << 20
"""Importing msgspec takes as long as it saves in so many bytes; most programs read less."""
# The literal comes first and there is no alternative, so that the search is a fast one: a hundredth
# of the time. What matches within a text is only parsed with more care.
_NEGATIVE_ZERO = re.compile(rb"-0(?<=[\[:,\s]-0)(?![\d.eE])")


def parse_json(content: bytes) -> Json:
    """Parse JSON; raises ValueError, or RecursionError where it is nested too deeply.

    Numbers keep their value: `-0` is a negative zero, and what a float would cut is an
    `ExactNumber`. Documents without such numbers are only searched for `-0`.

    Once a program has parsed some megabytes, msgspec does it in half the time; it keeps integers
    beyond 64 bits, of which orjson makes floats. What it refuses and the standard library
    understands (NaN, a lone surrogate, a byte order mark) is parsed all the same, and errors are
    those of the standard library.
    """
    if _NEGATIVE_ZERO.search(content) or content.startswith(b"-0"):
        return _standard(content, parse_int=read_integer)
    try:
        return _loads(content)
    except (ValueError, RecursionError):  # msgspec's own errors are ValueErrors from 0.21 on
        return _standard(content)


_standard: Callable[..., Json] = partial(json.loads, parse_float=read_float)
_parsed = 0


def _at_first(content: bytes) -> Json:
    global _loads, _parsed
    _parsed += len(content)
    if _parsed > _ENOUGH:
        _loads = _faster()
    return _standard(content)


def _faster() -> Callable[[bytes], Json]:
    try:
        from msgspec.json import Decoder
    except ImportError:  # there is none for PyPy
        return _standard
    return Decoder(float_hook=read_float).decode


_loads: Callable[[bytes], Json] = _at_first
