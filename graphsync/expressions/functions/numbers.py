"""Functions on numbers."""

from graphsync.expressions.functions.signature import Body, argument
from graphsync.expressions.value import Surroundings, Value, integer


def _bit_and(_: Surroundings, values: list[Value]) -> Value:
    return str(integer(values[0], "BitAnd") & integer(argument(values, 1), "BitAnd"))


BODIES: dict[str, Body] = {"BitAnd": _bit_and}
