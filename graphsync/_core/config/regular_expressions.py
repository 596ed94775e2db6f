"""Regular expressions that can run for ever."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUANTIFIER = re.compile(r"[*+](?![+])|\{\d+,\}")
_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*+(?:\]|\Z)|\(\?[:=!>P<'][^()]*?(?=[(\\\[)|*+?{])|\(|\)|[*+?]|\{\d+(?:,\d*)?\}|\||.",
    re.DOTALL,
)


def is_slow(pattern: str) -> bool:
    """Return whether a repeated group holds a repetition that can match the same text in many ways.

    Such a pattern, `(a+)+$` for example, takes time that doubles with each letter of a text that
    does not match. The look is at the shape: a group that is repeated without an end, and in it a
    repetition without an end next to nothing that would have to come in between.
    """
    return any(_is_ambiguous(body) for body in _repeated_groups(pattern))


def _repeated_groups(pattern: str) -> Iterator[list[str]]:
    symbols = [found[0] for found in _TOKEN.finditer(pattern)]
    open_at: list[int] = []
    for at, symbol in enumerate(symbols):
        if symbol.startswith("("):
            open_at.append(at)
        elif symbol == ")" and open_at:
            start = open_at.pop()
            following = symbols[at + 1] if at + 1 < len(symbols) else ""
            if _QUANTIFIER.fullmatch(following):
                yield symbols[start + 1 : at]


def _is_ambiguous(body: list[str]) -> bool:
    branches = _branches(body)
    if any(_unbounded(branch) and _fixed(branch) == 0 for branch in branches):
        return True
    heads = [branch[0] for branch in branches if branch]
    # `(a|a)*` and `(\w|\d)*` match a letter in two ways.
    return len(branches) > 1 and any(
        one == other or _overlap(one, other)
        for at, one in enumerate(heads)
        for other in heads[at + 1 :]
    )


def _branches(body: list[str]) -> list[list[str]]:
    branches: list[list[str]] = [[]]
    depth = 0
    for symbol in body:
        depth += symbol.startswith("(")
        depth -= symbol == ")"
        if symbol == "|" and depth == 0:
            branches.append([])
        else:
            branches[-1].append(symbol)
    return branches


def _unbounded(branch: list[str]) -> bool:
    return any(_QUANTIFIER.fullmatch(symbol) for symbol in branch)


def _fixed(branch: list[str]) -> int:
    """Count what has to come exactly once, and so parts one repetition from the next."""
    count = 0
    for at, symbol in enumerate(branch):
        following = branch[at + 1] if at + 1 < len(branch) else ""
        is_item = (
            not symbol.startswith("(") and symbol not in {")", "*", "+", "?"} and symbol[:1] != "{"
        )
        if is_item and following[:1] not in {"*", "+", "?", "{"}:
            count += 1
    return count


_CLASSES = {r"\w": "ab_19", r"\d": "19", r"\s": " \t", ".": "ab_19 \t.-"}


def _overlap(one: str, other: str) -> bool:
    mine, theirs = _CLASSES.get(one, one), _CLASSES.get(other, other)
    return (one in _CLASSES or other in _CLASSES) and bool(set(mine) & set(theirs))
