"""Whether an expression's functions exist and get as many arguments as they need."""

from difflib import get_close_matches

from graphsync.expressions.catalogue import FUNCTIONS, Function
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.tree import Call, Comparison, Concatenation, Constant, Node

WORDS = {
    "true",
    "false",
    "null",
    "vbbinarycompare",
    "vbtextcompare",
    "unicode",
    "ascii",
    "utf8",
    "ignoreattributeflow",
    "ignoreobjectflow",
}
# Left empty where the documentation's own examples leave them empty.
_MAY_BE_EMPTY = {"Switch", "Replace", "FormatDateTime", "IIF", "Coalesce", "Join"}
_FEWEST = {"FormatDateTime": 3, "Switch": 2, "SelectUniqueValue": 2, "Mid": 2}


def check(tree: Node) -> None:
    """Raise ExpressionError, with the place, for the first thing that no expression may hold."""
    _check(tree, at_top=True)


def _check(node: Node, *, at_top: bool) -> None:
    match node:
        case Constant(value, False, at) if value[0].isalpha() and value.lower() not in WORDS:
            raise ExpressionError(
                f"'{value}' is neither a function nor a known constant; texts need quotes", at
            )
        case Comparison(left, _, right):
            if at_top:
                raise ExpressionError(
                    "A comparison stands only inside a function such as IIF or CBool"
                )
            _check(left, at_top=False)
            _check(right, at_top=False)
        case Concatenation(parts):
            for part in parts:
                _check(part, at_top=False)
        case Call():
            _check_call(node, at_top=at_top)
            for item in node.arguments:
                if item is not None:
                    _check(item, at_top=False)
        case _:
            pass


def _check_call(call: Call, *, at_top: bool) -> None:
    name, arguments = call.name, call.arguments
    function = FUNCTIONS.get(name)
    if function is None:
        raise ExpressionError(f"There is no function '{name}'{_hint(name)}", call.at)
    if name == "SelectUniqueValue" and not at_top:
        raise ExpressionError("SelectUniqueValue must be the outermost function", call.at)
    least, most = _bounds(function)
    if len(arguments) < least or (most is not None and len(arguments) > most):
        upper = f"{least} or more" if most is None else f"{least} to {most}"
        wanted = f"{least}" if most == least else upper
        raise ExpressionError(f"{name} takes {wanted} arguments, not {len(arguments)}", call.at)
    if name == "Switch" and len(arguments) % 2:
        raise ExpressionError(
            f"Switch takes pairs of a key and a value after its default; the key of argument"
            f" {len(arguments)} has no value",
            call.at,
        )
    if name not in _MAY_BE_EMPTY:
        for position, item in enumerate(arguments):
            parameter = function.parameter(position)
            if item is None and parameter and parameter.required:
                raise ExpressionError(f"{name} needs a value for '{parameter.name}'", call.at)


def _hint(name: str) -> str:
    same = next((known for known in FUNCTIONS if known.lower() == name.lower()), None)
    if same:
        return f"; names are case-sensitive, there is {same}"
    near = get_close_matches(name, FUNCTIONS, 1)
    return f"; do you mean {near[0]}?" if near else ""


def _bounds(function: Function) -> tuple[int, int | None]:
    required = [item for item in function.parameters if item.required]
    repeats = any(item.repeats for item in function.parameters)
    least = _FEWEST.get(function.name, len(required))
    return least, None if repeats else len(function.parameters)
