"""Write text into Python source so that it stays data."""

from __future__ import annotations

import re


def literal(value: str) -> str:
    """Return a string literal in double quotes; everything but printable ASCII is escaped."""
    out = [
        _ESCAPES.get(char) or (char if " " <= char <= "~" else _numbered(char)) for char in value
    ]
    return f'"{"".join(out)}"'


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _numbered(char: str) -> str:
    code = ord(char)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )


def docstring(first: str, more: str = "", see: str = "") -> str:
    """Return a docstring of a first line, a body and a link.

    Quotes and backslashes in them stay text.
    """
    body = f"\n\n{_plain(more)}" if more.strip() else ""
    link = f"\n\nReference: {_plain(see)}" if see else ""
    text = f"{_plain(first)}{body}{link}"
    return f'"""{text}\n"""' if body or link else f'"""{text}"""'


def _plain(text: str) -> str:
    kept = "".join(char for char in text.strip() if char.isprintable() or char == "\n")
    # Three quotes would end the docstring, and so would the last ones together with those that
    # follow.
    return re.sub(r'"{3,}|"+\Z', lambda quotes: '\\"' * len(quotes[0]), kept.replace("\\", "\\\\"))
