"""Graph's names become Python's, or an error that names the place."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.document.names import identifier, pascal, singular, snake, upper_snake
from generator.errors import GeneratorError


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("synchronizationJobs", "synchronization_jobs"),
        ("$orderby", "orderby"),
        ("If-Match", "if_match"),
        ("@odata.nextLink", "odata_next_link"),
        ("countSuccessiveCompleteFailures", "count_successive_complete_failures"),
        ("OAuthSettings", "oauth_settings"),
        ("ODataError", "odata_error"),
        ("HTTPServerError", "http_server_error"),
        ("userID", "user_id"),
        ("sha256Hash", "sha256_hash"),
        ("UTF8", "utf8"),
        ("2fa", "n2fa"),
        ("from", "from_"),
        ("None", "none"),
        ("filter", "filter"),
        ("a_b", "a_b"),
        ("a-b", "a_b"),
        ("_a_", "a"),
        ("café", "caf"),
    ],
)
def test_snake_case(name: str, expected: str) -> None:
    assert snake(name, "/x") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("InitialCycle", "INITIAL_CYCLE"), ("class", "CLASS"), ("None", "NONE"), ("42", "N42")],
)
def test_constants(name: str, expected: str) -> None:
    assert upper_snake(name, "/x") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("microsoft.graph.job", "Job"), ("oAuth", "OAuth"), ("a.b.filter", "Filter"), ("Job", "Job")],
)
def test_class_names(name: str, expected: str) -> None:
    assert pascal(name, "/x") == expected


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("jobs", "job"),
        ("directories", "directory"),
        ("addresses", "address"),
        ("access", "access"),
        ("schema", "schema"),
    ],
)
def test_singulars(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize("make", [snake, upper_snake])
@pytest.mark.parametrize("name", ["", "*", "日本", "--", "\x00", " "])
def test_a_name_without_letters_is_refused_with_its_place(make: object, name: str) -> None:
    assert callable(make)
    with pytest.raises(GeneratorError) as caught:
        make(name, "/components/x")
    assert caught.value.place == "/components/x"
    assert repr(name) in caught.value.found


@pytest.mark.parametrize(
    "made", ["", "1a", "a b", "a-b", "class", "None", "ª", "ünï", "a\n", "a;b", "a\u200bb"]
)
def test_only_plain_identifiers_pass(made: str) -> None:
    with pytest.raises(GeneratorError):
        identifier(made, made, "/x")


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=30))
@example('"; import os; os.system("touch pwned") #')
@example("__import__('os')")
@example("class")
def test_whatever_comes_in_is_an_identifier_or_an_error(name: str) -> None:
    for make in (snake, upper_snake, pascal):
        try:
            made = make(name, "/x")
        except GeneratorError:
            continue
        assert made.isascii()
        assert made.isidentifier()
        assert not keyword.iskeyword(made)
