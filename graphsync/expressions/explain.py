"""An expression laid out to be read, and an error shown at its place."""

from graphsync.expressions.error import ExpressionError
from graphsync.expressions.parse import parse
from graphsync.expressions.tree import Call, Node


def formatted(expression: Node | str, width: int = 100) -> str:
    """Return an expression in its usual spelling, with an argument a line where it is too long.

    Raises ExpressionError when it cannot be parsed. Parsing the result gives the same tree.

    Args:
        expression: its text, or its tree.
        width: the longest line; a call that fits stays on one.

    """
    tree = parse(expression) if isinstance(expression, str) else expression
    return _lay(tree, width, 0)


def _lay(node: Node | None, width: int, indent: int) -> str:
    line = "" if node is None else str(node)
    if not isinstance(node, Call) or not node.arguments or indent + len(line) <= width:
        return line
    inside = " " * (indent + 2)
    lines = [inside + _lay(item, width, indent + 2) for item in node.arguments]
    return f"{node.name}(\n" + ",\n".join(lines) + "\n" + " " * indent + ")"


def explain(expression: str, error: ExpressionError) -> str:
    """Return an error with the line of the expression that it is about, and a mark below its place.

    Long lines are cut around the place. Without a place it is the error's message alone.
    """
    if error.position is None:
        return str(error)
    before = expression[: error.position]
    start = before.rfind("\n") + 1
    end = expression.find("\n", error.position)
    line = expression[start : end if end >= 0 else len(expression)]
    column = error.position - start
    left = max(0, column - 60)
    shown = line[left : left + 100].replace("\t", " ")
    return f"{error}\n  {shown}\n  {' ' * (column - left)}^"
