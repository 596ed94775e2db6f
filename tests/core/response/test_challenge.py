"""What a 401 asks for."""

from __future__ import annotations

import base64

import pytest

from graphsync._core.response.challenge import Challenge

CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}'


def encoded(text: str, *, url: bool = False, padded: bool = True) -> str:
    found = (base64.urlsafe_b64encode if url else base64.b64encode)(text.encode()).decode()
    return found if padded else found.rstrip("=")


@pytest.mark.parametrize("url", [True, False])
@pytest.mark.parametrize("padded", [True, False])
@pytest.mark.parametrize("text", [CLAIMS, CLAIMS + " ", CLAIMS + "  ", '{"a":"ÿ?>~"}'])
def test_claims_are_decoded_in_either_alphabet(text, url, padded):
    header = f'Bearer realm="", error="insufficient_claims", claims="{encoded(text, url=url, padded=padded)}"'
    assert Challenge.of(header) == Challenge(text)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (None, None),
        ("", None),
        ("Bearer", None),
        ('Bearer error="invalid_token"', Challenge()),
        ("bearer error=invalid_token", Challenge()),
        ('Bearer error="insufficient_claims"', Challenge()),
        ('Bearer error="invalid_request"', None),
        ('Basic realm="x", error="invalid_token"', None),
        ('Basic realm="x", Bearer error="invalid_token"', Challenge()),
        ('Bearer error="invalid_token", claims="%%%"', Challenge()),
        ('Bearer error="other", claims="%%%"', None),
        ('Bearer claims="{\\"a\\":1}"', Challenge('{"a":1}')),
        ('Bearer error_description="error=invalid_token"', None),
        ('Bearer realm="a \\" b", error="invalid_token"', Challenge()),
        ('Bearer error="invalid_token"' + " " * 70_000, None),
    ],
)
def test_a_header_is_read_for_what_a_new_token_could_give(header, found):
    assert Challenge.of(header) == found
