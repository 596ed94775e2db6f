"""Text from the service that a terminal may show."""

from __future__ import annotations


def printable(text: str) -> str:
    """Return a text with control characters written out, so that a name cannot steer the
    terminal.
    """
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)
