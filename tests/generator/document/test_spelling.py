"""A place is found where a document spells it in another way."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.overlay import as_spelled

DOCUMENT: dict[str, Any] = {
    "paths": {
        "/a/{id}/microsoft.graph.pause": {"post": {}},
        "/a/{id}/start": {},
        "/a/{id}/microsoft.graph.start": {},
    },
    "schemas": {"job": {"allOf": [{}, {"properties": {"TemplateId": {}}}]}, "x": {}, "X": {}},
}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/paths/~1a~1{id}~1pause/post", "/paths/~1a~1{id}~1microsoft.graph.pause/post"),
        (
            "/paths/~1a~1{id}~1microsoft.graph.pause/post",
            "/paths/~1a~1{id}~1microsoft.graph.pause/post",
        ),
        (
            "/schemas/job/allOf/1/properties/templateId",
            "/schemas/job/allOf/1/properties/TemplateId",
        ),
        ("/schemas/JOB", "/schemas/job"),
        # What is there as it is asked for wins over its twins.
        ("/paths/~1a~1{id}~1start", "/paths/~1a~1{id}~1start"),
        ("/schemas/X", "/schemas/X"),
        ("", ""),
    ],
)
def test_case_and_namespace_do_not_matter(asked: str, found: str) -> None:
    assert as_spelled(DOCUMENT, asked) == found


@pytest.mark.parametrize(
    "asked",
    [
        "/paths/~1a~1{id}~1stop",
        "/schemas/job/allOf/7/properties",
        "/schemas/job/allOf/-/x",
        "/schemas/job/a/b",
        "/SCHEMAS/y",
    ],
)
def test_what_is_not_there_stays_as_it_was_asked_for(asked: str) -> None:
    assert as_spelled(DOCUMENT, asked).casefold() == asked.casefold()


def test_of_two_that_are_alike_none_is_guessed() -> None:
    assert as_spelled({"ab": {}, "AB": {}}, "/aB") == "/aB"
