"""Path segments and query strings, encoded once and never decoded again."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

Query = tuple[tuple[str, str], ...]


def segment(value: str, what: str) -> str:
    """Percent-encode one path segment; raises where it is empty or would climb (`.`, `..`)."""
    # a UUID or None from unchecked code
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{what} must be text, not {type(value).__name__}")
    if not value.strip():
        raise ValueError(f"{what} is empty; pass the id that a list or the portal shows")
    if value in {".", ".."}:
        raise ValueError(f"{what} is {value!r}, which would address another resource")
    return quote(_carried(value, what), safe="")


def _carried(value: str, what: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{what} has characters that no URL can carry: {value!r}") from None
    return value


def query(*options: tuple[str, str | int | bool | Iterable[str] | None]) -> Query:
    """Write query options as Graph reads them: lists joined by commas, booleans in lower case,
    None left out.
    """
    written: list[tuple[str, str]] = []
    for name, value in options:
        if value is None:
            continue
        if isinstance(value, bool):
            text = "true" if value else "false"
        elif isinstance(value, (str, int)):
            text = str(value)
        else:
            text = _joined(name, value)
            if not text:
                raise ValueError(f"{name} is an empty list; leave it out to get what the service gives by default")
        written.append((name, _carried(text, name)))
    return tuple(written)


def _joined(name: str, values: Iterable[object]) -> str:
    texts: list[str] = []
    for value in values:
        if not isinstance(value, str):
            raise TypeError(f"{name} must be text or a list of text, not a list with a {type(value).__name__}")
        texts.append(value)
    return ",".join(texts)


def query_string(options: Query) -> str:
    """Percent-encode query options.

    Names keep their `$` and values what a query may hold as it is.
    """
    return "&".join(f"{quote(name, safe='$@')}={quote(value, safe=_LEGIBLE)}" for name, value in options)


_LEGIBLE = "/,:;()'*!@$"
