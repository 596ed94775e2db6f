"""Every complaint about a document names its file, and a place that the file has."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from generator.errors import GeneratorError


@contextmanager
def naming(name: str) -> Generator[None]:
    """Put the name of the document before the place of an error within; without a name errors stay as they are."""
    try:
        yield
    except GeneratorError as error:
        if not name:
            raise
        raise GeneratorError(_within(name, error.place), error.found, error.expected) from error


def _within(name: str, place: str) -> str:
    if place.startswith("/"):
        return f"{name}#{place}"
    return name if place in {"", "the document"} else f"{name}: {place}"
