"""Take block mappings apart by indentation. Sound only where every line stands for itself (`plain_lines`)."""

import re
from functools import lru_cache

from generator.not_plain import NotPlainError

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


def top_parts(data: bytes) -> Parts:
    """Take the top level of a document apart; `NotPlainError` where it does not start at the margin."""
    return _parts(data, 0, len(data), -1)


def parts_below(data: bytes, parts: Parts, name: bytes) -> Parts:
    """Take the mapping below a key apart; `NotPlainError` where it does not begin on the next line, indented more."""
    start, end = parts.get(name, (0, 0))
    line_end = data.find(b"\n", start, end)
    key = _KEY_LINE.fullmatch(data, start, line_end) if line_end >= 0 else None
    if key is None or key["value"]:
        raise NotPlainError
    return _parts(data, line_end + 1, end, len(key["indent"]))


def _parts(data: bytes, start: int, end: int, above: int) -> Parts:
    first = _EMPTY_LINES.match(data, start, end)
    if first is None or not above < (indent := len(first["indent"])) or (above < 0 < indent):
        raise NotPlainError
    begin = first.start("indent")
    deeper = re.compile(rb"\n( {%d,})[^ #\n]" % (indent + 1)).search(data, begin, end)
    body = len(deeper[1]) if deeper else indent + 1
    names = [_careful_key(data, begin, end, indent, body)]
    starts = [begin]
    for line in _lines_at(indent, body).finditer(data, begin, end):
        at = line.start() + 1
        if line.lastindex:
            names.append(line[line.lastindex])
        elif at == end:
            break
        elif _is_nothing(data, at, end, indent):
            continue
        else:
            names.append(_careful_key(data, at, end, indent, body))
        starts.append(at)
    parts = dict(zip(names, zip(starts, [*starts[1:], end], strict=True), strict=True))
    if len(parts) < len(names):
        raise NotPlainError
    return parts


@lru_cache
def _lines_at(indent: int, body: int) -> re.Pattern[bytes]:
    """Find the lines that are indented less than a body is, and of those that are usual keys, the keys."""
    usual = rb"(?:'([^'\n]*)'|([A-Za-z0-9_/$.][^\s:#'\"]*)):"
    return re.compile(b"\n(?!%b)(?:%b%b(?=\n%b[^ \n]))?" % (b" " * body, b" " * indent, usual, b" " * body))


def _line(data: bytes, at: int, end: int) -> tuple[int, int]:
    line_end = data.find(b"\n", at, end)
    return at, end if line_end < 0 else line_end


def _is_nothing(data: bytes, at: int, end: int, indent: int) -> bool:
    """Tell whether the line begins no part: empty, a comment, or at the margin an item of the list above."""
    line = _line(data, at, end)
    return bool(_NOTHING.fullmatch(data, *line)) or (not indent and data[at : at + 2] in {b"- ", b"-\n"})


def _careful_key(data: bytes, at: int, end: int, indent: int, body: int) -> bytes:
    """Take the key of a line; the lines below it must be indented as everywhere else."""
    _, line_end = line = _line(data, at, end)
    key = _KEY_LINE.fullmatch(data, *line)
    if key is None or len(key["indent"]) != indent:
        raise NotPlainError
    below = _EMPTY_LINES.match(data, line_end + 1, end)
    if not key["value"] and below and indent < len(below["indent"]) != body and below.end() < end:
        raise NotPlainError
    if key["single"] is not None:
        return key["single"].replace(b"''", b"'")
    return key["plain"] if key["double"] is None else key["double"]
