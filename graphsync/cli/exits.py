"""What the command's exit codes mean."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    FAILED = 1
    DIFFERENT = 2
    """There is a difference, a finding, a failed case or something unhealthy: what `plan`, `lint`
    and `health` look for.
    """
    USAGE = 3
    NOT_PERMITTED = 4
    """Not signed in, or not permitted."""
    INTERRUPTED = 130


class UsageMistake(Exception):
    """Words on the command line that cannot be meant; `remedy` says what to write."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a remedy for a word that there is not: the nearest of those that there are."""
    from difflib import get_close_matches

    words = [*known]
    near = get_close_matches(word, words, 1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(words)}"
