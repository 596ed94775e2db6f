"""`Replace`, whose mode follows from which of its seven arguments are given."""

import re

from graphsync.expressions.error import ExpressionError
from graphsync.expressions.functions.signature import Body, argument
from graphsync.expressions.value import Surroundings, Value, is_empty, text

_NAMED_GROUP = re.compile(r"(?<!\\)\(\?<(?=[A-Za-z_])")
_REFERENCE = re.compile(r"\$\{(\w+)\}|\$(\d+)|\$\$")


def _replace(_: Surroundings, values: list[Value]) -> Value:
    source = values[0]
    old, pattern, group, replacement, other, template = (argument(values, place) for place in range(1, 7))
    if pattern is not None:
        compiled = _compile(text(pattern))
        if group is not None and replacement is None:
            return source if not is_empty(source) else _extract(compiled, text(group), other)
        if source is None:
            return None
        if group is not None:
            return _replace_group(compiled, text(source), text(group), text(replacement))
        return compiled.sub(lambda match: _expand(match, text(replacement)), text(source))
    if old is None:
        raise ExpressionError("Replace needs something to look for: oldValue or a regular expression")
    if template is not None:
        return text(template).replace(text(old), text(source))
    return None if source is None else text(source).replace(text(old), text(replacement))


def _compile(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(_NAMED_GROUP.sub("(?P<", pattern))
    except re.error as error:
        raise ExpressionError(f"'{pattern[:200]}' is no regular expression: {error}") from None


def _extract(pattern: re.Pattern[str], group: str, other: Value) -> Value:
    match = pattern.search(text(other))
    return match.groupdict().get(group) if match else None


def _replace_group(pattern: re.Pattern[str], source: str, group: str, replacement: str) -> str:
    if group not in pattern.groupindex:
        raise ExpressionError(f"The regular expression has no group '{group}'")
    result, last = "", 0
    for match in pattern.finditer(source):
        start, end = match.span(group)
        if start >= last:
            result += source[last:start] + replacement
            last = end
    return result + source[last:]


def _expand(match: re.Match[str], replacement: str) -> str:
    def value(reference: re.Match[str]) -> str:
        if reference[0] == "$$":
            return "$"
        name = reference[1] or reference[2]
        try:
            return match[int(name) if name.isdigit() else name] or ""
        except IndexError:
            return reference[0]

    return _REFERENCE.sub(value, replacement)


BODIES: dict[str, Body] = {"Replace": _replace}
