"""Numbers of JSON that a float would cut: they behave as floats, and go back as they came."""

from __future__ import annotations

import json
import re
from os import urandom
from typing import Self, cast

from graphsync._core.secrecy.hidden import Hidden
from graphsync_client.types import Json

_PLAIN_TEXT = 16
"""So many characters, sign and point included, hold digits that a float always keeps."""


class ExactNumber(float):
    """A float that knows the text it was read from."""

    __slots__ = ("text",)
    text: str
    exist = False
    """Whether this program has met one: else bodies need not be searched for them."""

    def __new__(cls, text: str) -> Self:
        """Read the number; the float is the nearest one."""
        made = super().__new__(cls, text)
        made.text = text
        ExactNumber.exist = True
        return made

    def __repr__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.text,)


def read_float(text: str) -> float:
    """Read a number with a point or an exponent; what a float cannot hold keeps its text."""
    value = float(text)
    if len(text) <= _PLAIN_TEXT and "e" not in text and "E" not in text:
        return value
    from decimal import Decimal  # few documents have numbers of this length

    try:
        is_exact = Decimal(text) == Decimal(repr(value))
    except ArithmeticError:  # an exponent of twenty digits, which Decimal does not have
        is_exact = False
    return value if is_exact else ExactNumber(text)


def read_integer(text: str) -> float:
    """Read a whole number; Python's integers have no negative zero."""
    return -0.0 if text == "-0" else int(text)


def write_json(body: Hidden[Json], *, ensure_ascii: bool) -> str:
    """Write JSON without blanks.

    Raises ValueError, TypeError or RecursionError for what has none.
    """
    if not ExactNumber.exist:
        return _dumps(body.reveal(), ensure_ascii=ensure_ascii)
    # The encoder writes every kind of float as the float alone, so texts stand in their places.
    mark = urandom(16).hex()
    text = _dumps(_marked(body.reveal(), mark), ensure_ascii=ensure_ascii)
    return re.sub(f'"{mark}([^"]*)"', r"\1", text)


def _dumps(body: Json, *, ensure_ascii: bool) -> str:
    return json.dumps(body, ensure_ascii=ensure_ascii, allow_nan=False, separators=(",", ":"))


def _marked(value: Json, mark: str) -> Json:
    if isinstance(value, ExactNumber):
        return mark + value.text
    if isinstance(value, dict):
        return {key: _marked(item, mark) for key, item in cast("dict[str, Json]", value).items()}
    if isinstance(value, (list, tuple)):
        return [_marked(item, mark) for item in cast("list[Json]", value)]
    return value
