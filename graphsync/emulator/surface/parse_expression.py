"""`parseExpression`: what an expression means, and what it gives for an object."""

from random import Random

from graphsync.emulator.document import Document, is_object, objects
from graphsync.emulator.protocol.errors import bad_parameter
from graphsync.expressions import ExpressionError, Surroundings, check, describe, evaluate, parse
from graphsync.expressions.value import Reading, texts


def parse_expression(
    body: Document, now: float, default_domain: str, chance: Random, reading: Reading
) -> Document:
    """Answer a `parseExpression` request.

    An expression that is wrong is part of the answer, not an HTTP error.
    """
    expression: object = body.get("expression")
    if not isinstance(expression, str):
        raise bad_parameter("'expression' must be a string.")
    answer: Document = {
        "parsingSucceeded": False,
        "evaluationSucceeded": False,
        "evaluationResult": [],
        "error": None,
        "parsedExpression": None,
    }
    try:
        tree = parse(expression)
        check(tree)
    except ExpressionError as error:
        answer["error"] = _error("ExpressionParsingFailed", str(error), expression)
        return answer
    answer |= {"parsingSucceeded": True, "parsedExpression": describe(tree)}
    given: object = body.get("testInputObject")
    if not is_object(given):
        return answer
    attributes = {
        str(pair.get("key")): pair.get("value") for pair in objects(given.get("properties"))
    }
    try:
        result = evaluate(
            tree, Surroundings(attributes, now, default_domain, random=chance, reading=reading)
        )
    except ExpressionError as error:
        answer["error"] = _error("ExpressionEvaluationFailed", str(error), expression)
        return answer
    return answer | {"evaluationSucceeded": True, "evaluationResult": list(texts(result))}


def _error(code: str, message: str, expression: str) -> Document:
    inner: Document = {"code": code, "message": message, "target": None, "details": []}
    return {
        "code": code,
        "message": message,
        "target": expression[:200],
        "details": [],
        "innerError": inner,
    }
