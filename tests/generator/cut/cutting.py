"""Both ways to cut, compared."""

from __future__ import annotations

from generator.cut.cut import cut, cut_by_parsing, cut_by_text
from generator.cut.scope import Scope
from generator.cut.slice_format import dump
from generator.errors import GeneratorError
from generator.yaml.plain_text import NotPlainError


def outcome(data: bytes, scope: Scope) -> bytes | str:
    """Parse the whole and give the slice, or the line that says why there is none."""
    try:
        return dump(cut_by_parsing(data, scope))
    except GeneratorError as error:
        return str(error)


def textual(data: bytes, scope: Scope) -> bytes | None:
    """Cut the text and give the slice, or nothing where that is left to the parser."""
    try:
        return dump(cut_by_text(data, scope))
    except (NotPlainError, GeneratorError):
        return None


def agreed(data: bytes, scope: Scope) -> bytes | str:
    """Give the outcome, after making sure that every way comes to it."""
    expected = outcome(data, scope)
    try:
        found: bytes | str = dump(cut(data, scope))
    except GeneratorError as error:
        found = str(error)
    assert found == expected
    assert textual(data, scope) in {None, expected}
    return expected


def prose_free(document: object, place: str = "") -> list[str]:
    """List where a document has words for people; a mapping of properties is no such place."""
    found: list[str] = []
    if isinstance(document, dict):
        for key, value in document.items():
            named = place.endswith(("/properties", "/mapping", "/schemas", "/paths"))
            words = key in {"summary", "title", "externalDocs", "example", "examples"}
            empty = key == "description" and value == ""
            if not named and (
                words or (key == "description" and not empty) or str(key).startswith("x-ms-docs")
            ):
                found.append(f"{place}/{key}")
            found += prose_free(value, f"{place}/{key}")
    elif isinstance(document, list):
        for at, item in enumerate(document):
            found += prose_free(item, f"{place}/{at}")
    return found
