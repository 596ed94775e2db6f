"""How the statements of the collected facts are numbered: by section, one after the other.

A statement is a row of a table, a block of code, or a sentence of the text; a semicolon ends one
too where a capital letter, a bracket or code follows. What stands before the first section, and the
list of sources at the end, is not counted.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

SOURCES = "13"
_HEADING = re.compile(r"#+ (\d+(?:\.\d+)?)")
_ITEM = re.compile(r"\* |\d+\. ")
_RULE = re.compile(r"\|[-| ]+\|$")
_END = re.compile(r'(?<=[.;]) (?=["`A-Z\[*(])')


def numbered(text: str) -> dict[str, str]:
    """Return each statement by its number, such as `2.3-7`."""
    counts: Counter[str] = Counter()
    found: dict[str, str] = {}
    for section, statement in _statements(text.split("\n")):
        if section and section != SOURCES:
            counts[section] += 1
            found[f"{section}-{counts[section]}"] = statement
    return found


def digest(statement: str) -> str:
    """Return what a statement is recognized by, without its words."""
    return hashlib.sha256(statement.encode()).hexdigest()[:6]


def _statements(lines: list[str]) -> Iterator[tuple[str, str]]:
    section = ""
    code: list[str] | None = None
    text: list[str] = []

    def ended() -> Iterator[tuple[str, str]]:
        whole = " ".join(" ".join(text).split())
        text.clear()
        yield from ((section, part) for part in _END.split(whole) if part)

    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("```"):
            yield from ended()
            if code is not None:
                yield section, "\n".join(code)
            code = [] if code is None else None
        elif code is not None:
            code.append(line)
        elif line.startswith(("#", "|")) or line in {"", "---"}:
            yield from ended()
            heading = _HEADING.match(line)
            section = heading[1] if heading else section
            # The line under a table's head is a rule; neither of the two is a statement.
            if line.startswith("|") and not _RULE.match(line) and not _RULE.match(following):
                yield section, line
        else:
            if _ITEM.match(line):
                yield from ended()
            text.append(line)
    yield from ended()
