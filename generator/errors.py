"""The one error that ends a run of the generator."""

_LONGEST = 300


class GeneratorError(Exception):
    """End the run: the input is not what the generator can work with.

    `str()` is one line, whatever the input held: control characters are escaped and long values shortened.
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
    shown = "".join(character if character.isprintable() else ascii(character)[1:-1] for character in text)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}… ({len(shown)} characters)"
