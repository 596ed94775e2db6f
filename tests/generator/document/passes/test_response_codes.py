"""A numeric code of an answer with content reads `2XX`."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.document.passes.response_codes import response_codes
from tests.generator.documents import json, openapi, ref, thing

FOUND: dict[str, Any] = {"description": "", **json(ref("Job"))}
NOTHING: dict[str, Any] = {"description": ""}


def codes(responses: dict[str, Any]) -> list[str]:
    shared = {"found": FOUND, "nothing": NOTHING}
    document = openapi(
        {"Job": thing()}, {"/a": {"get": {"responses": deepcopy(responses)}}}, responses=shared
    )
    return list(response_codes(document)["paths"]["/a"]["get"]["responses"])


@pytest.mark.parametrize("code", ["200", "201", "202"])
def test_the_code_of_an_answer_with_content_is_levelled(code: str) -> None:
    assert codes({code: FOUND, "404": FOUND}) == ["2XX", "404"]
    assert codes({code: {"$ref": "#/components/responses/found"}}) == ["2XX"]
    assert codes({code: FOUND, "204": NOTHING}) == ["2XX", "204"]


@pytest.mark.parametrize(
    "responses",
    [
        {"204": NOTHING},
        {"202": NOTHING},
        {"202": {"$ref": "#/components/responses/nothing"}},
        {"200": FOUND, "201": FOUND},
        {"2XX": FOUND, "4XX": FOUND},
        {"404": FOUND},
    ],
)
def test_what_is_ambiguous_or_empty_or_an_error_stays(responses: dict[str, Any]) -> None:
    assert codes(responses) == list(responses)
