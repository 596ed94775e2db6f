"""`Replace`, whose mode follows from which of its seven arguments are given."""

from graphsync.expressions.dotnet_regex import Pattern, compiled
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.functions.signature import Body, argument
from graphsync.expressions.limits import replaced
from graphsync.expressions.value import Surroundings, Value, is_empty, text


def _replace(around: Surroundings, values: list[Value]) -> Value:
    source = values[0]
    old, pattern, group, replacement, other, template = (
        argument(values, place) for place in range(1, 7)
    )
    if pattern is not None:
        compiled_pattern = compiled(text(pattern))
        if group is not None and replacement is None:
            return _from_another(around, compiled_pattern, text(group), source, other)
        if source is None:
            return None
        if group is not None:
            return compiled_pattern.replace_group(text(source), text(group), text(replacement))
        return compiled_pattern.replace(text(source), text(replacement))
    if old is None:
        raise ExpressionError("Replace needs something to look for: oldValue or a regexPattern")
    if not text(old):
        raise ExpressionError("Replace cannot look for an empty text")
    if template is not None:
        return replaced(text(template), text(old), text(source))
    return None if source is None else replaced(text(source), text(old), text(replacement))


def _from_another(
    around: Surroundings, pattern: Pattern, group: str, source: Value, other: Value
) -> Value:
    """Use another attribute's value, in the way of the reference that is followed."""
    if around.reading == "application":
        return source if not is_empty(source) else pattern.group_in(text(other), group)
    return source if is_empty(source) else pattern.replace_group(text(source), group, text(other))


BODIES: dict[str, Body] = {"Replace": _replace}
