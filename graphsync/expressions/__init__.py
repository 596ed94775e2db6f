"""Attribute-mapping expressions and scoping filters, offline: parse, check, describe, evaluate.

Nothing here does I/O, and nothing needs the emulator or the client.

>>> from graphsync.expressions import Surroundings, evaluate
>>> evaluate('Join(" ", [givenName], [surname])', Surroundings({"givenName": "Ada", "surname":
"Brandt"})) 'Ada Brandt'
"""

from graphsync.expressions.check import check
from graphsync.expressions.describe import describe
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.evaluate import evaluate
from graphsync.expressions.explain import explain, formatted
from graphsync.expressions.filters import Scope
from graphsync.expressions.parse import parse
from graphsync.expressions.value import OBJECT_SKIPPED, SKIPPED, Redacted, Surroundings, Value

__all__ = [
    "OBJECT_SKIPPED",
    "SKIPPED",
    "ExpressionError",
    "Redacted",
    "Scope",
    "Surroundings",
    "Value",
    "check",
    "describe",
    "evaluate",
    "explain",
    "formatted",
    "parse",
]
