"""From the text of an expression to its tree."""

import re

from graphsync.expressions.error import ExpressionError
from graphsync.expressions.tree import Attribute, Call, Comparison, Concatenation, Constant, Node

LONGEST = 10_000
_DEEPEST = 100
_BLANKS = re.compile(r"\s*")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?|&[Hh][0-9A-Fa-f]+", re.ASCII)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_OPERATOR = re.compile(r"<>|>=|<=|=|>|<")
_PLAIN = re.compile(r'[^"\\]+')


def parse(text: str) -> Node:
    """Parse an expression; raise ExpressionError with the position where it stops making sense."""
    if len(text) > LONGEST:
        raise ExpressionError(
            f"The expression has {len(text)} characters; at most {LONGEST} are allowed"
        )
    parser = _Parser(text)
    tree = parser.comparison(0)
    parser.blanks()
    if parser.at < len(text):
        raise ExpressionError(
            f"'{text[parser.at]}' is not expected after the end of the expression", parser.at
        )
    return tree


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def blanks(self) -> None:
        match = _BLANKS.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if not match:
            return ""
        self.at = match.end()
        return match[0]

    def comparison(self, depth: int) -> Node:
        left = self._concatenation(depth)
        self.blanks()
        operator = self._take(_OPERATOR)
        return Comparison(left, operator, self._concatenation(depth)) if operator else left

    def _concatenation(self, depth: int) -> Node:
        parts = [self._operand(depth)]
        self.blanks()
        while self._peek() == "&":
            self.at += 1
            parts.append(self._operand(depth))
            self.blanks()
        return parts[0] if len(parts) == 1 else Concatenation(tuple(parts))

    def _operand(self, depth: int) -> Node:
        if depth > _DEEPEST:
            raise ExpressionError(f"Functions are nested more than {_DEEPEST} deep", self.at)
        self.blanks()
        start = self._peek()
        if start == "[":
            return self._attribute()
        if start == '"':
            return self._string()
        place = self.at
        number = self._take(_NUMBER)
        if number:
            return Constant(number, quoted=False, at=place)
        name = self._take(_NAME)
        if not name:
            found = f"'{start}'" if start else "the end"
            raise ExpressionError(
                f"An attribute, a constant or a function is expected, not {found}", place
            )
        self.blanks()
        if self._peek() == "(":
            return self._call(name, depth, place)
        return Constant(name, quoted=False, at=place)

    def _attribute(self) -> Attribute:
        # Attributes of inbound sources may be SCIM paths with brackets and quotes of their own.
        start, level, quoted = self.at, 0, False
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == '"' and level > 1:
                quoted = not quoted
            elif not quoted:
                level += (char == "[") - (char == "]")
            self.at += 1
            if level == 0:
                name = self.text[start + 1 : self.at - 1]
                if not name.strip():
                    raise ExpressionError(
                        "An attribute name is missing between the brackets", start
                    )
                return Attribute(name, start)
        raise ExpressionError("The bracket of this attribute is not closed", start)

    def _string(self) -> Constant:
        start = self.at
        self.at += 1
        parts: list[str] = []
        while True:
            parts.append(self._take(_PLAIN))
            char = self._peek()
            if not char:
                raise ExpressionError("The quote of this text is not closed", start)
            self.at += 1
            if char == '"':
                return Constant("".join(parts), at=start)
            following = self._peek()
            if following and following in '\\"':
                parts.append(following)
                self.at += 1
            else:
                parts.append("\\")

    def _call(self, name: str, depth: int, place: int) -> Call:
        opened = self.at
        self.at += 1
        arguments: list[Node | None] = []
        self.blanks()
        if self._peek() == ")":
            self.at += 1
            return Call(name, (), place)
        while True:
            self.blanks()
            arguments.append(None if self._peek() in {",", ")"} else self.comparison(depth + 1))
            self.blanks()
            mark = self._peek()
            self.at += 1
            if mark == ")":
                return Call(name, tuple(arguments), place)
            if mark != ",":
                if not mark:
                    raise ExpressionError(f"The parenthesis of {name} is not closed", opened)
                raise ExpressionError(
                    f"A comma or a parenthesis is expected, not '{mark}'", self.at - 1
                )
