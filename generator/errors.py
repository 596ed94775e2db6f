"""The one error that ends a run of the generator, and the document that it is about."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

_LONGEST = 300
_SHOWN = 50


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

    def moved(self, place: Callable[[str], str]) -> GeneratorError:
        """Return the same defect at another place, made of the one it has."""
        return GeneratorError(place(self.place), self.found, self.expected)


class GeneratorErrors(GeneratorError):
    """Several defects of one input, which one run finds together.

    `str()` has a line for each, of the first fifty; `problems` has all.
    """

    def __init__(self, problems: Sequence[GeneratorError]) -> None:
        first = problems[0]
        super().__init__(first.place, first.found, first.expected)
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.problems,)

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems[:_SHOWN]]
        if len(self.problems) > _SHOWN:
            lines.append(f"and {len(self.problems) - _SHOWN} more")
        return "\n".join(lines)

    def moved(self, place: Callable[[str], str]) -> GeneratorError:
        """Return the same defects, each at another place."""
        return GeneratorErrors([problem.moved(place) for problem in self.problems])


class Problems:
    """The defects that were found so far, by a stage that goes on to find the others."""

    def __init__(self) -> None:
        self._found: list[GeneratorError] = []

    def __bool__(self) -> bool:
        """Return whether a defect was found."""
        return bool(self._found)

    @contextmanager
    def noting(self) -> Generator[None]:
        """Note a defect that is raised within, and go on behind it."""
        try:
            yield
        except GeneratorErrors as errors:
            self._found += errors.problems
        except GeneratorError as error:
            self._found.append(error)

    def check(self) -> None:
        """Raise what was noted, if anything."""
        if len(self._found) == 1:
            raise self._found[0]
        if self._found:
            raise GeneratorErrors(self._found)


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
        raise error.moved(lambda place: _within(name, place)) from error


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
