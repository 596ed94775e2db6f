"""Regular expressions in .NET's syntax, on the `regex` package, bounded in time.

The package is nearest to .NET among Python's engines: it has Unicode categories, look-behind of any
length and a time limit. Where the two read a pattern differently it is rewritten first, and what
.NET does not know is refused rather than given another meaning.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from graphsync._annotations import resolvable
from graphsync.expressions.error import ExpressionError
from graphsync.expressions.limits import check_length

if TYPE_CHECKING:
    import regex

LONGEST_SECONDS = 0.25
# So often may a pattern run out of time before it is refused without another try.
MOST_TIMEOUTS = 3
_GROUP = re.compile(r"\(\?(?:<(?P<open>[^>=!]*)>|'(?P<quoted>[^']*)')")
_BACK_REFERENCE = re.compile(r"\\k(?:<(?P<angle>\w+)>|'(?P<quoted>\w+)')")
_CATEGORY = re.compile(r"\\[pP]\{\w+\}")
_QUANTIFIER = re.compile(r"\{\d+(?:,\d*)?\}")
_REFERENCE = re.compile(r"\$(?:\{(?P<name>\w+)\}|(?P<number>\d+)|(?P<mark>[$&]))")
_NAME = re.compile(r"[A-Za-z_]\w*|[1-9]\d*")
# Escapes of letters that .NET has; of the others it says that they are not recognized.
_ESCAPES = frozenset("abefnrtvcxuwWsSdDpPAZzGBk")
_REWRITTEN = {"Z": r"(?=\n?\Z)", "z": r"\Z", "e": r"\x1b"}


@resolvable
class Pattern:
    """A compiled pattern. Every search raises ExpressionError when it takes longer than allowed.

    A pattern that did so three times is not tried again: a cycle would wait for it with each
    object.
    """

    __slots__ = ("_compiled", "_timeouts", "source")

    def __init__(self, source: str, compiled: regex.Pattern[str]) -> None:
        self.source = source
        self._compiled = compiled
        self._timeouts = 0

    def found_in(self, text: str) -> bool:
        """Return whether the pattern matches anywhere in a text."""
        self._begin()
        try:
            return self._compiled.search(text, timeout=LONGEST_SECONDS) is not None
        except TimeoutError:
            raise self._too_slow() from None

    def group_in(self, text: str, name: str) -> str | None:
        """Return what a named group of the first match holds; None without a match."""
        self._require(name)
        self._begin()
        try:
            match = self._compiled.search(text, timeout=LONGEST_SECONDS)
        except TimeoutError:
            raise self._too_slow() from None
        return match[name] if match else None

    def replace(self, text: str, replacement: str) -> str:
        """Replace every match; `${name}`, `$1`, `$&` and `$$` stand for what they do in .NET."""
        self._begin()
        size = 0

        def put_in(match: regex.Match[str]) -> str:
            nonlocal size
            part = _expand(match, replacement)
            size += len(part)
            check_length(size, "Replace")
            return part

        try:
            return self._compiled.sub(put_in, text, timeout=LONGEST_SECONDS)
        except TimeoutError:
            raise self._too_slow() from None

    def replace_group(self, text: str, name: str, replacement: str) -> str:
        """Replace the text of one group in every match and keep the rest of the match."""
        self._require(name)
        parts, last = list[str](), 0
        self._begin()
        try:
            for match in self._compiled.finditer(text, timeout=LONGEST_SECONDS):
                start, end = match.span(name)
                if start >= last and (end > start or start == 0):
                    parts += [text[last:start], replacement]
                    check_length(len(parts) // 2 * len(replacement), "Replace")
                    last = end
        except TimeoutError:
            raise self._too_slow() from None
        return "".join(parts) + text[last:]

    def _require(self, name: str) -> None:
        if name not in self._compiled.groupindex:
            known = ", ".join(self._compiled.groupindex) or "none"
            raise ExpressionError(
                f"The regular expression has no group '{name}'; its named groups: {known}"
            )

    def _begin(self) -> None:
        if self._timeouts >= MOST_TIMEOUTS:
            raise self._too_slow()

    def _too_slow(self) -> ExpressionError:
        self._timeouts += 1
        return ExpressionError(
            f"The regular expression '{self.source[:200]}' took longer than {LONGEST_SECONDS} s"
        )


def _expand(match: regex.Match[str], replacement: str) -> str:
    def value(reference: re.Match[str]) -> str:
        if reference["mark"]:
            return "$" if reference["mark"] == "$" else match[0]
        name = reference["name"] or reference["number"]
        try:
            return match[int(name) if name.isdigit() else name] or ""
        except IndexError:
            return reference[0]  # .NET leaves a reference to a group that is not there as it is

    return _REFERENCE.sub(value, replacement)


@lru_cache(maxsize=512)
def compiled(pattern: str) -> Pattern:
    """Compile a pattern; raise ExpressionError that names the pattern and what is wrong in it."""
    try:
        import regex
    except ImportError:
        raise ExpressionError(
            "Regular expressions need the 'regex' package: pip install"
            " 'graphsync-client[expressions]'"
        ) from None
    try:
        return Pattern(pattern, regex.compile(_Translation(pattern).text(), regex.VERSION0))
    except regex.error as error:
        raise ExpressionError(f"'{pattern[:200]}' is not a regular expression: {error}") from None


class _Translation:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.done: list[str] = []

    def _refuse(self, what: str) -> ExpressionError:
        return ExpressionError(
            f"'{self.pattern[:200]}' is not a regular expression: {what} at {self.at + 1}"
        )

    def text(self) -> str:
        quantified = False
        while self.at < len(self.pattern):
            char = self.pattern[self.at]
            if char in "*+?" and quantified:
                raise self._refuse(f"nested quantifier '{char}'")
            if char in "*+?" or _QUANTIFIER.match(self.pattern, self.at):
                quantified = self._quantifier()
                continue
            quantified = False
            if char == "\\":
                self.done.append(self._escape())
            elif char == "[":
                self.done.append(self._set())
            elif char == "(":
                self._group()
            else:
                # A brace that does not begin a quantifier is a character in .NET.
                self.done.append(f"\\{char}" if char in "{}" else char)
                self.at += 1
        return "".join(self.done)

    def _quantifier(self) -> bool:
        match = _QUANTIFIER.match(self.pattern, self.at)
        taken = match[0] if match else self.pattern[self.at]
        self.at += len(taken)
        if self.pattern[self.at : self.at + 1] == "?":
            taken += "?"
            self.at += 1
        self.done.append(taken)
        return True

    def _group(self) -> None:
        match = _GROUP.match(self.pattern, self.at)
        if self.pattern.startswith("(?P", self.at):
            raise self._refuse("unrecognized grouping construct")
        if match is None:
            end = self.pattern.find(")", self.at) if self.pattern.startswith("(?#", self.at) else -1
            taken = self.pattern[self.at : end + 1] if end > 0 else "("
            if end <= 0 and self.pattern.startswith("(?", self.at):
                taken = "(?"
            self.done.append(taken)
            self.at += len(taken)
            return
        name = match["open"] if match["open"] is not None else match["quoted"]
        if "-" in name:
            raise self._refuse("balancing groups are not supported here")
        if not _NAME.fullmatch(name):
            raise self._refuse(f"invalid group name '{name}'")
        self.done.append(f"(?P<{name}>")
        self.at = match.end()

    def _escape(self) -> str:
        match = _BACK_REFERENCE.match(self.pattern, self.at)
        if match:
            self.at = match.end()
            return f"(?P={match['angle'] or match['quoted']})"
        char = self.pattern[self.at + 1 : self.at + 2]
        if not char:
            raise self._refuse("illegal \\ at end of pattern")
        category = _CATEGORY.match(self.pattern, self.at)
        if category:
            self.at = category.end()
            return category[0]
        if (char.isalpha() and char not in _ESCAPES) or char == "_":
            raise self._refuse(f"unrecognized escape sequence \\{char}")
        if char == "c":
            letter = self.pattern[self.at + 2 : self.at + 3].upper()
            if not "@" <= letter <= "_":
                raise self._refuse("missing control character")
            self.at += 3
            return f"\\x{ord(letter) - 64:02x}"
        self.at += 2
        return _REWRITTEN.get(char, f"\\{char}")

    def _set(self) -> str:
        """Translate a set; .NET's `[a-z-[aeiou]]` becomes a look-ahead before the outer set."""
        start = self.at
        self.at += 1
        items: list[str] = ["["]
        if self.pattern[self.at : self.at + 1] == "^":
            items.append("^")
            self.at += 1
        first = self.at
        while self.at < len(self.pattern):
            char = self.pattern[self.at]
            if char == "]" and self.at > first:
                self.at += 1
                return "".join(items) + "]"
            if char == "-" and self.pattern[self.at + 1 : self.at + 2] == "[" and self.at > first:
                self.at += 1
                taken = self._set()
                if self.pattern[self.at : self.at + 1] != "]":
                    raise self._refuse("a subtraction must be the last part of a set")
                self.at += 1
                return f"(?:(?!{taken}){''.join(items)}])"
            if char == "\\":
                if self.pattern[self.at + 1 : self.at + 2] == "b":  # a backspace within a set
                    items.append("\\x08")
                    self.at += 2
                else:
                    items.append(self._escape())
                continue
            items.append(f"\\{char}" if char in "[]" else char)
            self.at += 1
        self.at = start
        raise self._refuse("unterminated [] set")
