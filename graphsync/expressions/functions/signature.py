"""What every function looks like from inside."""

from collections.abc import Callable
from typing import TypeAlias

from graphsync.expressions.value import Surroundings, Value

Body: TypeAlias = Callable[[Surroundings, list[Value]], Value]


def argument(values: list[Value], position: int) -> Value:
    """Return an argument, None when it was left out."""
    return values[position] if position < len(values) else None
