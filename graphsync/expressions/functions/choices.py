"""Functions that decide, and functions that say what is there.

`IIF` and `Switch` are part of the evaluator, since they skip branches.
"""

from graphsync.expressions.error import ExpressionError
from graphsync.expressions.functions.signature import Body
from graphsync.expressions.value import (
    SKIPPED,
    Redacted,
    Surroundings,
    Value,
    boolean,
    is_empty,
    text,
)

_TRUE = {"true", "1", "yes"}


def truth(value: Value) -> bool:
    """Return whether a value counts as true: the word, or any number but zero."""
    word = text(value).strip().lower()
    if word in _TRUE:
        return True
    try:
        return float(word) != 0
    except ValueError:
        return False


def _coalesce(_: Surroundings, values: list[Value]) -> Value:
    return next((value for value in values if value is not None), None)


def _not(_: Surroundings, values: list[Value]) -> Value:
    # Whatever is not True gives True, nothing at all too.
    return boolean(text(values[0]).strip().casefold() != "true")


def _c_bool(_: Surroundings, values: list[Value]) -> Value:
    return boolean(truth(values[0]))


def _is_null(_: Surroundings, values: list[Value]) -> Value:
    return boolean(values[0] is None)


def _is_empty(_: Surroundings, values: list[Value]) -> Value:
    return boolean(is_empty(values[0]))


def _is_present(_: Surroundings, values: list[Value]) -> Value:
    return boolean(not is_empty(values[0]))


def _is_string(_: Surroundings, values: list[Value]) -> Value:
    return boolean(isinstance(values[0], str))


def _ignore(_: Surroundings, values: list[Value]) -> Value:
    return SKIPPED if is_empty(values[0]) else values[0]


def _redact(_: Surroundings, values: list[Value]) -> Value:
    return None if values[0] is None else Redacted(text(values[0]))


def _error(_: Surroundings, values: list[Value]) -> Value:
    raise ExpressionError(text(values[0]))


def _unique(around: Surroundings, values: list[Value]) -> Value:
    if len(values) < 2:
        raise ExpressionError("SelectUniqueValue needs at least two rules")
    for value in values:
        candidate = text(value)
        if candidate and not around.taken(candidate):
            return candidate
    raise ExpressionError("SelectUniqueValue: every candidate is already taken in the target")


BODIES: dict[str, Body] = {
    "Coalesce": _coalesce,
    "Not": _not,
    "CBool": _c_bool,
    "IsNull": _is_null,
    "IsNothing": _is_null,
    "IsNullOrEmpty": _is_empty,
    "IsPresent": _is_present,
    "IsString": _is_string,
    "IgnoreFlowIfNullOrEmpty": _ignore,
    "Redact": _redact,
    "Error": _error,
    "SelectUniqueValue": _unique,
}
