"""Attribute-mapping expressions, offline: parse, describe, evaluate. Needs nothing but Python.

`parse(text)` gives the tree, `describe(text)` the source document that schemas carry.
"""

from graphsync.emulator.expressions.describe import describe
from graphsync.emulator.expressions.error import ExpressionError
from graphsync.emulator.expressions.parse import parse

__all__ = ["ExpressionError", "describe", "parse"]
