"""The one error that ends a run of the generator, and the document that it is about."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

_LONGEST = 300


class GeneratorError(Exception):
    """The end of a run: the input is not what the generator can work with.

    `str()` is one line, whatever the input held: control characters are escaped and long values
    shortened.
    """

    def __init__(self, place: str, found: str, expected: str = "") -> None:
        """Describe the defect.

        Args:
            place: a JSON pointer, a file, an address without credentials, or a line and column.
            found: what is there.
            expected: what should be there, or what to do about it.

        """
        super().__init__(place, found, expected)
        self.place = place
        self.found = found
        self.expected = expected

    def __str__(self) -> str:
        line = f"{_one_line(self.place) or 'the document'}: {_one_line(self.found)}"
        return f"{line}; {_one_line(self.expected)}" if self.expected else line


def _one_line(text: str) -> str:
    shown = "".join(
        character if character.isprintable() else ascii(character)[1:-1] for character in text
    )
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}… ({len(shown)} characters)"


@contextmanager
def naming_document(name: str) -> Generator[None]:
    """Put the name of the document before the place of an error within.

    Without a name errors stay as they are.
    """
    try:
        yield
    except GeneratorError as error:
        if not name:
            raise
        raise GeneratorError(_within(name, error.place), error.found, error.expected) from error


@contextmanager
def writing(place: str) -> Generator[None]:
    """Name the place of a failed write; what a full disk raises has no name in it."""
    try:
        yield
    except OSError as error:
        if error.filename is not None:
            raise
        raise GeneratorError(
            place, f"cannot be written: {error.strerror}", "make room, or give another place"
        ) from None


def _within(name: str, place: str) -> str:
    if place.startswith("/"):
        return f"{name}#{place}"
    return name if place in {"", "the document"} else f"{name}: {place}"
