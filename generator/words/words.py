"""What a docstring is made of: our own words for one thing of the API, and how they are read."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.yaml.entry import Entry

LINE = 100
"""Longest line of words, in characters: with indentation it still fits the generated code."""

WORDS = ("text", "more", "see")


@dataclass(frozen=True, slots=True)
class Permissions:
    """Permissions that a call accepts, the least one first.

    `roles` are directory roles; a delegated caller needs one of them besides a permission.
    """

    application: tuple[str, ...]
    delegated: tuple[str, ...]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A first line, what it cannot hold, and the page of the Graph reference.

    All of it is data that may contain quotes and backslashes: whoever writes it into code must
    escape it. `written` is false where nobody has found words yet; then `see` is all that there is
    to read.
    """

    text: str
    see: str
    more: str = ""
    written: bool = True


@dataclass(frozen=True, slots=True)
class OperationWords(Words):
    """The words of an operation, with the permissions that it needs (None: unknown)."""

    permissions: Permissions | None = None


_W = TypeVar("_W", bound=Words)


def described(words: _W, description: object) -> _W:
    """Return the words, or where nobody has written any, those of the document's own
    description.
    """
    if words.written or not isinstance(description, str):
        return words
    plain = " ".join("".join(char if char.isprintable() else " " for char in description).split())
    if not plain:
        return words
    first, stop, rest = plain.partition(". ")
    first += stop.rstrip()
    if len(first) > LINE:
        first, rest = textwrap.shorten(first, LINE, placeholder=" …"), plain
    # A word that is longer than a line, such as an address, stays whole and makes the line longer.
    more = "\n".join(textwrap.wrap(rest, LINE, break_long_words=False, break_on_hyphens=False))
    return replace(words, text=first, more=more)


def read_words(name: str, parts: Mapping[str, Entry], see: str = "") -> Words:
    """Read the words for `name`; `see` is the page where they name none."""
    more = parts["more"].text() if "more" in parts else ""
    for line in more.split("\n"):
        if len(line) > LINE or not line.isprintable() or line != line.rstrip():
            expected = f"printable lines of at most {LINE} characters, no blank at the end"
            raise Entry(parts["more"].place, line).wrong(expected)
    return Words(
        read_text(name, parts["text"]), read_link(parts["see"]) if "see" in parts else see, more
    )


def read_text(name: str, entry: Entry) -> str:
    """Read the first line for `name`, which must not just repeat the name."""
    text = entry.text()
    if len(text) > LINE or not text.isprintable() or text != text.strip() or not text.endswith("."):
        raise entry.wrong(f"one line of at most {LINE} characters that ends with a full stop")
    if _letters(text) == _letters(name):
        raise entry.wrong("words that say more than the name does")
    return text


def read_link(entry: Entry) -> str:
    """Read the address of a page."""
    link = entry.text()
    if not link.startswith("https://") or not link.isprintable() or " " in link:
        raise entry.wrong("a link, https://…")
    return link


def read_permissions(entry: Entry) -> Permissions:
    """Read the permissions of a call."""
    parts = entry.members(
        known=("application", "delegated", "roles"), required=("application", "delegated")
    )
    names = {kind: tuple(item.text() for item in part.items()) for kind, part in parts.items()}
    return Permissions(names["application"], names["delegated"], names.get("roles", ()))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
