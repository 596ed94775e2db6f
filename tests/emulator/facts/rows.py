"""The list of all collected facts: what the local Graph does about each, and what shows it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

FOLDER = Path(__file__).parent / "collected"
Verdict = Literal["holds", "differs", "not here", "not checkable"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True)
class Row:
    """One collected fact.

    Args:
        number: Its section and its place in it, such as `2.3-7`.
        digest: What its statement is recognized by.
        verdict: What the local Graph does about it.
        words: The fact in short words.
        shown: What shows it where it holds: rows of the tables of facts by their words, and tests
            as `test_file::name`, those outside the emulator's tests by folder. Else the reason.

    """

    number: str
    digest: str
    verdict: Verdict
    words: str
    shown: tuple[str, ...]


def read(line: str) -> Row:
    """Read a line `2.3-7 a1b2c3 | holds | words | shown; shown`."""
    name, verdict, words, shown = line.split(" | ")
    number, digest = name.split()
    known = next((item for item in VERDICTS if item == verdict), None)
    if known is None:
        raise ValueError(f"{number} cannot be {verdict!r}; choose one of {', '.join(VERDICTS)}")
    parts = tuple(shown.split("; ")) if known == "holds" else (shown,)
    return Row(number, digest, known, words, parts)


def rows() -> list[Row]:
    """Return every row, in the order of the collected facts."""
    files = sorted(FOLDER.glob("*.txt"))
    return [read(line) for file in files for line in file.read_text("utf-8").splitlines()]
