"""Take block mappings apart by indentation.

Sound only where every line stands for itself (`plain_lines`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

from generator.yaml.plain_text import NotPlainError

Parts = dict[bytes, tuple[int, int]]
"""The keys of a mapping as text, each with where its part begins (the line of the key) and ends."""

_KEY_LINE = re.compile(
    rb"(?P<indent> *)(?:"
    rb"'(?P<single>[^'\n]*(?:''[^'\n]*)*)'"
    rb'|"(?P<double>[^"\\\n]*)"'
    rb"|(?P<plain>[A-Za-z0-9_/$.][^\s:#'\"]*(?::[^\s:#'\"]+)*)"
    rb"):(?: *| +(?P<value>[^ ].*))"
)
_NOTHING = re.compile(rb" *(?:#.*)?")
_EMPTY_LINES = re.compile(rb"(?: *(?:#[^\n]*)?\n)*+(?P<indent> *)")
# The lines of the two outer levels, and between them, in the style that Graph publishes: one pass
# finds them all.
_OUTER = 4
_OUTER_LINES = re.compile(rb"\n(?!    )")


class BlockParts:
    """The parts of one document; `NotPlainError` for a mapping in another style."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._outer = [line.end() for line in _OUTER_LINES.finditer(data)]

    def top(self) -> Parts:
        """Take the top level apart; it must start at the margin."""
        return self._parts(0, len(self._data), -1)

    def below(self, parts: Parts, name: bytes) -> Parts:
        """Take the mapping below a key apart; it must begin on the next line, indented more."""
        start, end = parts.get(name, (0, 0))
        line_end = self._data.find(b"\n", start, end)
        key = _KEY_LINE.fullmatch(self._data, start, line_end) if line_end >= 0 else None
        if key is None or key["value"]:
            raise NotPlainError
        return self._parts(line_end + 1, end, len(key["indent"]))

    def _parts(self, start: int, end: int, above: int) -> Parts:
        data = self._data
        first = _EMPTY_LINES.match(data, start, end)
        if first is None or not above < (indent := len(first["indent"])) or (above < 0 < indent):
            raise NotPlainError
        begin = first.start("indent")
        deeper = re.compile(rb"\n( {%d,})[^ #\n]" % (indent + 1)).search(data, begin, end)
        body = len(deeper[1]) if deeper else indent + 1
        usual = _usual_key(indent, body)
        names: list[bytes] = []
        starts: list[int] = []
        for at in (begin, *self._lines(body, begin, end)):
            key = usual.match(data, at, end)
            if key:
                names.append(key[key.lastindex or 0])
            elif names and self._is_nothing(at, end, indent):
                continue
            else:
                names.append(self._careful_key(at, end, indent, body))
            starts.append(at)
        parts = dict(zip(names, zip(starts, [*starts[1:], end], strict=True), strict=True))
        if len(parts) < len(names):
            raise NotPlainError
        return parts

    def _lines(self, body: int, start: int, end: int) -> Iterable[int]:
        """Find the lines after the first one that are indented less than a body is."""
        data = self._data
        margin = b" " * body
        if body > _OUTER:
            pattern = re.compile(b"\n(?!%b)" % margin)
            return [line.end() for line in pattern.finditer(data, start, end) if line.end() < end]
        outer = self._outer[bisect_right(self._outer, start) : bisect_left(self._outer, end)]
        return [at for at in outer if not data.startswith(margin, at)]

    def _is_nothing(self, at: int, end: int, indent: int) -> bool:
        """Return whether the line does not begin a part: empty, a comment, or at the margin an
        item of the list above.
        """
        line = self._line(at, end)
        return bool(_NOTHING.fullmatch(self._data, *line)) or (
            not indent and self._data[at : at + 2] in {b"- ", b"-\n"}
        )

    def _careful_key(self, at: int, end: int, indent: int, body: int) -> bytes:
        """Take the key of a line; the lines below it must be indented as everywhere else."""
        _, line_end = line = self._line(at, end)
        key = _KEY_LINE.fullmatch(self._data, *line)
        if key is None or len(key["indent"]) != indent:
            raise NotPlainError
        below = _EMPTY_LINES.match(self._data, line_end + 1, end)
        if (
            not key["value"]
            and below
            and indent < len(below["indent"]) != body
            and below.end() < end
        ):
            raise NotPlainError
        if key["single"] is not None:
            return key["single"].replace(b"''", b"'")
        return key["plain"] if key["double"] is None else key["double"]

    def _line(self, at: int, end: int) -> tuple[int, int]:
        line_end = self._data.find(b"\n", at, end)
        return at, end if line_end < 0 else line_end


@lru_cache
def _usual_key(indent: int, body: int) -> re.Pattern[bytes]:
    """Match a key that stands alone on its line, with a body below it."""
    usual = rb"(?:'([^'\n]*)'|([A-Za-z0-9_/$.][^\s:#'\"]*)):"
    return re.compile(b"%b%b(?=\n%b[^ \n])" % (b" " * indent, usual, b" " * body))
