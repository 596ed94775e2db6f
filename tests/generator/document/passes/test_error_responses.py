"""An operation is described by its successful answers."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.passes.error_responses import error_responses
from generator.errors import GeneratorError
from tests.generator.documents import json, openapi, operation, ref, thing

DONE: dict[str, Any] = {"description": ""}
FAILED = {"description": "", **json(ref("error"))}


def test_errors_go_and_their_type_stays() -> None:
    responses = {
        "200": DONE,
        "204": DONE,
        "2XX": DONE,
        "302": DONE,
        "4XX": FAILED,
        "5XX": FAILED,
        "default": FAILED,
    }
    cured = error_responses(openapi({"error": thing()}, {"/a": {"get": operation(responses)}}))
    assert cured["paths"]["/a"]["get"]["responses"] == {"200": DONE, "204": DONE, "2XX": DONE}
    assert "error" in cured["components"]["schemas"]


@pytest.mark.parametrize("code", ["default", "4XX", "404", "1XX"])
def test_an_operation_that_only_fails_is_refused(code: str) -> None:
    with pytest.raises(GeneratorError, match=r"^/paths/~1a/get/responses: no successful answer"):
        error_responses(openapi(paths={"/a": {"get": operation({code: FAILED})}}))
