"""Secrets that a service echoes are taken out, in whatever disguise they come back."""

from __future__ import annotations

import html
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphsync._core.response.answer import Answer
from graphsync._core.response.redaction import Redaction
from graphsync._core.response.service_errors import service_error
from graphsync._core.secrecy.hidden import Hidden
from graphsync.errors import UnreadableAnswer

PAIR = {"key": "Password", "value": "SuperSecret99"}


@pytest.mark.parametrize(
    "body",
    [
        {"value": [PAIR]},
        {"secrets": [PAIR]},
        {"credentials": [PAIR], "templateId": "scim"},
        {"requests": [{"id": "1", "body": {"value": [None, PAIR]}}, {"id": "2"}]},
    ],
)
def test_pairs_are_found_however_deep_they_are(body):
    assert Redaction.of(body).clean("bad SuperSecret99") == "bad ***"


def test_pairs_that_are_no_secrets_stay():
    body = {
        "directories": [{"metadata": [{"key": "Kind", "value": "User"}]}],
        "value": [{"name": "n", "value": "User"}],
    }
    assert Redaction.of(body).clean("no User") == "no User"


def test_depth_has_no_limit():
    body = {"value": [PAIR]}
    for _ in range(100_000):
        body = {"x": [body]}
    assert Redaction.of(body).clean("SuperSecret99") == "***"
    while body.get("x"):  # Python would take it apart recursively
        body = body.pop("x").pop()


secrets = st.text(min_size=4, max_size=12).filter(lambda text: text.isprintable() or "\n" in text)


@given(
    secrets,
    st.sampled_from(
        [json.dumps, lambda text: json.dumps(text, ensure_ascii=False), html.escape, quote]
    ),
)
def test_no_disguise_helps(secret, disguise):
    redaction = Redaction.of({"value": [{"key": "Password", "value": secret}]})
    shown = disguise(f"<{secret}>")
    assert redaction.clean(shown) == disguise("<***>").replace("%2A", "*")


@pytest.mark.parametrize(
    "secret",
    [
        "pass+word1",
        "pä'q\"uote1",
        "back\\slash\\\\1",
        "line\\\n\x1f0",
        "two\nlines",
        "grin😀ning",
        "a<b>&c",
    ],
)
@pytest.mark.parametrize("depth", [1, 2, 3])
def test_escapes_of_every_character_at_any_depth(secret, depth):
    escaped = "".join(
        char if char.isalnum() and char.isascii() else json.dumps(char)[1:-1] for char in secret
    )
    every = "".join(
        f"\\u{ord(char):04X}" if ord(char) < 0x10000 and not char.isalnum() else char
        for char in escaped
    )
    for text in (escaped, every if "\\" not in escaped else escaped):
        for _ in range(1, depth):
            text = json.dumps(text)[1:-1]
        redaction = Redaction.of({"value": [{"key": "Password", "value": secret}]})
        assert redaction.clean(f"bad {text}!") == "bad ***!"


def within_address(text: str) -> str:
    return quote(text, safe="")


def as_numbers(text: str) -> str:
    return "".join(
        char if char.isalnum() and char.isascii() else f"&#{ord(char)};" for char in text
    )


def as_hex_numbers(text: str) -> str:
    return "".join(
        char if char.isalnum() and char.isascii() else f"&#x{ord(char):X};" for char in text
    )


def as_json(text: str) -> str:
    return json.dumps(text)[1:-1]


@pytest.mark.parametrize(
    "secret",
    [
        'quo"te1',
        "back\\slash1",
        'bo\\"th1',
        '"begins1',
        "\\begins1",
        'ends1"',
        "a&#92;b",
        "a%5Cb",
        "'a'\n&<b>",
        "x😀y/z",
    ],
)
@pytest.mark.parametrize(
    "first",
    [as_json, lambda text: as_json(as_json(text)), str],
    ids=["json", "json twice", "plain"],
)
@pytest.mark.parametrize(
    "second",
    [
        html.escape,
        lambda text: html.escape(html.escape(text)),
        within_address,
        lambda text: within_address(within_address(text)),
        as_numbers,
        as_hex_numbers,
    ],
    ids=["html", "html twice", "address", "address twice", "numbers", "hex numbers"],
)
def test_one_disguise_over_another(secret, first, second):
    redaction = Redaction.of({"value": [{"key": "Password", "value": secret}]})
    assert redaction.clean(f"bad {second(first(secret))}!") == "bad ***!"


@pytest.mark.parametrize(
    "content",
    [
        b'{"error":{"code":"BadRequest","message":"cannot take pass\\u002Bword1"}}',
        json.dumps(
            {
                "error": {
                    "code": "pass+word1",
                    "message": json.dumps({"message": "pass\\u002bword1"}),
                }
            }
        ).encode(),
        json.dumps(
            {
                "error": {
                    "code": "UnknownError",
                    "message": '{"error":{"code":"X","message":"p pass\\u002bword1"}}',
                }
            }
        ).encode(),
    ],
)
def test_no_part_of_an_error_shows_an_escaped_echo(content):
    redaction = Redaction.of({"value": [{"key": "Password", "value": "pass+word1"}]})
    headers = {"location": "https://contoso.com/pass%2Bword1"}
    error = service_error(
        Answer(status=400, headers=headers, content=content, redaction=redaction), "GET", "/"
    )
    moved = service_error(
        Answer(status=302, headers=headers, content=content, redaction=redaction), "GET", "/"
    )
    for text in (
        str(error),
        error.body,
        error.code,
        error.message,
        repr(error.headers),
        str(moved),
    ):
        assert "word1" not in text


def test_an_answer_that_is_not_graphs_keeps_no_private_headers():
    headers = {
        "set-cookie": "session=abc",
        "x-echo": "Bearer a-token",
        "content-type": "text/html; a-token",
    }
    answer = Answer(
        status=200,
        headers=headers,
        content=b"a-token",
        redaction=Redaction.of(None, Hidden("a-token")),
    )
    error = answer.unreadable("no JSON")
    assert error.headers == {"x-echo": "Bearer ***", "content-type": "text/html; ***"}
    assert "a-token" not in str(error) + error.body


@pytest.mark.parametrize("secret", ["++++++", "\\+\\+", "\\\\\\\\", "\n\n\n\n"])
@pytest.mark.parametrize("text", ["\\", "+", "\\+", "%5C", "\\n"])
def test_no_text_makes_the_search_slow(secret, text):
    # Without care, half a minute each: far more than a test may take.
    Redaction.of({"value": [{"key": "Password", "value": secret}]}).clean(text * 300_000 + "x")


def test_an_answer_that_consists_of_secrets_is_not_quoted():
    hidden = Redaction(hides_content=True)
    answer = Answer(
        status=200,
        headers={"content-type": "application/json"},
        content=b'{"value": [{"',
        redaction=hidden,
    )
    with pytest.raises(UnreadableAnswer, match="not quoted, since it may hold secrets") as raised:
        answer.json()
    assert "value" not in str(raised.value)
    assert raised.value.body == ""
    assert raised.value.__context__ is None
    assert raised.value.__cause__ is None
