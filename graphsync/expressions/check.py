"""Whether an expression's functions exist and get as many arguments as they need."""

from graphsync.expressions.catalogue import FUNCTIONS, Function
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.tree import Call, Comparison, Concatenation, Constant, Node

_WORDS = {"true", "false", "null", "vbbinarycompare", "vbtextcompare"}
# Left empty where the documentation's own examples leave them empty.
_MAY_BE_EMPTY = {"Switch", "Replace", "FormatDateTime", "IIF", "Coalesce", "Join"}
_PER_FUNCTION_MINIMUM = {"FormatDateTime": 3, "Switch": 2, "SelectUniqueValue": 2}


def check(tree: Node) -> None:
    """Raise ExpressionError for the first thing that no expression may hold."""
    _check(tree, at_top=True)


def _check(node: Node, *, at_top: bool) -> None:
    match node:
        case Constant(value, False) if value[0].isalpha() and value.lower() not in _WORDS:
            raise ExpressionError(f"'{value}' is neither a function nor a known constant; texts need quotes")
        case Comparison(left, _, right):
            if at_top:
                raise ExpressionError("A comparison stands only inside a function such as IIF or CBool")
            _check(left, at_top=False)
            _check(right, at_top=False)
        case Concatenation(left, right):
            _check(left, at_top=False)
            _check(right, at_top=False)
        case Call(name, arguments):
            _check_call(name, arguments, at_top=at_top)
            for item in arguments:
                if item is not None:
                    _check(item, at_top=False)
        case _:
            pass


def _check_call(name: str, arguments: tuple[Node | None, ...], *, at_top: bool) -> None:
    function = FUNCTIONS.get(name)
    if function is None:
        similar = next((known for known in FUNCTIONS if known.lower() == name.lower()), None)
        hint = f"; names are case-sensitive, there is {similar}" if similar else ""
        raise ExpressionError(f"There is no function '{name}'{hint}")
    if name == "SelectUniqueValue" and not at_top:
        raise ExpressionError("SelectUniqueValue must be the outermost function")
    least, most = _bounds(function)
    if len(arguments) < least or (most is not None and len(arguments) > most):
        wanted = f"{least}" if most == least else f"{least} or more" if most is None else f"{least} to {most}"
        raise ExpressionError(f"{name} takes {wanted} arguments, not {len(arguments)}")
    if name not in _MAY_BE_EMPTY:
        for position, item in enumerate(arguments):
            parameter = function.parameter(position)
            if item is None and parameter and parameter.required:
                raise ExpressionError(f"{name} needs a value for '{parameter.name}'")


def _bounds(function: Function) -> tuple[int, int | None]:
    required = [item for item in function.parameters if item.required]
    repeats = any(item.repeats for item in function.parameters)
    least = _PER_FUNCTION_MINIMUM.get(function.name, len(required))
    return least, None if repeats else len(function.parameters)
