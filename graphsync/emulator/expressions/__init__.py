"""Attribute-mapping expressions, offline: parse, check, describe, evaluate. Needs nothing but Python.

>>> from graphsync.emulator.expressions import Surroundings, evaluate
>>> evaluate('Join(" ", [givenName], [surname])', Surroundings({"givenName": "Ada", "surname": "Brandt"}))
'Ada Brandt'
"""

from graphsync.emulator.expressions.check import check
from graphsync.emulator.expressions.describe import describe
from graphsync.emulator.expressions.error import ExpressionError
from graphsync.emulator.expressions.evaluate import evaluate
from graphsync.emulator.expressions.parse import parse
from graphsync.emulator.expressions.value import SKIPPED, Redacted, Surroundings, Value

__all__ = [
    "SKIPPED",
    "ExpressionError",
    "Redacted",
    "Surroundings",
    "Value",
    "check",
    "describe",
    "evaluate",
    "parse",
]
