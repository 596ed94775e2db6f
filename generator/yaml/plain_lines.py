"""Prove that in a document every line stands for itself, so that indentation alone shows where a
part ends.

Only two things in YAML reach over lines without regard to indentation: quoted scalars and flow
collections. Each begins with a character that follows a blank (one at the very start of a line is
no key, and is refused where the lines are taken). So it is enough to look at every such character:
if what begins there also ends on its line, whatever it is, nothing reaches further. For the few
lines where that is not seen at once, there are block scalars (all of it is text, up to the next
line that is not indented more), plain scalars over several lines (likewise), and quoted scalars
over several lines, all of which must be indented more than their key.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.yaml.plain_text import NotPlainError

# Each matches a character that may begin something, unless that evidently ends on the line.
_FREQUENT = (
    # Most lines with a single quote end in another one: it closes whatever is open, for it cannot
    # itself begin anything where no blank is before it, nor stand for a quote where no second one
    # is beside it.
    re.compile(
        rb"'(?<= ')(?!.*+(?:(?<=[^ ']')|(?<=[^ ']':)))(?![^'\n]*+(?:''[^'\n]*+)*+'(?::?\n|: ))"
    ),
    re.compile(rb"\{(?<= \{)(?! ?\}\n)"),
)
# bytes.find, which is memchr, is ten times as fast to where these are as the regular expression
# engine.
_RARE = {
    b'"': re.compile(rb'"(?<= ")(?![^"\n\\]*+(?:\\[^\n][^"\n\\]*+)*+"(?::?\n|: ))'),
    b"[": re.compile(rb"\[(?<= \[)(?! ?\]\n)"),
}
_END_OF_HEADER = rb"(?=[-+0-9]*+(?: ++#[^\n]*+)? *+(?:\n|\Z))"
_BLOCK_HEADERS = (re.compile(rb"\|" + _END_OF_HEADER), re.compile(rb">" + _END_OF_HEADER))

_SINGLE = rb"'[^'\n]*+(?:''[^'\n]*+)*+'"
_DOUBLE = rb'"[^"\n\\]*+(?:\\[^\n][^"\n\\]*+)*+"'
_PLAIN = rb"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[-?:](?=[^\s]))(?:[^\n:#]|:(?! |\Z)|(?<! )#)*+"
_KEY = rb"(?:[A-Za-z0-9_/$.(][^\n:#'\"]*+|" + _SINGLE + rb"|" + _DOUBLE + rb")"
_LEAD = rb"(?P<lead> *(?:- +)*)(?:(?P<key>" + _KEY + rb"):(?: +|\Z))?"
_COMMENT = rb" *(?:(?<![^ \n])#[^\n]*)?"

_FLOW = rb"(?:\[[^\[\]{}'\"#\n]*\]|\{[^\[\]{}'\"#\n]*\})"
_VALUE = rb"(?:" + _PLAIN + rb"|" + _SINGLE + rb"|" + _DOUBLE + rb"|" + _FLOW + rb")"
_INERT = re.compile(_LEAD + _VALUE + rb"?" + _COMMENT)
_HEADER = re.compile(_LEAD + rb"[|>][-+0-9]*" + _COMMENT)
_PLAIN_VALUE = re.compile(_LEAD + _PLAIN)
_QUOTED_VALUE = re.compile(_LEAD + rb"(?P<quote>['\"])")
_QUOTED = {
    b"'": re.compile(rb"[^']*+(?:''[^']*+)*+'" + _COMMENT + rb"(?=\n|\Z)"),
    b'"': re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+"' + _COMMENT + rb"(?=\n|\Z)", re.DOTALL),
}
_ENDS_PLAIN = re.compile(rb":(?: |\Z)| #")
# So many lines a plain scalar is followed upwards to the line where it began.
_LONGEST_PLAIN = 1000


def prove(data: bytes) -> None:
    """Return if every line stands for itself; raise `NotPlainError` where that is not certain."""
    suspects = [match.start() for pattern in _FREQUENT for match in pattern.finditer(data)]
    suspects += [
        at
        for character, pattern in _RARE.items()
        for at in _all(data, character)
        if pattern.match(data, at)
    ]
    if all(_INERT.fullmatch(data, *_line(data, position)) for position in suspects):
        return
    suspects += [match.start() for pattern in _BLOCK_HEADERS for match in pattern.finditer(data)]
    done = 0
    for position in sorted(suspects):
        if position >= done:
            done = _follow(data, *_line(data, position))


def _follow(data: bytes, start: int, end: int) -> int:
    """Find where that ends which begins on the line, so that what follows begins anew."""
    if _INERT.fullmatch(data, start, end) or _goes_on(data, start, end):
        return end
    header = _HEADER.fullmatch(data, start, end)
    if header:
        return _next_indented_at_most(_owner(header), data, end)
    value = _QUOTED_VALUE.match(data, start, end)
    if value:
        closed = _QUOTED[value["quote"]].match(data, value.end())
        if closed and not _indented_at_most(_owner(value)).search(data, end, closed.end()):
            return closed.end()
    raise NotPlainError


def _goes_on(data: bytes, start: int, end: int) -> bool:
    """Return whether the line is the continuation of a plain scalar."""
    indent = _indent(data, start, end)
    if _ENDS_PLAIN.search(data, start + indent, end):
        return False
    for _ in range(_LONGEST_PLAIN):
        if start == 0:
            return False
        start, end = _line(data, start - 1)
        if data[start:end].strip() and _indent(data, start, end) < indent:
            begun = _PLAIN_VALUE.fullmatch(data, start, end)
            return begun is not None and len(begun["lead"]) < indent
    return False


def _all(data: bytes, character: bytes) -> Iterator[int]:
    at = data.find(character)
    while at >= 0:
        yield at
        at = data.find(character, at + 1)


def _line(data: bytes, position: int) -> tuple[int, int]:
    end = data.find(b"\n", position)
    return data.rfind(b"\n", 0, position) + 1, len(data) if end < 0 else end


def _indent(data: bytes, start: int, end: int) -> int:
    line = data[start:end]
    return len(line) - len(line.lstrip(b" "))


def _owner(line: re.Match[bytes]) -> int:
    """Return the column of the key or the dash that the value of the line belongs to."""
    lead = line["lead"]
    if line["key"] is not None:
        return len(lead)
    if lead.strip():
        return lead.rindex(b"-")
    # A value alone on its line: its key is somewhere above.
    raise NotPlainError


def _next_indented_at_most(column: int, data: bytes, end: int) -> int:
    found = _indented_at_most(column).search(data, end)
    return found.start() if found else len(data)


@lru_cache
def _indented_at_most(column: int) -> re.Pattern[bytes]:
    return re.compile(rb"\n(?! {%d}| *(?:\n|\Z))" % (column + 1))
