"""From an expression's tree and an object's attributes to a value."""

import re
from collections.abc import Callable

from graphsync.expressions.check import check
from graphsync.expressions.functions import BODIES
from graphsync.expressions.functions.choices import truth
from graphsync.expressions.parse import parse
from graphsync.expressions.tree import Attribute, Call, Comparison, Concatenation, Constant, Node
from graphsync.expressions.value import Surroundings, Value, boolean, is_empty, text, value_of

_NUMBER = re.compile(r"\s*[+-]?\d+(?:\.\d+)?\s*", re.ASCII)
_HOLDS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
}


def evaluate(expression: Node | str, surroundings: Surroundings) -> Value:
    """Evaluate an expression; raise ExpressionError when it cannot be read, or not with these attributes."""
    if isinstance(expression, str):
        expression = parse(expression)
        check(expression)
    return _evaluate(expression, surroundings)


def _evaluate(node: Node, around: Surroundings) -> Value:
    match node:
        case Attribute(name):
            return value_of(around.attributes.get(name))
        case Constant(value, quoted):
            return value if quoted else _bare(value)
        case Call("IIF", arguments):
            return _iif(arguments, around)
        case Call(name, arguments):
            values = [None if item is None else _evaluate(item, around) for item in arguments]
            return BODIES[name](around, values)
        case Comparison():
            return boolean(_compare(node, around))
        case Concatenation(left, right):
            return text(_evaluate(left, around)) + text(_evaluate(right, around))


def _bare(word: str) -> str:
    if word[0] == "&":
        return str(int(f"0x{word[2:]}", base=0))
    return word.capitalize() if word.lower() in {"true", "false"} else word


def _iif(arguments: tuple[Node | None, ...], around: Surroundings) -> Value:
    condition, *branches = arguments
    value = None if condition is None else _evaluate(condition, around)
    branch = branches[0] if truth(value) else branches[1]
    return None if branch is None else _evaluate(branch, around)


def _compare(node: Comparison, around: Surroundings) -> bool:
    left, right = _evaluate(node.left, around), _evaluate(node.right, around)
    # A condition fails, whatever its operator, when an attribute in it has no value.
    if (is_empty(left) and isinstance(node.left, Attribute)) or (is_empty(right) and isinstance(node.right, Attribute)):
        return False
    first, second = text(left), text(right)
    if _NUMBER.fullmatch(first) and _NUMBER.fullmatch(second):
        order = (float(first) > float(second)) - (float(first) < float(second))
    else:
        order = (first > second) - (first < second)
    return _HOLDS[node.operator](order)
