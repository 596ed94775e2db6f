"""`$filter`: parse an expression once, test documents with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from graphsync.emulator.document import Document, is_array, is_object
from graphsync.emulator.protocol.errors import bad_request
from graphsync.emulator.times import moment

Test: TypeAlias = Callable[[Document], bool]
Value: TypeAlias = str | float | bool | None
Read: TypeAlias = Callable[[Document], object]
Resolve: TypeAlias = Callable[[str], tuple[str, bool]]

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')"
    r"|(?P<time>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)"
    r"|(?P<number>-?\d+(?:\.\d+)?)(?![\w-])"
    r"|(?P<word>[A-Za-z0-9_@.\-]+(?:/[A-Za-z0-9_@.]+)*)|(?P<mark>[(),:]))"
)
_FUNCTIONS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda value, part: part in value,
    "startswith": lambda value, part: value.startswith(part),
    "endswith": lambda value, part: value.endswith(part),
}
_CONVERSIONS: dict[str, Callable[[str], str]] = {
    "tolower": str.lower,
    "toupper": str.upper,
    "trim": str.strip,
}
_COMPARISONS = {"eq", "ne", "gt", "ge", "lt", "le"}
_DEEPEST = 50
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class _Operand:
    """The left side of a comparison; `any_case` where the case of its values does not count."""

    read: Read
    any_case: bool


def _as_it_is(path: str) -> tuple[str, bool]:
    """Let a filter name any property."""
    return path, False


def compile_filter(expression: str, *, ignore_case: bool, resolve: Resolve = _as_it_is) -> Test:
    """Turn a `$filter` into a test of one document; one that cannot be read is the service's 400.

    Property names are found in any case.

    Args:
        expression: The filter.
        ignore_case: Whether the case of values does not count: it does not for directory objects,
            and does for provisioning logs.
        resolve: Called with each property path; returns the path to read, and whether the case of
            its values does not count in any case. Raises for one that cannot be filtered.

    """
    if len(expression) > _LONGEST:
        raise bad_request(f"Invalid filter clause: it is longer than {_LONGEST} characters.")
    return _Parser(expression, ignore_case, resolve).parse()


def read(document: Document, path: str) -> object:
    """Return the value at a path such as `sourceIdentity/id`, names in any case.

    None where the path ends early.
    """
    value: object = document
    for name in path.split("/"):
        if not is_object(value):
            return None
        value = value.get(name) if name in value else _any_case(value, name)
    return value


def _any_case(document: Document, name: str) -> object:
    wanted = name.casefold()
    return next((value for key, value in document.items() if key.casefold() == wanted), None)


class _Parser:
    def __init__(self, text: str, ignore_case: bool, resolve: Resolve) -> None:
        self._text, self._ignore_case, self._at = text, ignore_case, 0
        self._resolve = resolve
        self._conversions = 0
        self._variable = ""  # of the `any` or `all` that is being read
        self._tokens = self._split()

    def _fail(self, what: str) -> Exception:
        return bad_request(f"Invalid filter clause: {what} in '{self._text[:200]}'.")

    def _split(self) -> list[tuple[str, str]]:
        tokens: list[tuple[str, str]] = []
        place, end = 0, len(self._text.rstrip())
        while place < end:
            match = _TOKEN.match(self._text, place)
            if not match or not match.lastgroup:
                raise self._fail(f"unexpected character at position {place}")
            tokens.append((match.lastgroup, match[match.lastgroup]))
            place = match.end()
        return tokens

    def parse(self) -> Test:
        test = self._or(0)
        if self._at < len(self._tokens):
            raise self._fail(f"'{self._tokens[self._at][1]}' is not expected")
        return test

    def _peek(self) -> str:
        return self._tokens[self._at][1].lower() if self._at < len(self._tokens) else ""

    def _next(self) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise self._fail("it ends too early")
        self._at += 1
        return self._tokens[self._at - 1]

    def _expect(self, mark: str) -> None:
        if self._next()[1] != mark:
            raise self._fail(f"'{mark}' is missing")

    def _or(self, depth: int) -> Test:
        tests = [self._and(depth)]
        while self._peek() == "or":
            self._next()
            tests.append(self._and(depth))
        return (
            tests[0] if len(tests) == 1 else lambda document: any(test(document) for test in tests)
        )

    def _and(self, depth: int) -> Test:
        tests = [self._not(depth)]
        while self._peek() == "and":
            self._next()
            tests.append(self._not(depth))
        return (
            tests[0] if len(tests) == 1 else lambda document: all(test(document) for test in tests)
        )

    def _not(self, depth: int) -> Test:
        if depth > _DEEPEST:
            raise self._fail("it is nested too deeply")
        if self._peek() == "not":
            self._next()
            inner = self._not(depth + 1)
            return lambda document: not inner(document)
        if self._peek() == "(":
            self._next()
            test = self._or(depth + 1)
            self._expect(")")
            return test
        return self._comparison()

    def _comparison(self) -> Test:
        kind, name = self._next()
        if kind != "word":
            raise self._fail(f"'{name}' is not a property")
        if self._peek() != "(":
            return self._compared(self._property(name))
        if name.lower() in _CONVERSIONS:
            return self._compared(self._converted(name))
        path, _, last = name.rpartition("/")
        if path and last.lower() in {"any", "all"}:
            return self._quantified(path, last.lower())
        return self._function(name)

    def _compared(self, left: _Operand) -> Test:
        operator = self._next()[1].lower()
        if operator == "in":
            allowed = self._list()
            return lambda document: any(
                self._compare(left, document, "eq", item) for item in allowed
            )
        if operator not in _COMPARISONS:
            raise self._fail(f"'{operator}' is not an operator")
        wanted = self._value()
        return lambda document: self._compare(left, document, operator, wanted)

    def _list(self) -> list[Value]:
        self._expect("(")
        found = [self._value()]
        while self._peek() == ",":
            self._next()
            found.append(self._value())
        self._expect(")")
        return found

    def _property(self, name: str) -> _Operand:
        if not self._variable:
            path, any_case = self._resolve(name)
            return _Operand(lambda document: read(document, path), any_case)
        if name.partition("/")[0] != self._variable:
            raise self._fail(f"'{name}' does not begin with the range variable '{self._variable}'")
        return _Operand(lambda document: read(document, name), any_case=False)

    def _operand(self) -> _Operand:
        kind, name = self._next()
        if kind != "word":
            raise self._fail(f"'{name}' is not a property")
        if self._peek() != "(":
            return self._property(name)
        if name.lower() not in _CONVERSIONS:
            raise self._fail(f"'{name}' is not a function of a text")
        return self._converted(name)

    def _converted(self, name: str) -> _Operand:
        """Read `tolower(…)` and its like; they may stand within each other."""
        convert = _CONVERSIONS[name.lower()]
        self._deeper()
        self._expect("(")
        inner = self._operand()
        self._expect(")")

        def converted(document: Document) -> object:
            value = inner.read(document)
            return convert(value) if isinstance(value, str) else value

        return _Operand(converted, inner.any_case)

    def _deeper(self) -> None:
        self._conversions += 1
        if self._conversions > _DEEPEST:
            raise self._fail("it is nested too deeply")

    def _quantified(self, path: str, word: str) -> Test:
        """Read `tags/any(t:t eq 'x')`; `tags/any()` asks whether there is an item at all."""
        if self._variable:
            raise self._fail(f"'{word}' cannot stand within another")
        path, _ = self._resolve(path)
        self._expect("(")
        if self._peek() == ")" and word == "any":
            self._next()
            return lambda document: bool(_items(read(document, path)))
        kind, name = self._next()
        if kind != "word" or "/" in name:
            raise self._fail(f"'{name}' is not a range variable")
        self._expect(":")
        self._variable = name
        inner = self._or(1)
        self._variable = ""
        self._expect(")")
        some = any if word == "any" else all
        return lambda document: some(inner({name: item}) for item in _items(read(document, path)))

    def _function(self, name: str) -> Test:
        function = _FUNCTIONS.get(name.lower())
        if function is None:
            raise self._fail(f"'{name}' is not a function")
        self._expect("(")
        left = self._operand()
        self._expect(",")
        part = self._fold(self._value(), left)
        self._expect(")")
        if not isinstance(part, str):
            raise self._fail(f"{name} needs a string")
        return lambda document: (
            isinstance(value := self._fold(left.read(document), left), str)
            and function(value, part)
        )

    def _value(self) -> Value:
        kind, text = self._next()
        if kind == "text":
            return text[1:-1].replace("''", "'")
        if kind == "number":
            return float(text)
        if text.lower() in {"true", "false"}:
            return text.lower() == "true"
        if text.lower() == "null":
            return None
        if kind == "mark":
            raise self._fail(f"'{text}' is not a value")
        return text

    def _fold(self, value: object, operand: _Operand) -> object:
        folds = self._ignore_case or operand.any_case
        return value.casefold() if isinstance(value, str) and folds else value

    def _compare(self, operand: _Operand, document: Document, operator: str, wanted: Value) -> bool:
        left, right = self._fold(operand.read(document), operand), self._fold(wanted, operand)
        if operator in {"eq", "ne"}:
            return (left == right or _same_time(left, right)) == (operator == "eq")
        pair = _comparable(left, right)
        if pair is None:
            return False
        return {
            "gt": pair[0] > pair[1],
            "ge": pair[0] >= pair[1],
            "lt": pair[0] < pair[1],
            "le": pair[0] <= pair[1],
        }[operator]


def _items(value: object) -> list[object]:
    return value if is_array(value) else []


def _comparable(left: object, right: object) -> tuple[float, float] | None:
    if isinstance(left, int | float) and isinstance(right, int | float):
        return float(left), float(right)
    if isinstance(left, str) and isinstance(right, str):
        try:
            return moment(left), moment(right)
        except ValueError:
            return None
    return None


def _same_time(left: object, right: object) -> bool:
    if not (
        isinstance(left, str)
        and isinstance(right, str)
        and left[:4].isdigit()
        and right[:4].isdigit()
    ):
        return False
    try:
        return datetime.fromisoformat(left) == datetime.fromisoformat(right)
    except (ValueError, TypeError):
        return False
