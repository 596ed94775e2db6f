"""From an expression's tree and an object's attributes to a value."""

import re
from collections.abc import Callable

from graphsync.expressions.check import check
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.functions import BODIES
from graphsync.expressions.functions.choices import truth
from graphsync.expressions.limits import begin, check_time, checked, joined
from graphsync.expressions.parse import parse
from graphsync.expressions.tree import (
    Attribute,
    Call,
    Comparison,
    Concatenation,
    Constant,
    Node,
    attributes_of,
)
from graphsync.expressions.value import (
    OBJECT_SKIPPED,
    SKIPPED,
    Surroundings,
    Value,
    boolean,
    is_empty,
    text,
    value_of,
)

_NUMBER = re.compile(r"\s*[+-]?\d+(?:\.\d+)?\s*", re.ASCII)
_BARE: dict[str, Value] = {"IgnoreAttributeFlow": SKIPPED, "IgnoreObjectFlow": OBJECT_SKIPPED}
_HOLDS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
}


def evaluate(expression: Node | str, surroundings: Surroundings) -> Value:
    """Evaluate an expression and return its value.

    Raises ExpressionError, with the place, when it cannot be read, or not with these attributes,
    when it takes longer than a second, or gives a text of more than a million characters.

    Args:
        expression: its text, or its tree from `parse`, which saves reading it again.
        surroundings: the source attributes and what else the functions see.

    """
    if isinstance(expression, str):
        expression = parse(expression)
        check(expression)
    begin(surroundings)
    return _evaluate(expression, surroundings)


def _evaluate(node: Node, around: Surroundings) -> Value:
    match node:
        case Attribute(name):
            return value_of(around.attributes.get(name))
        case Constant(value, quoted):
            return value if quoted else _bare(value)
        case Call(name, arguments):
            special = _SPECIAL.get(name)
            try:
                if special is not None:
                    return special(arguments, around)
                values = [None if item is None else _evaluate(item, around) for item in arguments]
                check_time(around)
                return checked(BODIES[name](around, values), name)
            except ExpressionError as error:
                if error.position is not None or node.at is None:
                    raise
                raise ExpressionError(str(error), node.at) from None
        case Comparison():
            return boolean(_compare(node, around))
        case Concatenation(parts):
            return joined("", (text(_evaluate(part, around)) for part in parts), "&")


def _bare(word: str) -> Value:
    if word[0] == "&":
        return str(int(f"0x{word[2:]}", base=0))
    lower = word.lower()
    if word in _BARE:
        return _BARE[word]
    if lower == "null":
        return None
    return word.capitalize() if lower in {"true", "false"} else word


def _optional(node: Node | None, around: Surroundings) -> Value:
    return None if node is None else _evaluate(node, around)


def _iif(arguments: tuple[Node | None, ...], around: Surroundings) -> Value:
    condition, when_true, when_false = arguments
    # For applications a condition fails when an attribute in it has no value, whatever it says of
    # that attribute; the reference calls IsNullOrEmpty in a condition unsupported for this reason.
    fails = around.reading == "application" and any(
        is_empty(value_of(around.attributes.get(name))) for name in attributes_of(condition)
    )
    holds = not fails and truth(_optional(condition, around))
    return _optional(when_true if holds else when_false, around)


def _switch(arguments: tuple[Node | None, ...], around: Surroundings) -> Value:
    if len(arguments) % 2:
        raise ExpressionError(
            f"Switch needs a source, a default and pairs of key and value, not {len(arguments)}"
            " arguments"
        )
    source = text(_optional(arguments[0], around))
    for key, value in zip(arguments[2::2], arguments[3::2], strict=True):
        if text(_optional(key, around)) == source:
            return _optional(value, around)
    return _optional(arguments[1], around)


# Functions that evaluate only the branch that they return.
_SPECIAL: dict[str, Callable[[tuple[Node | None, ...], Surroundings], Value]] = {
    "IIF": _iif,
    "Switch": _switch,
}


def _compare(node: Comparison, around: Surroundings) -> bool:
    left, right = _evaluate(node.left, around), _evaluate(node.right, around)
    # A comparison fails, whatever its operator, when an attribute in it has no value.
    if around.reading == "application" and (
        (is_empty(left) and isinstance(node.left, Attribute))
        or (is_empty(right) and isinstance(node.right, Attribute))
    ):
        return False
    first, second = text(left), text(right)
    if _NUMBER.fullmatch(first) and _NUMBER.fullmatch(second):
        order = (float(first) > float(second)) - (float(first) < float(second))
    else:
        order = (first > second) - (first < second)
    return _HOLDS[node.operator](order)
