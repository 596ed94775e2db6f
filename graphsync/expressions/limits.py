"""How much an expression may take: time for all of it, and the size of what a function returns."""

from __future__ import annotations

import time
from collections.abc import Iterable

from graphsync.expressions.error import ExpressionError
from graphsync.expressions.value import Surroundings, Value

LONGEST_SECONDS = 1.0
LONGEST_TEXT = 1_000_000
# Characters of all values together: `[members]` of a large group is one value of an expression.
LONGEST_LIST = 10_000_000


def begin(around: Surroundings) -> None:
    """Let the time of an evaluation begin."""
    around.ends = time.monotonic() + LONGEST_SECONDS


def check_time(around: Surroundings) -> None:
    """Raise ExpressionError when the time of an evaluation is over."""
    if time.monotonic() > around.ends:
        raise ExpressionError(f"The expression took longer than {LONGEST_SECONDS} s")


def checked(value: Value, name: str) -> Value:
    """Return what a function gave; raise ExpressionError when it is too large to go on with."""
    if isinstance(value, str):
        check_length(len(value), name)
    elif value is not None and sum(map(len, value)) > LONGEST_LIST:
        raise ExpressionError(f"{name} gives more than {LONGEST_LIST} characters")
    return value


def check_length(length: int, name: str) -> None:
    """Raise ExpressionError for a text of that many characters, before it is built."""
    if length > LONGEST_TEXT:
        raise ExpressionError(
            f"{name} gives a text of {length} characters; at most {LONGEST_TEXT} are allowed"
        )


def replaced(source: str, old: str, new: str) -> str:
    """Replace every occurrence, as `str.replace` does, where the result is not too large."""
    check_length(len(source) + source.count(old) * (len(new) - len(old)), "Replace")
    return source.replace(old, new)


def joined(separator: str, parts: Iterable[str], name: str) -> str:
    """Join texts, where the result is not too large."""
    found = list(parts)
    check_length(sum(map(len, found)) + len(separator) * max(0, len(found) - 1), name)
    return separator.join(found)
