"""An expression as the `attributeMappingSource` that schemas and `parseExpression` carry."""

from graphsync.expressions.catalogue import FUNCTIONS
from graphsync.expressions.json_shapes import Document
from graphsync.expressions.parse import parse
from graphsync.expressions.tree import Attribute, Call, Comparison, Concatenation, Constant, Node


def describe(tree: Node | str) -> Document:
    """Return the source document of an expression; an empty argument has no parameter."""
    node = parse(tree) if isinstance(tree, str) else tree
    match node:
        case Attribute(name):
            return _source(node, name, "Attribute", [])
        case Constant(value):
            return _source(node, value, "Constant", [])
        case Call(name, arguments):
            return _source(node, name, "Function", _parameters(name, arguments))
        case Comparison(left, operator, right):
            parameters = [
                {"key": "left", "value": describe(left)},
                {"key": "right", "value": describe(right)},
            ]
            return _source(node, operator, "Function", parameters)
        case Concatenation(parts):
            parameters = [
                {"key": str(place), "value": describe(part)}
                for place, part in enumerate(parts, start=1)
            ]
            return _source(node, "&", "Function", parameters)


def _source(node: Node, name: str, kind: str, parameters: list[Document]) -> Document:
    return {"expression": str(node), "name": name, "type": kind, "parameters": parameters}


def _parameters(name: str, arguments: tuple[Node | None, ...]) -> list[Document]:
    function = FUNCTIONS.get(name)
    described: list[Document] = []
    for position, argument in enumerate(arguments):
        parameter = function.parameter(position) if function else None
        if argument is not None:
            described.append(
                {
                    "key": parameter.name if parameter else str(position + 1),
                    "value": describe(argument),
                }
            )
    return described
