# Derived by `python -m generator.unasync`. Edit its source, not this file:
# tests/facade/aio/test_challenges.py
from __future__ import annotations

import base64
import json
from collections import deque

import pytest

from graphsync import RetryPolicy
from graphsync.errors import Unauthorized

pytestmark = pytest.mark.anyio
OPAQUE = {"error": {"code": "UnknownError", "message": ""}}


def challenge(claims: str | None = None, error: str = "insufficient_claims") -> dict[str, str]:
    given = "" if claims is None else f', claims="{base64.b64encode(claims.encode()).decode()}"'
    return {
        "www-authenticate": f'Bearer realm="", authorization_uri="https://x", error="{error}"{given}'
    }


def test_a_claims_challenge_brings_a_new_token_once(make_credential, connect, service):
    credential = make_credential()
    claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
    service.answer(status=204).answer(status=401, headers=challenge(claims)).answer(
        {"ok": 1}
    ).answer({"ok": 2})
    graph = connect(credential)
    graph.service_principals["p"].synchronization.jobs["j"].start()
    assert graph.request("POST", "/x", json={}) == {"ok": 1}
    assert service.tokens == ["t1", "t1", "t2"]
    assert credential.asked[1][1] == claims
    assert graph.request("GET", "/x") == {"ok": 2}
    assert service.tokens[-1] == "t2"


def test_a_second_refusal_is_final(make_credential, connect, service):
    credential = make_credential()
    for _ in range(2):
        service.answer(OPAQUE, status=401, headers=challenge(error="invalid_token"))
    with pytest.raises(Unauthorized):
        connect(credential).request("GET", "/x")
    assert service.tokens == ["t1", "t2"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"www-authenticate": 'Bearer realm="x"'},
        {"www-authenticate": "Basic error=invalid_token"},
        challenge(error="other"),
    ],
)
def test_the_services_opaque_401_is_not_the_tokens_fault(
    make_credential, connect, service, headers
):
    credential = make_credential()
    service.answer(OPAQUE, status=401, headers=headers)
    with pytest.raises(Unauthorized) as failure:
        connect(credential).request(
            "GET", f"/servicePrincipals/{'1' * 8}-1111-4111-8111-{'1' * 12}/synchronization/jobs"
        )
    assert service.tokens == ["t1"]
    assert "not replicated yet" in failure.value.hint


def test_a_fixed_token_cannot_be_renewed(connect, service):
    service.answer(OPAQUE, status=401, headers=challenge(error="invalid_token"))
    with pytest.raises(Unauthorized):
        connect("fixed").request("GET", "/x")
    assert service.tokens == ["fixed"]


def test_claims_are_decoded_in_any_spelling():
    from graphsync._core.response.challenge import Challenge

    claims = '{"a":"?>~"}'
    encoded = base64.urlsafe_b64encode(claims.encode()).decode()
    for text in (encoded, encoded.rstrip("="), base64.b64encode(claims.encode()).decode()):
        assert Challenge.of(f'bearer claims="{text}"') == Challenge(claims)
    assert Challenge.of(f"Bearer claims={encoded.rstrip('=')}") == Challenge(claims)
    assert Challenge.of("Bearer " + json.dumps({"claims": 1})) is None
    assert Challenge.of('Bearer claims="%%%"') is None
    assert Challenge.of('Bearer error="invalid_token", claims="%%%"') == Challenge(None)
    assert Challenge.of('Bearer claims="{\\"a\\":1}"') == Challenge('{"a":1}')
    assert Challenge.of(None) is None


def test_a_function_is_asked_for_each_request(connect, service):
    given = deque(["a", "b", "b", "c"])

    def token():
        return given.popleft()

    service.answer({}).answer(OPAQUE, status=401, headers=challenge("{}"))
    graph = connect(token)
    graph.request("GET", "/x")
    with pytest.raises(Unauthorized):
        graph.request("GET", "/x")  # the same token again is not sent again
    assert service.tokens == ["a", "b"]
    service.answer({})
    graph.request("GET", "/x")
    assert service.tokens[-1] == "c"


def test_patience_asks_for_one_token_however_often_it_looks(make_credential, connect, service):
    credential = make_credential()
    for _ in range(6):
        service.answer(OPAQUE, status=401, headers=challenge(error="invalid_token"))
    service.answer({"ok": 1})
    graph = connect(credential, retry=RetryPolicy(wait_initial=0.001, wait_max=0.001))
    assert graph.with_options(consistency=60).request("GET", "/x") == {"ok": 1}
    assert service.tokens == ["t1", "t2", "t2", "t2", "t2", "t2", "t2"]
    assert len(credential.asked) == 2
