"""What creating a job fails with where the service principal has no such template."""

from __future__ import annotations

import json

import pytest

from graphsync._core.response.answer import Answer
from graphsync._core.response.service_errors import service_error

JOBS = "/v1.0/servicePrincipals/11111111-1111-4111-8111-111111111111/synchronization/jobs"


def hint(status: int, code: str | None, method: str, path: str) -> str:
    body = {} if code is None else {"error": {"code": code, "message": ""}}
    return (
        service_error(
            Answer(status=status, headers={}, content=json.dumps(body).encode()), method, path
        ).hint
        or ""
    )


@pytest.mark.parametrize("status", [400, 403, 500])
@pytest.mark.parametrize("code", ["UnknownError", "", None])
def test_a_create_that_fails_without_a_word_leads_to_the_templates(status, code):
    assert "has no such template: templates.list()" in hint(status, code, "POST", JOBS)


def test_what_is_told_or_is_no_create_is_not_guessed_at():
    for status, code, method, path in (
        (403, "Authorization_RequestDenied", "POST", JOBS),
        (400, "BadRequest", "POST", JOBS),
        (500, "UnknownError", "GET", JOBS),
        (500, "UnknownError", "POST", f"{JOBS}/scim.x/start"),
        (401, "UnknownError", "POST", JOBS),
    ):
        assert "no such template" not in hint(status, code, method, path)
